/** What an import would come to: its counts, the rows to mend, and the columns that nobody reads. */
import type { Preview } from '#modules/registry/preview-import.ts'
import { useReader } from '../../ui/language.ts'
import { FaultList } from './fault-list.tsx'

interface Props {
  readonly preview: Preview
  readonly fileName: string
}

export function PreviewSummary({ preview, fileName }: Props) {
  const { text } = useReader()
  const words = text.workspace.imports
  const { added, updated, unchanged, failed, faults, unread } = preview
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{words.preview(fileName)}</h2>
      <p role="status">{text.registry.previewed({ added, updated, unchanged, failed })}</p>
      {unread.length > 0 && <p>{text.registry.unread({ columns: unread.join(', ') })}</p>}
      {failed > 0 && <FaultList faults={faults} />}
    </section>
  )
}
