/** The OIT page that an agency puts on its own site, as text to copy. */
import { useLoaderData } from 'react-router'
import { canSeeItems } from '#modules/disclosure/access.ts'
import { writePublicFragment } from '#modules/disclosure/public-fragment.ts'
import { readerOf, useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { working } from '../working.ts'
import stylesheet from './disclosure.css?url'
import { besideBoardPath, boardPath } from './disclosure-query.ts'
import { readWholeBoard } from './whole-board.ts'

export const loader = working(canSeeItems, async (asked) => {
  const board = await readWholeBoard(asked)
  return {
    ...{ year: board.fiscalYear, agency: board.agency },
    fragment: writePublicFragment(board, readerOf(asked.language).text),
  }
})

export default function PublicPage() {
  const { year, agency, fragment } = useLoaderData<typeof loader>()
  const { say, text, to } = useReader()
  const words = text.disclosureWork.fragment
  const own = { year, code: agency.code }
  const board = text.disclosureWork.titleOf(say(agency.name), year)
  return (
    <Page title={words.title} above={[{ name: board, path: boardPath(own) }]}>
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <p>{words.means}</p>
      <p>
        <a href={to(besideBoardPath(own, 'page.html'))}>{words.download}</a>
      </p>
      <p className="field">
        <label htmlFor="fragment">{words.code}</label>
        <textarea id="fragment" rows={18} readOnly spellCheck={false} defaultValue={fragment} />
      </p>
    </Page>
  )
}
