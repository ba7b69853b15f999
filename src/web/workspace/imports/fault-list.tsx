/** Every row that failed, with line, field and reason. */
import type { RowFault } from '#modules/registry/read-list.ts'
import { problemText } from '#text/text.ts'
import { useReader } from '../../ui/language.ts'
import { useFieldName } from './field-name.ts'

export function FaultList({ faults }: { readonly faults: readonly RowFault[] }) {
  const { text } = useReader()
  const nameOf = useFieldName()
  const words = text.workspace.imports
  return (
    <details open={faults.length <= 20}>
      <summary>{words.faults(faults.length)}</summary>
      <ul className="faults">
        {faults.map(({ line, field, code, parameters }) => (
          <li key={`${line} ${field} ${code}`}>
            {text.registry.fault({
              line,
              field: nameOf(field),
              reason: problemText(text, code, parameters ?? {}),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
