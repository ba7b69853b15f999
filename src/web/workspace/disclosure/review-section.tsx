/** The reviewer's part of an item: every element to tick, passing it, and sending it back with the reason. */
import { longest } from '#modules/disclosure/words.ts'
import { Act } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { UnverifiedMark } from '../../ui/marks.tsx'
import { useRefusal } from '../outcome.ts'
import { tickPrefix } from './disclosure-query.ts'
import { DoerName } from './history.tsx'
import type { ItemProps } from './item.tsx'

export function ReviewSection({ found }: ItemProps) {
  const { text } = useReader()
  const { view, may } = found
  const words = text.disclosureWork.review
  if (!may.pass && !may.return && !view.review) return null
  return (
    <section aria-labelledby="review">
      <h2 id="review">{words.title}</h2>
      {view.review && <Ticked found={found} />}
      {(may.pass || may.return) && <ReviewForm found={found} />}
    </section>
  )
}

function ReviewForm({ found: { view, may } }: ItemProps) {
  const { say, text } = useReader()
  const words = text.disclosureWork.review
  const values = useRefusal()?.values ?? {}
  return (
    <form className="stacked-form review-form" method="post">
      {may.pass && (
        <>
          <p className="hint">{words.means}</p>
          {view.elements.length === 0 && <p>{words.none}</p>}
          <input type="hidden" name="elements" value={view.elements.map(({ place }) => place).join(' ')} />
          {view.elements.length > 0 && (
            <fieldset>
              <legend>{words.elements}</legend>
              {view.elements.map(({ place, text: element, isUnverified }) => (
                <p key={place}>
                  <label>
                    <input
                      type="checkbox"
                      name={`${tickPrefix}${place}`}
                      defaultChecked={`${tickPrefix}${place}` in values}
                    />{' '}
                    {say(element)} {isUnverified && <UnverifiedMark />}
                  </label>
                </p>
              ))}
            </fieldset>
          )}
          <Act act="pass" name={words.pass} />
        </>
      )}
      {may.return && (
        <details className="confirmed" open={values.act === 'return'}>
          <summary>{words.returnAsk}</summary>
          <p className="field">
            <label htmlFor="reason">{words.reason}</label>
            <textarea
              id="reason"
              name="reason"
              rows={3}
              maxLength={longest.reason}
              defaultValue={values.reason}
            />
          </p>
          <Act act="return" name={words.return} />
        </details>
      )}
    </form>
  )
}

function Ticked({ found: { view } }: ItemProps) {
  const { say, text } = useReader()
  const { review: words, at } = text.disclosureWork
  const { review } = view
  if (!review) return null
  return (
    <>
      <h3>{words.ticked}</h3>
      <p className="hint">
        <DoerName by={review.by} /> · {at(review.at)}
      </p>
      <ul>
        {review.elements.map(({ element, isMet }) => {
          const own = view.elements.find(({ place }) => place === element)
          return (
            <li key={element}>
              <strong>{isMet ? words.met : words.notMet}</strong> {own && say(own.text)}
            </li>
          )
        })}
      </ul>
    </>
  )
}
