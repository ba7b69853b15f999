/** The integrity signals of one agency, part by part: each with its statistic, its threshold, its evidence and a chart. */
import { useLoaderData } from 'react-router'
import { getAgencyRecord } from '#modules/registry/agency-list.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { canSeeSignals } from '#modules/surveys/access.ts'
import { listSignals } from '#modules/surveys/signals/gather.ts'
import { fewestAnswers } from '#modules/surveys/signals/thresholds.ts'
import { readParameter, readYear } from '../../public/reading.ts'
import { useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'
import { Page } from '../../ui/page.tsx'
import { ofAgency } from '../agencies/of-agency.ts'
import { signalsPath } from '../surveys/survey-query.ts'
import stylesheet from '../surveys/surveys.css?url'
import { working } from '../working.ts'
import { SignalCard } from './signal-card.tsx'

export const loader = working(canSeeSignals, async (asked) => {
  const { code, place } = await ofAgency(asked, canSeeSignals)
  const round = await getRound(asked.db, readYear(readParameter(asked.params, 'year')))
  const [found] = await listSignals(asked.db, round, [place])
  return {
    year: round.fiscalYear,
    agency: await getAgencyRecord(asked.db, code),
    parts: found?.parts ?? [],
    signals: found?.signals ?? [],
  }
})

export default function AgencySignals() {
  const { year, agency, parts, signals } = useLoaderData<typeof loader>()
  const { language, text } = useReader()
  const words = text.surveysWork.signals
  const name = (language === 'en' && agency.name_en) || agency.name_th
  return (
    <Page title={words.titleOf(name, year)} above={[{ name: words.title, path: signalsPath(year) }]}>
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <NoteBox title={words.nothingChanges}>
        <p>{words.lead}</p>
      </NoteBox>
      {parts.length === 0 && <p>{words.empty}</p>}
      {parts.map(({ part, answers }) => {
        const own = signals.filter((signal) => signal.part === part)
        const silent = own.filter(({ isRaised }) => !isRaised)
        return (
          <section key={part} aria-labelledby={`signals-${part}`}>
            <h2 id={`signals-${part}`}>{text.surveysWork.partName(part)}</h2>
            <p>{answers < fewestAnswers ? words.tooFew(answers) : words.answers(answers)}</p>
            {own.length > 0 && silent.length === own.length && <p>{words.noneRaisedHere}</p>}
            {own
              .filter(({ isRaised }) => isRaised)
              .map((signal) => (
                <SignalCard key={signal.kind} signal={signal} />
              ))}
            {silent.length > 0 && (
              <details className="confirmed">
                <summary>{words.silentOnes(silent.length)}</summary>
                {silent.map((signal) => (
                  <SignalCard key={signal.kind} signal={signal} />
                ))}
              </details>
            )}
          </section>
        )
      })}
    </Page>
  )
}
