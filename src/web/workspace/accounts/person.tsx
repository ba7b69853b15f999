/** One person's roles, given and ended, and the state of the account. */
import { useLoaderData } from 'react-router'
import { isAllowed, isAllowedSomewhere } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import {
  canDisableAccount,
  canGiveGrant,
  canListAccounts,
  canRemoveSecondFactor,
} from '#modules/accounts/access.ts'
import { disableAccount } from '#modules/accounts/disable-account.ts'
import { enableAccount } from '#modules/accounts/enable-account.ts'
import { endGrant } from '#modules/accounts/end-grant.ts'
import { grantRole } from '#modules/accounts/grant-role.ts'
import { getPerson } from '#modules/accounts/people.ts'
import { removeSecondFactor } from '#modules/accounts/remove-second-factor.ts'
import { readParameter } from '../../public/reading.ts'
import { Act, Confirmed, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { useRefusal } from '../outcome.ts'
import { type Acting, acting, working } from '../working.ts'
import { GrantFields } from './grant-fields.tsx'
import { givingOf, readGrant } from './grant-form.ts'
import { GrantTable } from './grant-table.tsx'
import { readKeeping } from './people-list.ts'

export const loader = working(canListAccounts, async (asked) => {
  const { db, params, signedIn } = asked
  const { person } = signedIn
  const found = await getPerson(db, person, readParameter(params, 'id'))
  return {
    person: found,
    giving: isAllowedSomewhere(person, canGiveGrant)
      ? { agency: (await readKeeping(asked)).agency?.code, ...(await givingOf(asked)) }
      : null,
    may: {
      disable: isAllowed(person, canDisableAccount) && found.id !== person.id,
      removeSecondFactor: isAllowed(person, canRemoveSecondFactor) && found.hasSecondFactor,
    },
  }
})

const acts: Readonly<Record<string, (asked: Acting, userId: string) => Promise<string>>> = {
  give: async ({ db, field, doAs }, userId) => {
    const grant = await readGrant(db, field)
    await doAs((context) => grantRole(context, { userId, grant }))
    return 'grantGiven'
  },
  end: async ({ field, doAs }) => {
    const grantId = field('grant')
    await doAs((context) => endGrant(context, { grantId, reason: field(`${grantId}-reason`) }))
    return 'grantEnded'
  },
  disable: async ({ doAs }, userId) => {
    await doAs((context) => disableAccount(context, userId))
    return 'accountDisabled'
  },
  enable: async ({ doAs }, userId) => {
    await doAs((context) => enableAccount(context, userId))
    return 'accountEnabled'
  },
  removeSecondFactor: async ({ doAs }, userId) => {
    await doAs((context) => removeSecondFactor(context, userId))
    return 'secondFactorRemoved'
  },
}

export const action = acting(canListAccounts, async (asked) => {
  const userId = readParameter(asked.params, 'id')
  const perform = acts[asked.field('act')]
  if (!perform) throw new Problem('invalid', 'form.actUnknown')
  return `/work/accounts/${encodeURIComponent(userId)}?done=${await perform(asked, userId)}`
})

export default function Person() {
  const { person, giving, may } = useLoaderData<typeof loader>()
  const { text } = useReader()
  const words = text.workspace.accounts
  return (
    <Page title={person.name} above={[{ name: words.title, path: '/work/accounts' }]}>
      <RefusalSummary refusal={useRefusal()} />
      <p>
        {person.email} ·{' '}
        {person.disabledAt ? words.disabled : person.hasSecondFactor ? words.strong : words.plain}
      </p>
      <h2>{words.roles}</h2>
      <GrantTable grants={person.grants} mayEnd={giving !== null} />
      {giving && !person.disabledAt && (
        <Confirmed ask={words.giveRole}>
          <form method="post" className="stacked-form">
            <GrantFields {...giving} />
            <Act act="give" name={words.give} />
          </form>
        </Confirmed>
      )}
      {may.removeSecondFactor && (
        <Confirmed ask={words.removeSecondFactorAsk}>
          <form method="post">
            <p>{words.removeSecondFactorMeans}</p>
            <Act act="removeSecondFactor" name={words.removeSecondFactor} isGrave />
          </form>
        </Confirmed>
      )}
      {may.disable && <StateForm isDisabled={person.disabledAt !== null} name={person.name} />}
    </Page>
  )
}

function StateForm({ isDisabled, name }: { readonly isDisabled: boolean; readonly name: string }) {
  const { text } = useReader()
  const words = text.workspace.accounts
  if (isDisabled) {
    return (
      <form method="post">
        <Act act="enable" name={words.enable} />
      </form>
    )
  }
  return (
    <Confirmed ask={words.disableAsk}>
      <form method="post">
        <p>{words.disableMeans}</p>
        <Act act="disable" name={words.disable(name)} isGrave />
      </form>
    </Confirmed>
  )
}
