/** What the worker can do, by the names under which jobs and the schedule ask for it. */
import { listCoordinators } from '#modules/accounts/coordinators.ts'
import { checkItemTask } from '#modules/disclosure/check-task.ts'
import { takePictureTask, takeSnapshotTask } from '#modules/disclosure/snapshots/keep.ts'
import { takePicture } from '#modules/disclosure/snapshots/take-picture.ts'
import { takeSnapshot, takeSnapshots } from '#modules/disclosure/snapshots/take-snapshots.ts'
import { takeSnapshotsTask } from '#modules/disclosure/submit-items.ts'
import { checkItem } from '#modules/disclosure/watching/check-item.ts'
import { watchOn, watchOpenRounds, watchRoundTask } from '#modules/disclosure/watching/jobs.ts'
import { sendReminders } from '#modules/rounds/reminders-send.ts'
import { remindOfPace } from '#modules/surveys/pace-reminders.ts'
import type { Task } from '#platform/jobs-worker.ts'
import type { Mail } from '#platform/mail-letter.ts'
import type { LinkMeans } from './link-means.ts'
import { type Means, react } from './reactions.ts'

export type TaskName =
  | 'react'
  | 'sendLetter'
  | 'remindAgencies'
  | 'remindOfPace'
  | 'watchOpenRounds'
  | typeof watchRoundTask
  | typeof checkItemTask
  | typeof takeSnapshotsTask
  | typeof takeSnapshotTask
  | typeof takePictureTask

export interface TaskMeans extends Means {
  readonly mail: Mail
  readonly links: LinkMeans
}

const watchMilliseconds = 5 * 60_000

export function makeTasks(means: TaskMeans): Readonly<Record<TaskName, Task>> {
  const { outbox, baseUrl, mail, links } = means
  const watching = { ...links, outbox, baseUrl, forMilliseconds: watchMilliseconds }
  return {
    react: (context, payload) => react(context, { payload, means }),
    sendLetter: (context, payload) => outbox.send(context, { mail, payload }),
    remindAgencies: (context) =>
      sendReminders(context, { outbox, baseUrl, findRecipients: listCoordinators }),
    remindOfPace: (context) => remindOfPace(context, { outbox, baseUrl, findRecipients: listCoordinators }),
    watchOpenRounds,
    [watchRoundTask]: (context, payload) => watchOn(context, payload, watching),
    [checkItemTask]: (context, payload) => checkItem(context, payload, links.check),
    [takeSnapshotsTask]: (context, payload) => takeSnapshots(context, payload, links),
    [takeSnapshotTask]: (context, payload) => takeSnapshot(context, payload, links),
    [takePictureTask]: (context, payload) => takePicture(context, payload, links),
  }
}
