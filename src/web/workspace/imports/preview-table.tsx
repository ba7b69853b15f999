/** What an import would do: its counts, and the first rows with what each would change. */
import type { Preview, PreviewRow } from '#modules/registry/preview-import.ts'
import { problemText } from '#text/text.ts'
import { useReader } from '../../ui/language.ts'
import { FaultList } from './fault-list.tsx'

interface Props {
  readonly preview: Preview
  readonly fileName: string
}

export function PreviewTable({ preview, fileName }: Props) {
  const { text } = useReader()
  const words = text.workspace.imports
  const { added, updated, unchanged, failed, rows, faults } = preview
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{words.preview(fileName)}</h2>
      <p role="status">{text.registry.previewed({ added, updated, unchanged, failed })}</p>
      {failed > 0 && <FaultList faults={faults} />}
      {rows.length > 0 && (
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
      )}
    </section>
  )
}

function RowMeaning({ row }: { readonly row: PreviewRow }) {
  const { text } = useReader()
  if (row.state === 'failed') {
    return row.faults.map(({ field, code, parameters }) => (
      <p key={`${field} ${code}`}>
        {field}: {problemText(text, code, parameters ?? {})}
      </p>
    ))
  }
  if (row.state === 'updated') {
    return row.changes.map(({ field, before, after }) => (
      <p key={field}>
        {field}: <del>{before ?? '–'}</del> → <ins>{after ?? '–'}</ins>
      </p>
    ))
  }
  return Object.values(row.record)
    .filter((value) => value !== null)
    .join(' · ')
}
