/** "Explain this figure": from the total down to a question and its answers, with the rule and its source. */
import { useLoaderData } from 'react-router'
import { Problem } from '#base/problem.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { getAgencyResult } from '#modules/results/queries.ts'
import type { AgencyResult } from '#modules/results/result.ts'
import type { Disagreement } from '#modules/scoring/score.ts'
import { agencyPath } from '../../ui/addresses.ts'
import { type Reader, readerOf, useReader } from '../../ui/language.ts'
import { ImaginaryMark } from '../../ui/marks.tsx'
import { NoteBox } from '../../ui/note-box.tsx'
import { Page } from '../../ui/page.tsx'
import { type DerivedResult, derivedResult, sheetOfIndicators } from '../derived-result.ts'
import { hasFrameworkPage } from '../frameworks/shipped-years.ts'
import { reading, readParameter, readYear } from '../reading.ts'
import { Answers } from './answers.tsx'
import { outcomeLine } from './arithmetic.ts'
import { type Explanation, explain } from './explanation.ts'
import { Facts } from './fact-list.tsx'
import { nodeParts } from './figure-names.ts'
import { HowComputed } from './how-computed.tsx'
import { publishedFigure } from './published-figure.ts'
import { ratingTests } from './rating-tests.ts'
import { RatingTests } from './rating-tests-table.tsx'
import { Tree } from './tree.tsx'

export const loader = reading(async ({ db, params, language }) => {
  const code = readParameter(params, 'code')
  const node = readParameter(params, '*')
  const result = await getAgencyResult(db, code, readYear(readParameter(params, 'year')))
  const derived = await derivedResult(db, result)
  const framework = derived?.loaded.framework
  const reader = readerOf(language)
  const explained = framework && explain({ framework, reader }, derived.sheet, node)
  const explanation = explained && withDerivedRating(reader, result, explained)
  if (!explanation) throw new Problem('notFound', 'page.noFigure', { figure: node })
  const { agency, fiscalYear, imported, note, origin } = result
  return {
    agency,
    fiscalYear,
    explanation,
    origin,
    figures: imported?.figures ?? null,
    note,
    published: imported && {
      value: publishedFigure(imported.figures, { node, say: reader.say }),
      source: imported.source,
    },
    caveats: {
      disagreements: [...result.disagreements, ...ratingDisagreement(reader, result, explanation)],
      derived: result.derived,
      withheld: derived.withheld,
    },
    instead: result.origin === 'imported' ? insteadOf(derived, result, node) : null,
    totalInstead: node === 'total' ? totalInstead(derived, result) : null,
    ratings: node === 'rating' ? ratingTests(framework, result) : null,
    item: itemOf(framework, node),
    hasFrameworkPage: await hasFrameworkPage(fiscalYear),
  }
})

/** Where all that was printed is a total, the sheet has nothing to rate, but the result has: the total decides. */
function withDerivedRating({ say }: Reader, result: AgencyResult, explained: Explanation): Explanation {
  const { derivation, value, tree } = explained
  const { derived, rating } = result
  if (derivation.rule !== 'rating' || value !== null || !derived.includes('rating') || !rating)
    return explained
  return { ...explained, value: say(rating.name), reason: null, tree: { ...tree, value: say(rating.name) } }
}

/** The printed rating beside the one that the printed scores give, where it is another. */
function ratingDisagreement(
  { say }: Reader,
  { imported }: AgencyResult,
  { derivation, value }: Explanation,
): Disagreement[] {
  const printed = imported?.figures.rating
  if (derivation.rule !== 'rating' || !printed || value === null || say(printed.name) === value) return []
  return [{ node: 'rating', published: say(printed.name), computed: value }]
}

/** How the computed figure comes about where the published one is another. */
function insteadOf(derived: DerivedResult, result: AgencyResult, node: string): string | null {
  if (!result.disagreements.some((each) => each.node === node)) return null
  const nodes = sheetOfIndicators(derived, result).derivation
  return nodes[node] ? outcomeLine(nodes[node], nodes) : null
}

/** The total that the published indicators alone give, where that is not the published one. */
function totalInstead(derived: DerivedResult, result: AgencyResult): string | null {
  if (result.origin !== 'imported' || result.disagreements.length === 0) return null
  const { total } = sheetOfIndicators(derived, result)
  return total === result.total ? null : total
}

function itemOf({ disclosureItems }: Framework, node: string) {
  const { kind, own } = nodeParts(node)
  return kind === 'item' ? (disclosureItems.find(({ code }) => code === own) ?? null) : null
}

export default function ExplainFigure() {
  const { agency, fiscalYear, explanation, ...more } = useLoaderData<typeof loader>()
  const { say, text } = useReader()
  const words = text.site.explain
  const isByTotal = more.ratings?.every(({ everyPartAtLeast }) => everyPartAtLeast === null) ?? false
  const above = [
    { name: say(agency.name), path: agencyPath(agency.code) },
    { name: text.site.yearShort(fiscalYear), path: agencyPath(agency.code, fiscalYear) },
  ]
  return (
    <Page title={words.title(explanation.name)} above={above}>
      <p className="beside">
        {say(agency.name)} · {text.site.year(fiscalYear)} <ImaginaryMark isImaginary={agency.isImaginary} />
      </p>
      <HowComputed explanation={explanation} isByTotal={isByTotal} {...more} />
      {more.note && explanation.answers.length > 0 && (
        <NoteBox>
          <p>{say(more.note)}</p>
        </NoteBox>
      )}
      {explanation.answers.length > 0 && <Answers explanation={explanation} />}
      {more.ratings && <RatingTests tests={more.ratings} />}
      {more.ratings && more.caveats.derived.includes('rating') && (
        <p className="hint">{text.published.derivedRating}</p>
      )}
      <section aria-labelledby="tree">
        <h2 id="tree">{explanation.isInTotal ? words.tree : words.treeAlone}</h2>
        {!explanation.isInTotal && explanation.id !== 'rating' && (
          <p className="hint">{words.treeAloneNote}</p>
        )}
        {more.origin === 'imported' && <p className="hint">{words.publishedOnly}</p>}
        <Tree
          root={explanation.tree}
          place={{ code: agency.code, year: fiscalYear }}
          caveats={more.caveats}
          figures={more.figures}
        />
      </section>
      <Facts facts={explanation.facts} year={more.hasFrameworkPage ? fiscalYear : null} />
    </Page>
  )
}
