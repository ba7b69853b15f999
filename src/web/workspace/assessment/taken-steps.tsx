/** Every step of an item as assessors see it: who led it from which state to which, when and why. */
import type { Role } from '#base/actor.ts'
import type { TakenStep } from '#modules/disclosure/assessment/item-history.ts'
import { Fold } from '../../ui/fold.tsx'
import { useReader } from '../../ui/language.ts'
import type { MarkingProps } from './marking.tsx'

export function TakenSteps({ found: { view } }: MarkingProps) {
  const { text } = useReader()
  const words = text.assessmentWork
  if (view.history.length === 0) return null
  return (
    <Fold id="history" title={words.mark.history}>
      <ol className="history">
        {view.history.map((step) => (
          <li key={`${step.at.getTime()} ${step.act} ${step.to}`}>
            <span className="hint">{words.at(step.at)}</span> <strong>{text.itemActs[step.act]}</strong>{' '}
            <By step={step} />
            {step.from !== step.to && (
              <span className="beside">
                {text.disclosureWork.history.led(text.itemStates[step.from], text.itemStates[step.to])}
              </span>
            )}
            {step.reason && (
              <p className="said-words">
                {words.mark.stepReason}: {step.reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Fold>
  )
}

function By({ step: { actorKind, actor, role } }: { readonly step: TakenStep }) {
  const { text } = useReader()
  const words = text.assessmentWork.mark
  if (actorKind === 'system' || actorKind === 'operator') return <span>{words[actorKind]}</span>
  const names: Readonly<Partial<Record<string, string>>> = text.roles satisfies Record<Role, string>
  return (
    <span>
      {actor ?? words.unknownPerson}
      {role && ` (${names[role] ?? role})`}
    </span>
  )
}
