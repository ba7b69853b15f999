/** What stands between an agency and a hundred: the items that would not score in full, the greatest loss first. */
import { useLoaderData } from 'react-router'
import { canSeeItems } from '#modules/disclosure/access.ts'
import { type GapItem, getGap } from '#modules/disclosure/gap.ts'
import { type GapKind, gapKinds } from '#modules/disclosure/gap-reasons.ts'
import { readParameter, readYear } from '../../public/reading.ts'
import { Bar, BarAxis } from '../../ui/bar.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { working } from '../working.ts'
import stylesheet from './disclosure.css?url'
import { type AgencyYear, besideBoardPath, boardPath } from './disclosure-query.ts'
import { GapReasonLine } from './gap-reason.tsx'
import { StateMark } from './state-mark.tsx'

export const loader = working(canSeeItems, async ({ db, now, params, signedIn }) => ({
  gap: await getGap(db, signedIn.person, {
    fiscalYear: readYear(readParameter(params, 'year')),
    agencyCode: readParameter(params, 'code'),
    now,
  }),
}))

export default function GapPage() {
  const { gap } = useLoaderData<typeof loader>()
  const { say, text } = useReader()
  const words = text.disclosureWork.gap
  const agency = { year: gap.fiscalYear, code: gap.agency.code }
  const board = text.disclosureWork.titleOf(say(gap.agency.name), gap.fiscalYear)
  return (
    <Page title={words.title} above={[{ name: board, path: boardPath(agency) }]}>
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      {gap.total === 0 ? (
        <p>{words.noItems}</p>
      ) : (
        <>
          <p className="big-figure">{words.ofHundred(gap.reachable)}</p>
          <p>{words.reachable}</p>
          <BarAxis />
          <Bar score={gap.reachable} />
          <p>{words.sound(gap.sound, gap.total)}</p>
        </>
      )}
      {gap.total > 0 && gap.items.length === 0 && <p>{words.nothing}</p>}
      {gapKinds.map((kind) => (
        <Kind
          key={kind}
          kind={kind}
          points={gap.points[kind]}
          items={gap.items.filter((item) => item.kind === kind)}
          agency={agency}
        />
      ))}
    </Page>
  )
}

interface KindProps {
  readonly kind: GapKind
  readonly points: string
  readonly items: readonly GapItem[]
  readonly agency: AgencyYear
}

function Kind({ kind, points, items, agency }: KindProps) {
  const { say, text, to } = useReader()
  const words = text.disclosureWork.gap
  if (items.length === 0) return null
  return (
    <section aria-labelledby={`gap-${kind}`}>
      <h2 id={`gap-${kind}`}>
        {words.kinds[kind]}: {words.points(points)}
      </h2>
      <p className="hint">
        {words.itemsOf(items.length)} · {words.kindHints[kind]}
      </p>
      <ol className="gap-items">
        {items.map(({ code, title, state, reasons, points: own, ofTotal }) => (
          <li key={code} className={`gap-item gap-${kind}`}>
            <h3>
              <a href={to(besideBoardPath(agency, code))}>
                <span className="code">{code}</span> {say(title)}
              </a>
            </h3>
            <p className="beside">
              {words.worth(own, ofTotal)} · <StateMark state={state} />
            </p>
            <ul className="findings">
              {reasons.map((reason) => (
                <GapReasonLine key={JSON.stringify(reason)} reason={reason} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}
