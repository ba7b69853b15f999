/** The first rows of a list, with what each would change. */
import type { Preview, PreviewRow } from '#modules/registry/preview-import.ts'
import { problemText } from '#text/text.ts'
import { useReader } from '../../ui/language.ts'
import { useFieldName } from './field-name.ts'

export function PreviewTable({ rows }: Pick<Preview, 'rows'>) {
  const { text } = useReader()
  const words = text.workspace.imports
  if (rows.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="wide-table" aria-label={words.firstRows} tabIndex={0}>
      <table className="plain">
        <caption>{words.firstRows}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {words.line}
            </th>
            <th scope="col">{words.becomes}</th>
            <th scope="col">{words.says}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td className="number">{row.line}</td>
              <td>{words.states[row.state]}</td>
              <td>
                <RowMeaning row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function RowMeaning({ row }: { readonly row: PreviewRow }) {
  const { text } = useReader()
  const nameOf = useFieldName()
  if (row.state === 'failed') {
    return row.faults.map(({ field, code, parameters }) => (
      <p key={`${field} ${code}`}>
        {nameOf(field)}: {problemText(text, code, parameters ?? {})}
      </p>
    ))
  }
  if (row.state === 'updated') {
    return row.changes.map(({ field, before, after }) => (
      <p key={field}>
        {nameOf(field)}: <del>{before ?? '–'}</del> → <ins>{after ?? '–'}</ins>
      </p>
    ))
  }
  return Object.values(row.record)
    .filter((value) => value !== null)
    .join(' · ')
}
