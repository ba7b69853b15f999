/** "Explain this figure": from the total down to a question and its answers, with the rule and its source. */
import { useLoaderData } from 'react-router'
import { Problem } from '#base/problem.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { getAgencyResult } from '#modules/results/queries.ts'
import type { Figures } from '#modules/results/result.ts'
import { agencyPath } from '../../ui/addresses.ts'
import { readerOf, useReader } from '../../ui/language.ts'
import { ImaginaryMark } from '../../ui/marks.tsx'
import { NoteBox } from '../../ui/note-box.tsx'
import { Page } from '../../ui/page.tsx'
import { derivedResult } from '../derived-result.ts'
import { reading, readParameter, readYear } from '../reading.ts'
import { Answers } from './answers.tsx'
import { explain } from './explanation.ts'
import { Facts } from './fact-list.tsx'
import { nodeParts } from './figure-names.ts'
import { HowComputed } from './how-computed.tsx'
import { ratingTests } from './rating-tests.ts'
import { RatingTests } from './rating-tests-table.tsx'
import { Tree } from './tree.tsx'

export const loader = reading(async ({ db, params, language }) => {
  const code = readParameter(params, 'code')
  const node = readParameter(params, '*')
  const result = await getAgencyResult(db, code, readYear(readParameter(params, 'year')))
  const derived = await derivedResult(db, result)
  const framework = derived?.loaded.framework
  const explanation = framework && explain({ framework, reader: readerOf(language) }, derived.sheet, node)
  if (!explanation) throw new Problem('notFound', 'page.noFigure', { figure: node })
  const { agency, fiscalYear, imported, hasSheet, note } = result
  return {
    agency,
    fiscalYear,
    explanation,
    hasSheet,
    note,
    published: imported && { value: publishedFigure(imported.figures, node), source: imported.source },
    ratings: node === 'rating' ? ratingTests(framework, result) : null,
    item: itemOf(framework, node),
  }
})

function publishedFigure(figures: Figures, node: string): string | null {
  const { part, kind, own } = nodeParts(node)
  if (part !== null) return null
  if (kind === 'total') return figures.total
  if (kind === 'indicator') return figures.indicators[own] ?? null
  return kind === 'part' || kind === 'instrument' ? (figures.instruments[own] ?? null) : null
}

function itemOf({ disclosureItems }: Framework, node: string) {
  const { kind, own } = nodeParts(node)
  return kind === 'item' ? (disclosureItems.find(({ code }) => code === own) ?? null) : null
}

export default function ExplainFigure() {
  const { agency, fiscalYear, explanation, ...more } = useLoaderData<typeof loader>()
  const { say, text } = useReader()
  const words = text.site.explain
  const above = [
    { name: say(agency.name), path: agencyPath(agency.code) },
    { name: text.site.yearShort(fiscalYear), path: agencyPath(agency.code, fiscalYear) },
  ]
  return (
    <Page title={words.title(explanation.name)} above={above}>
      <p className="beside">
        {say(agency.name)} · {text.site.year(fiscalYear)} <ImaginaryMark isImaginary={agency.isImaginary} />
      </p>
      <HowComputed explanation={explanation} published={more.published} item={more.item} />
      {more.note && explanation.answers.length > 0 && (
        <NoteBox>
          <p>{say(more.note)}</p>
        </NoteBox>
      )}
      {explanation.answers.length > 0 && <Answers explanation={explanation} />}
      {more.ratings && <RatingTests tests={more.ratings} />}
      <section aria-labelledby="tree">
        <h2 id="tree">{explanation.isInTotal ? words.tree : words.treeAlone}</h2>
        {!explanation.isInTotal && explanation.id !== 'rating' && (
          <p className="hint">{words.treeAloneNote}</p>
        )}
        {!more.hasSheet && <p className="hint">{words.publishedOnly}</p>}
        <Tree root={explanation.tree} code={agency.code} year={fiscalYear} />
      </section>
      <Facts facts={explanation.facts} year={fiscalYear} />
    </Page>
  )
}
