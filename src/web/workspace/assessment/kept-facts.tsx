/** What was kept of a link at submission, in facts: when, how it opened, what the program found, its files. */

import type { AnsweredLink } from '#modules/disclosure/answers.ts'
import type { Snapshot } from '#modules/disclosure/assessment/snapshots.ts'
import type { ItemElement } from '#modules/disclosure/element.ts'
import { useReader } from '../../ui/language.ts'
import { VerdictMark } from '../disclosure/check-words.tsx'
import { Findings } from '../disclosure/link-check.tsx'
import { type NamedLink, snapshotPath } from './assessment-query.ts'

interface Props {
  readonly snapshot: Snapshot
  readonly elements: readonly ItemElement[]
  readonly named: NamedLink
}

export function KeptFacts({ snapshot, elements, named }: Props) {
  const { text } = useReader()
  const { report, state } = snapshot
  return (
    <>
      <p>
        <KeptWhen snapshot={snapshot} />
        {report && state !== 'waiting' && (
          <>
            {' · '}
            <VerdictMark verdict={report.verdict} />
            {report.onMainSite !== null &&
              ` · ${text.disclosureWork.check.onMainSite[report.onMainSite ? 'yes' : 'no']}`}
          </>
        )}
      </p>
      {report && state !== 'waiting' && <Findings report={report} elements={elements} />}
      <KeptFiles snapshot={snapshot} named={named} />
      {report?.sha256 && (
        <p className="beside hash">
          {text.assessmentWork.snapshot.hash}: <code>{report.sha256}</code>
        </p>
      )}
    </>
  )
}

export function KeptWhen({ snapshot: { state, takenAt } }: Pick<Props, 'snapshot'>) {
  const { text } = useReader()
  const { snapshot: words, at } = text.assessmentWork
  if (state === 'waiting' || takenAt === null) return <span>{words.waiting}</span>
  return <span>{words[state](at(takenAt))}</span>
}

/** Nothing where no file was kept. */
export function KeptFiles({ snapshot, named }: Omit<Props, 'elements'>) {
  const { text, to } = useReader()
  const words = text.assessmentWork.snapshot
  const { bodyKey, textKey, pictureKey, bodyBytes } = snapshot
  if (!bodyKey && !textKey && !pictureKey) return null
  return (
    <ul className="ways-on">
      {textKey && (
        <li>
          <a href={to(snapshotPath(named, 'text'))}>{words.textFile}</a>
        </li>
      )}
      {pictureKey && (
        <li>
          <a href={to(snapshotPath(named, 'picture'))}>{words.pictureFile}</a>
        </li>
      )}
      {bodyKey && (
        <li>
          <a href={to(snapshotPath(named, 'body'))}>{words.body}</a>{' '}
          <span className="hint">
            {bodyBytes !== null && `${words.bytes(bodyBytes)} · `}
            {words.bodyHint}
          </span>
        </li>
      )}
    </ul>
  )
}

interface SinceProps {
  readonly link: Pick<AnsweredLink, 'check'> & { readonly snapshot: Snapshot | null }
}

/** Whether the live page still says what it said at submission. */
export function SinceThen({ link: { check, snapshot } }: SinceProps) {
  const { text } = useReader()
  const { snapshot: words, at } = text.assessmentWork
  const then = snapshot?.report?.textHash
  if (!check || !then || snapshot.takenAt === null || check.lastAt < snapshot.takenAt) {
    return <p className="hint">{words.since.unknown}</p>
  }
  const { verdict, textHash } = check.report
  const when = at(check.lastAt)
  if (textHash === then) return <p className="result-pass">{words.since.same(when)}</p>
  const isOpen = verdict === 'live' || verdict === 'moved'
  if (!isOpen) return <p className="result-fail">{words.since.gone(text.checker.verdicts[verdict], when)}</p>
  if (textHash === null) return <p className="hint">{words.since.unknown}</p>
  return <p className="result-warn">{words.since.changed(when)}</p>
}
