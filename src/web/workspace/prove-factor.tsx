/** The way to prove the second factor in a session that began without: the code here, the passkey by signing in anew. */
import { useLocation } from 'react-router'
import { queryString } from '../ui/addresses.ts'
import { useReader } from '../ui/language.ts'

export function ProveFactor({ hasCodes }: { readonly hasCodes: boolean }) {
  const { text, to } = useReader()
  const { pathname } = useLocation()
  const words = text.today.factors
  if (!hasCodes) return <p>{words.byPasskey}</p>
  return (
    <p>
      <a href={to(`/sign-in/second-factor${queryString({ next: pathname })}`)}>{words.prove}</a>
    </p>
  )
}
