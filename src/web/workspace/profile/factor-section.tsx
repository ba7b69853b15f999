/** What a person proves besides the password: codes from an app, and passkeys. */
import type { ListedPasskey } from '#modules/accounts/queries.ts'
import type { SignedIn } from '#modules/accounts/session.ts'
import type { Text } from '#text/text.ts'
import { Act } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { PasskeyScript } from '../passkey-script.tsx'
import { ProveFactor } from '../prove-factor.tsx'

interface Props {
  readonly factors: Pick<SignedIn, 'secondFactor' | 'hasCodes' | 'isProven' | 'withheldRoles'>
  readonly passkeys: readonly ListedPasskey[]
}

export function FactorSection({ factors, passkeys }: Props) {
  const { text, to } = useReader()
  const words = text.workspace.profile
  const { secondFactor, hasCodes, isProven } = factors
  const mayChange = isProven || !secondFactor
  return (
    <section>
      <h2>{words.secondFactor}</h2>
      <p>{standingOf(factors, text)}</p>
      {!mayChange && <ProveFactor hasCodes={hasCodes} />}
      {hasCodes && <p>{text.today.factors.codesThere}</p>}
      {!hasCodes && mayChange && (
        <p>
          <a href={to('/work/profile/second-factor')}>{words.setUpCodes}</a>
        </p>
      )}
      <h3>{words.passkeys}</h3>
      {passkeys.length === 0 && <p>{words.noPasskeys}</p>}
      <ul className="places">
        {passkeys.map(({ id, name, createdAt }) => (
          <li key={id}>
            <form method="post">
              <input type="hidden" name="passkey" value={id} />
              {name ?? words.passkey} {createdAt && text.workspace.audit.writeMoment(createdAt)}{' '}
              {mayChange && <Act act="removePasskey" name={words.removePasskey} />}
            </form>
          </li>
        ))}
      </ul>
      {mayChange && (
        <button
          type="button"
          className="quiet"
          hidden
          data-passkey="add"
          data-next={to('/work/profile?done=passkeyAdded')}
        >
          {words.addPasskey}
        </button>
      )}
      <p role="alert" hidden data-passkey="failed">
        {words.passkeyFailed}
      </p>
      <PasskeyScript />
    </section>
  )
}

function standingOf({ secondFactor, isProven, withheldRoles }: Props['factors'], text: Text): string {
  const words = text.today.factors
  if (secondFactor) return isProven ? words.held : words.unproven
  return withheldRoles.length > 0 ? text.workspace.profile.noSecondFactor : words.optional
}
