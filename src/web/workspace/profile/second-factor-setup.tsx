/** Sets up codes from an app: the password first, then the code to scan, then a first code as proof. */
import { toDataURL } from 'qrcode'
import { useActionData, useLoaderData } from 'react-router'
import { canSetSecondFactor } from '#modules/accounts/access.ts'
import { confirmSecondFactor } from '#modules/accounts/confirm-second-factor.ts'
import { startSecondFactor } from '#modules/accounts/start-second-factor.ts'
import { Act, Field, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { useRefusal } from '../outcome.ts'
import { acting, working } from '../working.ts'

export const loader = working(canSetSecondFactor, async ({ signedIn }) => ({
  isThere: signedIn.secondFactor,
}))

interface Started {
  readonly picture: string
  /** What to type into an app that cannot scan. */
  readonly key: string
  readonly backupCodes: readonly string[]
}

export const action = acting(canSetSecondFactor, async ({ accounts, field, request }) => {
  if (field('act') === 'confirm') {
    const { headers } = await confirmSecondFactor(accounts, request.headers, field('one-time-code'))
    return { to: '/work/profile?done=secondFactorSet', headers }
  }
  const password = field('password')
  const { uri, backupCodes } = await startSecondFactor(accounts, request.headers, password)
  const picture = await toDataURL(uri, { margin: 2, width: 240 })
  const key = new URL(uri).searchParams.get('secret') ?? ''
  return { show: { picture, key, backupCodes } satisfies Started }
})

export default function SecondFactorSetup() {
  const { isThere } = useLoaderData<typeof loader>()
  const outcome = useActionData() as Started | undefined
  const started = outcome && 'picture' in outcome ? outcome : undefined
  const refusal = useRefusal()
  const { text, to } = useReader()
  const words = text.workspace.profile
  const isConfirming = refusal?.values.act === 'confirm'
  return (
    <Page title={words.setUpCodes} above={[{ name: words.title, path: '/work/profile' }]}>
      <RefusalSummary refusal={refusal} />
      {started && <StartedFactor started={started} />}
      {started || isConfirming ? (
        <form method="post" className="stacked-form">
          <Field
            name="one-time-code"
            label={text.signIn.code}
            hint={words.firstCodeHint}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
          />
          <Act act="confirm" name={words.confirm} />
          {!started && (
            <p>
              <a href={to('/work/profile/second-factor')}>{text.today.factors.restart}</a>
            </p>
          )}
        </form>
      ) : (
        <form method="post" className="stacked-form">
          <p>{isThere ? words.secondFactorThere : words.setUpMeans}</p>
          <Field
            name="password"
            label={words.currentPassword}
            type="password"
            autoComplete="current-password"
            required
          />
          <Act act="start" name={words.begin} />
        </form>
      )}
    </Page>
  )
}

function StartedFactor({ started: { picture, key, backupCodes } }: { readonly started: Started }) {
  const { text } = useReader()
  const words = text.workspace.profile
  return (
    <>
      <h2>{words.scan}</h2>
      <img src={picture} alt={words.picture} width={240} height={240} />
      <p>
        {words.orType} <code className="secret">{key}</code>
      </p>
      <h2>{words.backupCodes}</h2>
      <p>{words.backupMeans}</p>
      <ul className="choices backup-codes">
        {backupCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
