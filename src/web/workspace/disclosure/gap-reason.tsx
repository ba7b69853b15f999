/** One reason why an item would not score in full, with how to mend it. */
import { type GapReason, kindOf } from '#modules/disclosure/gap-reasons.ts'
import { useReader } from '../../ui/language.ts'
import { FixSentence, FoundWords, Mend, NamedCheck, VerdictMark } from './check-words.tsx'

interface Props {
  readonly reason: GapReason
}

const tones = { lost: 'fail', risk: 'warn', pending: 'pass' } as const

export function GapReasonLine({ reason }: Props) {
  return (
    <li className={`finding finding-${tones[kindOf(reason)]}`}>
      <Words reason={reason} />
      {'url' in reason && <AboutLink url={reason.url} position={reason.position} />}
    </li>
  )
}

function Words({ reason }: Props) {
  const { text } = useReader()
  const words = text.disclosureWork.gap
  switch (reason.code) {
    case 'finding':
      return (
        <>
          <NamedCheck finding={reason.finding} />
          <FoundWords finding={reason.finding} />
          <FixSentence fix={reason.finding.fix} />
        </>
      )
    case 'verdict':
      return (
        <>
          <VerdictMark verdict={reason.verdict} />
          <FixSentence fix={{ code: reason.verdict, parameters: {} }} />
        </>
      )
    case 'late':
      return <strong>{words.late(reason.dueOn)}</strong>
    case 'scored':
      return (
        <>
          <strong>{words.scored}</strong>
          {reason.reasonKind && ` · ${text.itemReasons[reason.reasonKind]}`}
          {reason.remark && <span className="quoted">“{reason.remark}”</span>}
          <Mend sentence={words.scoredMend} />
        </>
      )
    default:
      return (
        <>
          <strong>{words.reasons[reason.code]}</strong>
          <Mend sentence={words.mends[reason.code]} />
        </>
      )
  }
}

function AboutLink({ url, position }: { readonly url: string; readonly position: number }) {
  const { text } = useReader()
  return (
    <span className="beside link-address">
      {text.disclosureWork.board.link(position)}:{' '}
      <a href={url} rel="noreferrer">
        {url}
      </a>
    </span>
  )
}
