/** What waits for somebody in disclosure, each line a link to where it is done. */
import { useReader } from '../ui/language.ts'
import type { ToDoLine } from './disclosure-to-do.ts'

export function ToDoList({ lines }: { readonly lines: readonly ToDoLine[] }) {
  const { say, text, to } = useReader()
  const words = text.toDo
  return (
    <section aria-labelledby="to-do">
      <h2 id="to-do">{words.title}</h2>
      <ol className="tasks">
        {lines.map((line) => (
          <li key={line.path + line.task}>
            <a href={to(line.path)}>{sentenceOf(line, words)}</a>
            <span className="beside">
              {[words.ofYear(line.year), ...(line.agency ? [say(line.agency)] : [])].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function sentenceOf(line: ToDoLine, words: ReturnType<typeof useReader>['text']['toDo']): string {
  switch (line.task) {
    case 'approve':
      return words.approve(line.count, line.of)
    case 'explain':
      return words.explain(line.count, line.days)
    case 'mark':
      return words.mark(line.count, line.agencies)
    default:
      return words[line.task](line.count)
  }
}
