/** What a person proves besides the password: codes from an app, and passkeys. */
import type { ListedPasskey } from '#modules/accounts/queries.ts'
import { Act } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { PasskeyScript } from '../passkey-script.tsx'

interface Props {
  readonly hasSecondFactor: boolean
  readonly passkeys: readonly ListedPasskey[]
}

export function FactorSection({ hasSecondFactor, passkeys }: Props) {
  const { text, to } = useReader()
  const words = text.workspace.profile
  return (
    <section>
      <h2>{words.secondFactor}</h2>
      <p>{hasSecondFactor ? words.secondFactorThere : words.noSecondFactor}</p>
      <p>
        <a href={to('/work/profile/second-factor')}>{words.setUpCodes}</a>
      </p>
      <h3>{words.passkeys}</h3>
      {passkeys.length === 0 && <p>{words.noPasskeys}</p>}
      <ul className="places">
        {passkeys.map(({ id, name, createdAt }) => (
          <li key={id}>
            <form method="post">
              <input type="hidden" name="passkey" value={id} />
              {name ?? words.passkey} {createdAt && text.workspace.audit.writeMoment(createdAt)}{' '}
              <Act act="removePasskey" name={words.removePasskey} />
            </form>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="quiet"
        hidden
        data-passkey="add"
        data-next={to('/work/profile?done=passkeyAdded')}
      >
        {words.addPasskey}
      </button>
      <p role="alert" hidden data-passkey="failed">
        {words.passkeyFailed}
      </p>
      <PasskeyScript />
    </section>
  )
}
