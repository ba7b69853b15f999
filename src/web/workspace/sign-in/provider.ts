/** Sends the browser to the identity provider; it comes back by an address of better-auth. */
import { redirect } from 'react-router'
import { beginProviderSignIn } from '#modules/accounts/begin-provider-sign-in.ts'
import { inLanguage } from '../../ui/addresses.ts'
import { arriving } from './entering.ts'
import { nextPage } from './next-page.ts'

export const loader = arriving(async ({ accounts, request, url, language }) => {
  const next = inLanguage(language, nextPage(url.searchParams.get('next')))
  const { url: provider, headers } = await beginProviderSignIn(accounts, request.headers, next)
  return redirect(provider, { status: 303, headers })
})
