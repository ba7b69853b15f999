/** Every step of an item: who led it from which state to which, when and why. */
import type { Doer } from '#modules/disclosure/history.ts'
import { useReader } from '../../ui/language.ts'
import type { ItemProps } from './item.tsx'

export function History({ found: { view } }: ItemProps) {
  const { text } = useReader()
  const words = text.disclosureWork.history
  const entries = view.history.filter(({ kind }) => kind !== 'comment')
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.title}</h2>
      {entries.length === 0 && <p>{words.none}</p>}
      <ol className="history">
        {entries.map((entry) => (
          <li key={`${entry.at.getTime()} ${entry.kind} ${entry.kind === 'step' ? entry.act : ''}`}>
            <span className="hint">{text.disclosureWork.at(entry.at)}</span>{' '}
            <strong>{entry.kind === 'step' ? text.itemActs[entry.act] : words.explained}</strong>{' '}
            <DoerName by={entry.by} />
            {entry.kind === 'step' && entry.from !== entry.to && (
              <span className="beside">
                {words.led(text.itemStates[entry.from], text.itemStates[entry.to])}
              </span>
            )}
            {entry.kind === 'step' && entry.reason && (
              <p className="said-words">
                {words.reason}: {entry.reason}
              </p>
            )}
            {entry.kind === 'explanation' && <p className="said-words">{entry.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A person by name and role; assessors only as such. */
export function DoerName({ by: { kind, name, role } }: { readonly by: Doer }) {
  const { text } = useReader()
  const words = text.disclosureWork.history
  if (kind === 'system') return <span>{words.system}</span>
  if (kind === 'operator') return <span>{words.operator}</span>
  if (role === 'assessor' || role === 'leadAssessor' || role === 'administrator') {
    return <span>{words.assessors}</span>
  }
  return (
    <span>
      {name ?? words.gone}
      {role && ` (${text.roles[role]})`}
    </span>
  )
}
