/** Findings that assessors use again in their remarks: read, added, and taken out of use. */
import { useLoaderData } from 'react-router'
import { isAllowedSomewhere } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { canSeeAssessment } from '#modules/disclosure/access.ts'
import { addFinding } from '#modules/disclosure/assessment/add-finding.ts'
import { listFindings } from '#modules/disclosure/assessment/findings.ts'
import { retireFinding } from '#modules/disclosure/assessment/retire-finding.ts'
import { reasonKinds, titleOf } from '#modules/disclosure/item.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { listRounds } from '#modules/rounds/queries.ts'
import { Act, Choice, Confirmed, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { useRefusal, useTyped } from '../outcome.ts'
import { chooseRound } from '../surveys/survey-query.ts'
import { acting, type Working, working } from '../working.ts'
import stylesheet from './assessment.css?url'
import { findingsPath, queuePath } from './assessment-query.ts'
import { needs, requireSomewhere } from './queue-acts.ts'

export const loader = working(canSeeAssessment, async ({ db, signedIn }) => {
  const { person } = signedIn
  const mayAdd = isAllowedSomewhere(person, needs.claim)
  const leads = isAllowedSomewhere(person, needs.lead)
  const findings = await listFindings(db, person)
  return {
    ...{ mayAdd, items: await listItems(db) },
    findings: findings.map((finding) => ({ ...finding, mayRetire: leads || (mayAdd && finding.isOwn) })),
  }
})

/** Those of the newest round that is open, or of the newest; none where there is no round. */
async function listItems(db: Working['db']) {
  const round = chooseRound(await listRounds(db), undefined)
  if (!round) return []
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  return framework.disclosureItems.map((item) => ({
    ...{ id: item.id, code: item.code, title: titleOf(item, framework.fiscalYear) },
  }))
}

export const action = acting(canSeeAssessment, async (asked) => {
  const { field, doAs, db } = asked
  if (field('act') === 'retire') {
    await doAs((context) => retireFinding(context, { id: field('finding') }))
    return `${findingsPath}?done=findingRetired`
  }
  if (field('act') !== 'add') throw new Problem('invalid', 'form.actUnknown')
  requireSomewhere(asked, needs.claim)
  const round = chooseRound(await listRounds(db), undefined)
  const reasonKind = reasonKinds.find((kind) => kind === field('reason'))
  if (!reasonKind) throw new Problem('invalid', 'finding.invalid', { most: longestFinding })
  const entry = { fiscalYear: round?.fiscalYear ?? 0, itemCode: field('item') || undefined, reasonKind }
  await doAs((context) => addFinding(context, { ...entry, text: field('text') }))
  return `${findingsPath}?done=findingAdded`
})

const longestFinding = 1000

type Found = Awaited<ReturnType<typeof loader>>

interface Props {
  readonly found: Found
}

export default function Findings() {
  const found = useLoaderData<typeof loader>()
  const { text } = useReader()
  const words = text.assessmentWork
  return (
    <Page title={words.findings.title} above={[{ name: words.title, path: queuePath() }]}>
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <RefusalSummary refusal={useRefusal()} />
      <p>{words.findings.means}</p>
      {found.findings.length === 0 ? (
        <p>{found.mayAdd ? words.findings.none : words.findings.noneYet}</p>
      ) : (
        <FindingTable found={found} />
      )}
      {found.mayAdd && <AddForm found={found} />}
    </Page>
  )
}

function FindingTable({ found }: Props) {
  const { text } = useReader()
  const words = text.assessmentWork.findings
  const isOffered = found.findings.some(({ mayRetire }) => mayRetire)
  return (
    <table className="plain">
      <caption>{words.count(found.findings.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.text}</th>
          <th scope="col">{words.columns.item}</th>
          <th scope="col">{words.columns.reason}</th>
          {isOffered && <th scope="col">{words.columns.act}</th>}
        </tr>
      </thead>
      <tbody>
        {found.findings.map((finding) => (
          <FindingRow key={finding.id} {...{ found, finding, isOffered }} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps extends Props {
  readonly finding: Found['findings'][number]
  /** Whether any of them may be retired, so that the column is there. */
  readonly isOffered: boolean
}

function FindingRow({ found, finding, isOffered }: RowProps) {
  const { say, text } = useReader()
  const words = text.assessmentWork.findings
  const item = found.items.find(({ id }) => id === finding.itemId)
  const named = item ? `${item.code} ${say(item.title)}` : words.ofOtherYears(finding.itemId ?? '')
  return (
    <tr>
      <th scope="row" className="said-words">
        {finding.text}
      </th>
      <td>{finding.itemId === null ? words.anyItem : named}</td>
      <td>{text.itemReasons[finding.reasonKind]}</td>
      {isOffered && <td className="retire-cell">{finding.mayRetire && <RetireForm id={finding.id} />}</td>}
    </tr>
  )
}

function RetireForm({ id }: { readonly id: string }) {
  const { text } = useReader()
  const words = text.assessmentWork.findings
  return (
    <Confirmed ask={words.retire}>
      <form method="post">
        <p className="hint">{words.retireMeans}</p>
        <input type="hidden" name="finding" value={id} />
        <Act act="retire" name={words.retireDo} />
      </form>
    </Confirmed>
  )
}

function AddForm({ found: { items } }: Props) {
  const { say, text } = useReader()
  const typed = useTyped()
  const words = text.assessmentWork.findings
  const choices = items.map(({ code, title }) => ({ value: code, name: `${code} ${say(title)}` }))
  return (
    <section aria-labelledby="add">
      <h2 id="add">{words.add}</h2>
      <form className="stacked-form" method="post">
        {items.length === 0 ? (
          <p className="hint">{words.noRound}</p>
        ) : (
          <Choice
            name="item"
            label={words.item}
            none={words.anyItem}
            options={choices}
            value={typed('item')}
          />
        )}
        <Choice
          name="reason"
          label={words.reason}
          options={reasonKinds.map((kind) => ({ value: kind, name: text.itemReasons[kind] }))}
          value={typed('reason', 'element')}
        />
        <p className="field">
          <label htmlFor="text">{words.text}</label>
          <span className="hint" id="text-hint">
            {words.textHint(longestFinding)}
          </span>
          <textarea
            id="text"
            name="text"
            rows={4}
            maxLength={longestFinding}
            required
            defaultValue={typed('text')}
            aria-describedby="text-hint"
          />
        </p>
        <Act act="add" name={words.add} />
      </form>
    </section>
  )
}
