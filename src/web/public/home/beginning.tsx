/** The first page of an agency's own instance before anything is published: what to do first. */
import type { OwnAgency } from '#modules/accounts/own-agencies.ts'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'

export function Beginning({ agency }: { readonly agency: OwnAgency }) {
  const { say, text, to } = useReader()
  const words = text.ownAgency
  const steps = [
    { path: '/work/rounds', words: words.openRound },
    { path: '/work/accounts/invite', words: words.invite },
    { path: '/frameworks', words: words.readFramework },
  ]
  return (
    <Page title={say(agency.name)}>
      <p className="lead">{words.nothingPublished}</p>
      <h2>{words.first}</h2>
      <ol className="places">
        {steps.map(({ path, words: [name, meaning] }) => (
          <li key={path}>
            <a href={to(path)}>{name}</a> <span className="beside">{meaning}</span>
          </li>
        ))}
      </ol>
    </Page>
  )
}
