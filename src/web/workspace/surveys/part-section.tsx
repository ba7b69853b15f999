/** One part of an agency's surveys: counts against the minimum, and whatever one may do about it. */
import type { AgencyPart, MinimumRule } from '#modules/surveys/agency-surveys.ts'
import { ShareBar } from '../../ui/bar.tsx'
import { Act, Confirmed } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { UnverifiedMark } from '../../ui/marks.tsx'
import type { FoundSurveys } from './agency-surveys.tsx'
import { CodesForm } from './codes-form.tsx'
import { LinkBox } from './link-box.tsx'
import { ModeForm } from './mode-form.tsx'
import { PartScore } from './part-score.tsx'

export interface PartProps {
  readonly found: FoundSurveys
  readonly part: AgencyPart
}

export function PartSection({ found, part }: PartProps) {
  const { say, text } = useReader()
  const words = text.surveysWork
  const { may } = found
  const isOpen = !part.isClosed
  return (
    <section className="survey-part" aria-labelledby={`part-${part.part}`}>
      <h2 id={`part-${part.part}`}>{say(part.name)}</h2>
      <Counts part={part} />
      {part.isClosed && <PartScore score={found.score} part={part.part} />}
      {isOpen && part.survey === null && <p>{words.link.interviews}</p>}
      {isOpen && part.survey !== null && (
        <>
          <LinkBox found={found} part={part} />
          {part.mode !== null && <ModeForm part={part} mayChange={may.links} />}
          {part.mode === 'codes' && may.codes && <CodesForm found={found} part={part} />}
        </>
      )}
      {isOpen && may.close && part.mode !== null && <CloseForm part={part} />}
    </section>
  )
}

function Counts({ part }: { readonly part: AgencyPart }) {
  const { text } = useReader()
  const words = text.surveysWork
  const { count, minimum, expected, standing, isUnderMinimum, isClosed } = part
  const isBehind = standing === 'below' || isUnderMinimum
  return (
    <>
      <p>
        <strong>{words.counts.answered(count)}</strong>
        {minimum !== null && ` · ${words.counts.minimum(minimum)}`}{' '}
        <span className={isBehind ? 'standing standing-below' : 'standing'}>
          {isUnderMinimum ? words.underMinimum : words.standings[standing]}
        </span>
      </p>
      {minimum !== null && minimum > 0 && (
        <ShareBar percent={Math.min(100, (count / minimum) * 100)} {...(isBehind && { step: 4 })} />
      )}
      {isClosed && <p className="hint">{words.counts.frozen}</p>}
      {!isClosed && (
        <p className="hint">{expected === null ? words.counts.noPace : words.counts.expected(expected)}</p>
      )}
      <Rule rule={part.minimumRule} />
    </>
  )
}

function Rule({ rule: { rule, group, headcount, reason, isUnverified } }: { readonly rule: MinimumRule }) {
  const { say, text } = useReader()
  const words = text.surveysWork.rules
  return (
    <p className="hint">
      {sentence()} {isUnverified && rule?.kind !== 'unknown' && rule !== undefined && <UnverifiedMark />}
    </p>
  )

  function sentence(): string {
    if (!rule || rule.kind === 'unknown') return words.unknown
    if (rule.kind === 'byGroup') {
      if (group) return words.group({ group: say(group) })
      return reason === 'missionUnknown' ? words.noMission : words.noGroup
    }
    const { percent, atLeast, capAbove, capMinimum } = rule
    const share = words.share({ percent, atLeast, headcount: headcount ?? '' })
    const cap =
      capAbove !== undefined && capMinimum !== undefined
        ? ` · ${words.cap({ above: capAbove, minimum: capMinimum })}`
        : ''
    return `${share}${cap}${reason === 'headcountUnknown' ? ` · ${words.noHeadcount}` : ''}`
  }
}

function CloseForm({ part: { part, name, count, minimum } }: { readonly part: AgencyPart }) {
  const { say, text } = useReader()
  const words = text.surveysWork.close
  return (
    <Confirmed ask={words.ask}>
      <form method="post">
        <input type="hidden" name="part" value={part} />
        <p>{words.means(say(name))}</p>
        {minimum !== null && count < minimum && (
          <p>
            <strong>{words.under(count, minimum)}</strong>
          </p>
        )}
        <Act act="close" name={words.close(say(name))} isGrave />
      </form>
    </Confirmed>
  )
}
