/** What the people of the agency say to each other about an item. */
import type { ShownWords } from '#modules/disclosure/history.ts'
import { longest } from '#modules/disclosure/words.ts'
import { Act } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'
import { DoerName } from './history.tsx'
import type { ItemProps } from './item.tsx'

export function Comments({ found: { view, may } }: ItemProps) {
  const { text } = useReader()
  const typed = useTyped()
  const words = text.disclosureWork
  const comments = view.history.filter((entry): entry is ShownWords => entry.kind === 'comment')
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{words.comments.title(comments.length)}</h2>
      {comments.length === 0 && <p>{words.comments.none}</p>}
      <ul className="comment-list">
        {comments.map((comment) => (
          <li key={`${comment.at.getTime()} ${comment.text}`}>
            <strong>
              <DoerName by={comment.by} />
            </strong>{' '}
            <span className="hint">{words.at(comment.at)}</span>
            <p className="said-words">{comment.text}</p>
          </li>
        ))}
      </ul>
      {may.comment && (
        <form className="stacked-form" method="post">
          <p className="field">
            <label htmlFor="comment">{words.comments.text}</label>
            <span className="hint" id="comment-hint">
              {words.comments.hint}
            </span>
            <textarea
              id="comment"
              name="comment"
              rows={3}
              maxLength={longest.comment}
              aria-describedby="comment-hint"
              defaultValue={typed('comment')}
            />
          </p>
          <Act act="comment" name={words.comments.add} />
        </form>
      )}
    </section>
  )
}
