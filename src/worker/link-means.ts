/** What jobs about links work with: made once, for fetching, reading, keeping and drawing pages. */
import type { Actor } from '#base/actor.ts'
import type { CheckLink } from '#modules/disclosure/watching/asked-link.ts'
import { openCheck } from '#modules/disclosure/watching/check.ts'
import type { Config } from '#platform/config.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import { type Files, openFiles } from '#platform/files/files.ts'
import type { Log } from '#platform/log.ts'
import { makePictures, type Pictures } from '#platform/picture/picture.ts'

export interface LinkMeans {
  readonly check: CheckLink
  readonly files: Files
  readonly pictures: Pictures
  readonly hasPictures: () => Promise<boolean>
  readonly inTransaction: <T>(step: (context: Context) => Promise<T>) => Promise<T>
  readonly signal: AbortSignal
  readonly log: Log
}

export interface OpenedLinkMeans {
  readonly means: LinkMeans
  /** Asks long jobs to leave off. */
  stop(): void
  /** What is still under way fails. */
  close(): Promise<void>
}

const system: Actor = { kind: 'system', name: 'worker' }

/** Nothing is started before the first link. */
export function openLinkMeans(doorway: Doorway, config: Config): OpenedLinkMeans {
  const { check, fetchPage, close } = openCheck(config)
  const pictures = makePictures({ chromium: config.chromium ?? '', fetch: fetchPage })
  const stopping = new AbortController()
  return {
    means: {
      check,
      files: openFiles(config),
      pictures,
      hasPictures: pictures.isPossible,
      inTransaction: (step) => act(doorway, system, step),
      signal: stopping.signal,
      log: doorway.log,
    },
    stop: () => stopping.abort(),
    close,
  }
}
