/** The devices one is signed in on; each may be signed out from here. */
import type { ListedSession } from '#modules/accounts/queries.ts'
import { Act } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { deviceOf } from './device.ts'

interface Props {
  readonly sessions: readonly ListedSession[]
  readonly current: string
}

export function SessionSection({ sessions, current }: Props) {
  const { text } = useReader()
  const words = text.workspace.profile
  const { writeMoment } = text.workspace.audit
  return (
    <section>
      <h2>{words.sessions}</h2>
      <table className="plain">
        <caption className="unseen">{words.sessions}</caption>
        <thead>
          <tr>
            <th scope="col">{words.device}</th>
            <th scope="col">{words.since}</th>
            <th scope="col">{words.how}</th>
            <th scope="col">{text.workspace.rounds.change}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, userAgent, createdAt, means }) => (
            <tr key={id}>
              <th scope="row">
                <DeviceName userAgent={userAgent} />
              </th>
              <td>{writeMoment(createdAt)}</td>
              <td>{(words.means as Readonly<Record<string, string>>)[means] ?? means}</td>
              <td>
                {id === current ? (
                  words.thisDevice
                ) : (
                  <form method="post">
                    <input type="hidden" name="session" value={id} />
                    <Act act="revokeSession" name={words.revoke} />
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sessions.length > 1 && (
        <form method="post">
          <Act act="revokeOthers" name={words.revokeOthers} />
        </form>
      )}
    </section>
  )
}

function DeviceName({ userAgent }: { readonly userAgent: string }) {
  const { text } = useReader()
  const device = deviceOf(userAgent)
  if (device) return text.today.deviceOf(device.browser, device.system)
  return userAgent || text.workspace.profile.unknownDevice
}
