/** Said at the top of the page: which published figures differ from the computed ones, both in words. */
import type { AgencyResult } from '#modules/results/result.ts'
import { useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'
import { shortName } from '../short-names.ts'

export function Differences({ result }: { readonly result: AgencyResult }) {
  const { text } = useReader()
  const words = text.published
  const { disagreements } = result
  if (disagreements.length === 0) return null
  return (
    <NoteBox title={words.differsCount(disagreements.length)}>
      <ul>
        {disagreements.map(({ node, published, computed }) => (
          <li key={node}>{words.differsNamed(shortName(text, node), published, computed)}</li>
        ))}
      </ul>
      <p>{words.differsAdvice}</p>
    </NoteBox>
  )
}
