/** What one should know before sending codes by e-mail, and the list to send to. */
import type { MailedCodes } from '#modules/surveys/mail-codes.ts'
import { Act } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'
import type { FoundMailing } from './codes-by-mail.tsx'

interface Props {
  readonly found: FoundMailing
  /** What the press before came to: those it did not reach are offered again. */
  readonly mailed: MailedCodes | undefined
}

export function CodesMailForm({ found: { part, key, most, seconds }, mailed }: Props) {
  const { text } = useReader()
  const typed = useTyped()
  const words = text.mailCodes
  const rest = mailed ? [...mailed.left, ...mailed.failed, ...mailed.refused] : []
  return (
    <>
      <h2>{words.before.heading}</h2>
      <ul>
        {[
          words.before.time(most, seconds),
          ...[words.before.death, words.before.pairing, words.before.twice, words.before.few],
        ].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <form method="post" encType="multipart/form-data" className="stacked-form">
        <input type="hidden" name="part" value={part} />
        <input type="hidden" name="key" value={key} />
        <p className="field">
          <label htmlFor="addresses">{words.addresses}</label>
          <span className="hint" id="addresses-hint">
            {words.addressesHint}
          </span>
          <textarea
            id="addresses"
            name="addresses"
            rows={10}
            defaultValue={typed('addresses', rest.join('\n'))}
            aria-describedby="addresses-hint"
            autoComplete="off"
            spellCheck={false}
          />
        </p>
        <p className="field">
          <label htmlFor="file">{words.file}</label>
          <input id="file" name="file" type="file" accept=".csv,.txt,.xlsx" />
        </p>
        <Act name={rest.length > 0 ? words.sendRest : words.send} />
      </form>
    </>
  )
}
