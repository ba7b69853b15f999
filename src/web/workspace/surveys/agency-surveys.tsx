/** An agency's surveys in a round: headcount, for each part its counts, link, papers, codes and close, and what is closed. */
import { useLoaderData } from 'react-router'
import { Problem } from '#base/problem.ts'
import { getAgencyRecord } from '#modules/registry/agency-list.ts'
import { canSeeProvisional } from '#modules/results/access.ts'
import { getProvisionalScore } from '#modules/results/provisional.ts'
import { getRound } from '#modules/rounds/queries.ts'
import {
  canClosePart,
  canExportAnswers,
  canExportCounts,
  canFollowSurveys,
  canMakeCodes,
  canManageLinks,
  canSeeSignals,
  canStateHeadcount,
} from '#modules/surveys/access.ts'
import { getAgencySurveys } from '#modules/surveys/agency-surveys.ts'
import { findSurveyingRefusal } from '#modules/surveys/enter-surveying.ts'
import { readParameter, readYear } from '../../public/reading.ts'
import { RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { ofAgency } from '../agencies/of-agency.ts'
import { useRefusal } from '../outcome.ts'
import { acting, working } from '../working.ts'
import { refusedCodes } from './codes-refusal.ts'
import { ExportLinks } from './export-links.tsx'
import { HeadcountForm } from './headcount-form.tsx'
import { AgencyScore } from './part-score.tsx'
import { PartSection } from './part-section.tsx'
import { surveyActs } from './survey-acts.ts'
import { agencySurveysPath, signalsPath } from './survey-query.ts'
import stylesheet from './surveys.css?url'

export const loader = working(canFollowSurveys, async (asked) => {
  const { db, now, params, accounts, url } = asked
  const { code, may } = await ofAgency(asked, canFollowSurveys)
  const round = await getRound(db, readYear(readParameter(params, 'year')))
  const isOpen = !round.isClosed
  return {
    year: round.fiscalYear,
    isRoundClosed: round.isClosed,
    agency: await getAgencyRecord(db, code),
    surveys: await getAgencySurveys(db, round, { agencyCode: code, now }),
    score: may(canSeeProvisional) ? await getProvisionalScore(db, round, code) : null,
    address: accounts.baseUrl,
    refused: refusedCodes(
      url.searchParams,
      { agency: code, year: round.fiscalYear },
      await findSurveyingRefusal({ transaction: db, now }, { round, agencyCode: code }),
    ),
    may: {
      headcount: isOpen && may(canStateHeadcount),
      links: isOpen && may(canManageLinks),
      codes: isOpen && may(canMakeCodes),
      close: isOpen && may(canClosePart),
      counts: may(canExportCounts),
      answers: may(canExportAnswers),
      signals: may(canSeeSignals),
    },
  }
})

export const action = acting(canFollowSurveys, async (asked) => {
  const { code } = await ofAgency(asked, canFollowSurveys)
  const fiscalYear = readYear(readParameter(asked.params, 'year'))
  const perform = surveyActs[asked.field('act')]
  if (!perform) throw new Problem('invalid', 'form.actUnknown')
  const done = await perform(asked, { fiscalYear, agencyCode: code })
  return `${agencySurveysPath(fiscalYear, code)}?done=${done}`
})

export type FoundSurveys = Awaited<ReturnType<typeof loader>>

export default function AgencySurveysPage() {
  const found = useLoaderData<typeof loader>()
  const { language, text, to } = useReader()
  const words = text.surveysWork
  const { year, agency, surveys, score, may, refused } = found
  const isAnyClosed = surveys.parts.some(({ isClosed }) => isClosed)
  const name = (language === 'en' && agency.name_en) || agency.name_th
  const refusal = useRefusal()
  return (
    <Page title={words.titleOf(name, year)} above={[{ name: words.title, path: '/work/surveys' }]}>
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <RefusalSummary refusal={refusal ?? refused ?? undefined} />
      <p>
        {words.collecting(surveys.opensOn, surveys.closesOn)} ·{' '}
        {isAnyClosed ? text.provisional.sealed : words.counts.sealed}
      </p>
      <section>
        <h2>{words.headcount.title}</h2>
        <HeadcountForm headcount={surveys.headcount} mayState={may.headcount} />
      </section>
      {surveys.parts.map((part) => (
        <PartSection key={part.part} found={found} part={part} />
      ))}
      {isAnyClosed && score && <AgencyScore score={score} />}
      <ExportLinks found={found} />
      {may.signals && (
        <p>
          <a href={to(signalsPath(year, agency.code))}>{words.toSignals}</a>
        </p>
      )}
    </Page>
  )
}
