/** The form in which a mark is given, settled or given again; or why there is none. */
import { useActionData } from 'react-router'
import { dayOf } from '#base/bangkok-day.ts'
import { longestRemark, type Mark } from '#modules/disclosure/assessment/mark.ts'
import { reasonKinds } from '#modules/disclosure/item.ts'
import { Act, Choice, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { UnverifiedMark } from '../../ui/marks.tsx'
import { elementPrefix, firstField } from './mark-fields.ts'
import type { MarkStage } from './mark-stage.ts'
import type { MarkingProps } from './marking.tsx'

export function MarkForm({ found }: MarkingProps) {
  const { text } = useReader()
  const words = text.assessmentWork.mark
  const { stage } = found
  if (stage.act === null) return <NoForm why={stage.why} code={found.view.place.code} />
  return (
    <section aria-labelledby="mark">
      <h2 id="mark">{words.titles[stage.title]}</h2>
      {stage.title === 'second' && <p className="hint">{words.blind}</p>}
      {stage.title === 'change' && found.view.state === 'markedOnce' && (
        <p className="hint">{words.waitsForSecond}</p>
      )}
      {stage.act === 'remark' && <p className="hint">{words.judged}</p>}
      <form className="mark-form" method="post">
        <Fields found={found} stage={stage} />
        <p className="field-actions">
          <button type="submit" name="act" value={stage.act}>
            {words.saves[stage.act]}
          </button>
          {found.view.findings.length > 0 && (
            <button type="submit" name="act" value="useFinding" className="quiet" formNoValidate>
              {words.useFinding}
            </button>
          )}
        </p>
        <p className="hint">{words.enter}</p>
        <p className="hint" data-keys="offer" hidden>
          <label className="keys-line">
            <input type="checkbox" /> {words.keys}
          </label>
        </p>
      </form>
      <script type="module" src="/scripts/marking.js" />
    </section>
  )
}

function NoForm({
  why,
  code,
}: {
  readonly why: Extract<MarkStage, { act: null }>['why']
  readonly code: string
}) {
  const { text } = useReader()
  const words = text.assessmentWork
  return (
    <div className="mark-box">
      <p>{words.mark.why[why]}</p>
      {why === 'claim' && (
        <form method="post">
          <input type="hidden" name="agency" value={code} />
          <Act act="claim" name={words.claim} />
        </form>
      )}
    </div>
  )
}

interface FieldsProps extends MarkingProps {
  readonly stage: Exclude<MarkStage, { act: null }>
}

/** The mark that the form changes. */
function heldMark({ found: { view }, stage }: FieldsProps): Mark | null {
  if (stage.title === 'change') return view.own
  return stage.title === 'remarkAgain'
    ? (view.marks.findLast(({ kind }) => kind === 'remarked') ?? null)
    : null
}

/** What came back with the page stands over what holds: also where nothing was chosen. */
function useMarkTyped(): (name: string, holding?: string) => string | undefined {
  const outcome = useActionData() as { readonly values?: Readonly<Record<string, string>> } | undefined
  return (name, holding) => (outcome?.values ? outcome.values[name] : holding)
}

function Fields({ found, stage }: FieldsProps) {
  const { text } = useReader()
  const typed = useMarkTyped()
  const words = text.assessmentWork.mark
  const { view, seen } = found
  const held = heldMark({ found, stage })
  const reasons = reasonKinds.map((kind) => ({ value: kind, name: text.itemReasons[kind] }))
  return (
    <>
      {seen.length > 0 && <Elements found={found} held={held} typed={typed} />}
      <Score isFirst={seen.length === 0} score={typed('score', held ? String(held.score) : undefined)} />
      <Choice
        name="reason"
        label={words.reason}
        none={words.noReason}
        options={reasons}
        value={typed('reason', held?.reasonKind ?? undefined)}
      />
      {view.findings.length === 0 ? (
        <p className="hint">{words.noFindings}</p>
      ) : (
        <Choice
          name="finding"
          label={words.finding}
          hint={words.findingHint}
          none={words.noFinding}
          options={view.findings.map(({ id, text: finding }) => ({ value: id, name: shorten(finding) }))}
          value={typed('finding')}
        />
      )}
      <p className="field">
        <label htmlFor="remark">{words.remark}</label>
        <span className="hint" id="remark-hint">
          {words.remarkHint}
        </span>
        <textarea
          id="remark"
          name="remark"
          rows={4}
          maxLength={longestRemark}
          defaultValue={typed('remark', held?.remark)}
          aria-describedby="remark-hint"
          data-key="KeyR"
        />
      </p>
      <Field
        name="assessedOn"
        label={words.assessedOn}
        hint={words.assessedOnHint}
        value={typed('assessedOn', text.rounds.day(held?.assessedOn ?? dayOf(found.now)))}
        required
      />
    </>
  )
}

const shown = 90

function shorten(finding: string): string {
  const line = finding.replace(/\s+/g, ' ')
  return line.length > shown ? `${line.slice(0, shown)}…` : line
}

function Score({ isFirst, score }: { readonly isFirst: boolean; readonly score: string | undefined }) {
  const { text } = useReader()
  const words = text.assessmentWork.mark
  return (
    <fieldset>
      <legend>{words.score}</legend>
      <label className="score-line">
        <input
          id={isFirst ? firstField : undefined}
          type="radio"
          name="score"
          value="100"
          data-key="Digit1"
          required
          defaultChecked={score === '100'}
        />{' '}
        {words.full}
      </label>
      <label className="score-line">
        <input
          type="radio"
          name="score"
          value="0"
          data-key="Digit0"
          required
          defaultChecked={score === '0'}
        />{' '}
        {words.zero}
      </label>
    </fieldset>
  )
}

interface ElementsProps extends MarkingProps {
  readonly held: Mark | null
  readonly typed: ReturnType<typeof useMarkTyped>
}

/** Neither is chosen where the assessor has not looked. */
function Elements({ found: { seen }, held, typed }: ElementsProps) {
  const { say, text } = useReader()
  const words = text.assessmentWork.mark
  return (
    <fieldset className="elements-seen">
      <legend>{words.elements}</legend>
      <p className="hint">{words.elementsHint}</p>
      {seen.map(({ place, text: element, kind, isUnverified }, index) => {
        const name = `${elementPrefix}${place}`
        const mark = held?.elements.find((one) => one.element === place)
        const chosen = typed(name, mark && (mark.isMet ? 'met' : 'lacking'))
        return (
          <fieldset key={place} className="element-seen">
            <legend>
              {place + 1}. {say(element)} <span className="mark">{text.disclosureWork.item.kinds[kind]}</span>{' '}
              {isUnverified && <UnverifiedMark />}
            </legend>
            <label>
              <input
                id={index === 0 ? firstField : undefined}
                type="radio"
                name={name}
                value="met"
                defaultChecked={chosen === 'met'}
              />{' '}
              {words.met}
            </label>{' '}
            <label>
              <input type="radio" name={name} value="lacking" defaultChecked={chosen === 'lacking'} />{' '}
              {words.notMet}
            </label>
          </fieldset>
        )
      })}
    </fieldset>
  )
}
