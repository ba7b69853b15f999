/** Keys with which one's own programs use the API. */
import type { ListedKey } from '#modules/accounts/queries.ts'
import { Act, Choice, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'

interface Props {
  readonly keys: readonly ListedKey[]
  /** The key just made, shown this once. */
  readonly made: string | undefined
  /** What a key may be made for. */
  readonly scopes: readonly string[]
}

export function KeySection({ keys, made, scopes }: Props) {
  const { text } = useReader()
  const words = text.workspace.profile
  const { writeMoment } = text.workspace.audit
  return (
    <section>
      <h2>{words.keys}</h2>
      {made && (
        <div className="done" role="status">
          <p>{words.keyMade}</p>
          <code className="secret">{made}</code>
        </div>
      )}
      {keys.length === 0 ? (
        <p>{words.noKeys}</p>
      ) : (
        <table className="plain">
          <caption className="unseen">{words.keys}</caption>
          <thead>
            <tr>
              <th scope="col">{words.keyName}</th>
              <th scope="col">{words.scopes}</th>
              <th scope="col">{words.until}</th>
              <th scope="col">{text.workspace.rounds.change}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map(({ id, name, prefix, scopes: held, expiresAt }) => (
              <tr key={id}>
                <th scope="row">
                  {name} <code>prs_{prefix}_…</code>
                </th>
                <td>{held.map((scope) => scopeName(scope, words.readScope, text.permissions)).join(', ')}</td>
                <td>{writeMoment(expiresAt)}</td>
                <td>
                  <form method="post">
                    <input type="hidden" name="key" value={id} />
                    <Act act="revokeKey" name={words.revokeKey} />
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <NewKey scopes={scopes} />
    </section>
  )
}

function NewKey({ scopes }: Pick<Props, 'scopes'>) {
  const { text } = useReader()
  const typed = useTyped()
  const words = text.workspace.profile
  return (
    <details className="confirmed">
      <summary>{words.makeKey}</summary>
      <form method="post" className="stacked-form">
        <Field name="name" label={words.keyName} value={typed('name')} required maxLength={100} />
        <Choice
          name="days"
          label={words.lasts}
          options={[30, 90, 365].map((days) => ({ value: String(days), name: words.days(days) }))}
          value={typed('days', '90')}
        />
        <fieldset>
          <legend>{words.scopes}</legend>
          <ul className="choices">
            {scopes.map((scope) => (
              <li key={scope}>
                <label>
                  <input type="checkbox" name="scopes" value={scope} defaultChecked={scope === 'read'} />{' '}
                  {scopeName(scope, words.readScope, text.permissions)}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <Act act="createKey" name={words.makeKey} />
      </form>
    </details>
  )
}

function scopeName(scope: string, read: string, names: Readonly<Record<string, string>>): string {
  return scope === 'read' ? read : (names[scope] ?? scope)
}
