/** What the worker can do, by the names under which jobs and the schedule ask for it. */
import { listCoordinators } from '#modules/accounts/coordinators.ts'
import { sendReminders } from '#modules/rounds/reminders-send.ts'
import { remindOfPace } from '#modules/surveys/pace-reminders.ts'
import type { Task } from '#platform/jobs-worker.ts'
import type { Mail } from '#platform/mail-letter.ts'
import { type Means, react } from './reactions.ts'

export type TaskName = 'react' | 'sendLetter' | 'remindAgencies' | 'remindOfPace'

export function makeTasks(means: Means, mail: Mail): Readonly<Record<TaskName, Task>> {
  const { outbox, baseUrl } = means
  return {
    react: (context, payload) => react(context, { payload, means }),
    sendLetter: (context, payload) => outbox.send(context, { mail, payload }),
    remindAgencies: (context) =>
      sendReminders(context, { outbox, baseUrl, findRecipients: listCoordinators }),
    remindOfPace: (context) => remindOfPace(context, { outbox, baseUrl, findRecipients: listCoordinators }),
  }
}
