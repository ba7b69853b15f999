/** Lets requests start in turn: few at a time for each host, with a pause between them, and not too many in all. */

export interface Lane {
  /** Those of one host name wait in one line. */
  readonly host: string
  readonly atOnce: number
  /** Between two starts. */
  readonly gapMilliseconds: number
}

export interface HostQueue {
  /** Runs the task when its turn comes. */
  run<T>(lane: Lane, task: () => Promise<T>): Promise<T>
  /** Ends all waiting, now and later: tasks that will fail need not wait to do so. */
  open(): void
}

interface Line {
  readonly waiting: (() => void)[]
  running: number
  /** By the clock of `performance.now()`. */
  startsAt: number
  /** Its first is among the ready, or will be when `pause` ends. */
  isDue: boolean
  pause: NodeJS.Timeout | undefined
}

interface State {
  readonly atOnce: number
  readonly lines: Map<string, Line>
  readonly ready: (() => void)[]
  running: number
  isOpen: boolean
}

/** `atOnce`: of all hosts together. */
export function makeHostQueue(atOnce: number): HostQueue {
  const state: State = { atOnce, lines: new Map(), ready: [], running: 0, isOpen: false }
  return {
    async run(lane, task) {
      if (state.isOpen) return task()
      const line = state.lines.get(lane.host) ?? makeLine()
      state.lines.set(lane.host, line)
      await new Promise<void>((resolve) => {
        line.waiting.push(resolve)
        consider(state, line, lane)
      })
      return task().finally(() => leave(state, line, lane))
    },
    open() {
      state.isOpen = true
      for (const line of state.lines.values()) {
        clearTimeout(line.pause)
        for (const go of line.waiting.splice(0)) go()
      }
    },
  }
}

function makeLine(): Line {
  return { waiting: [], running: 0, startsAt: 0, isDue: false, pause: undefined }
}

/** Makes the first of a line ready as soon as its host may be asked again. */
function consider(state: State, line: Line, lane: Lane): void {
  if (line.isDue || line.waiting.length === 0 || line.running >= lane.atOnce) return
  line.isDue = true
  const enter = () => {
    state.ready.push(() => start(state, line, lane))
    startReady(state)
  }
  const milliseconds = line.startsAt - performance.now()
  if (milliseconds > 0) line.pause = setTimeout(enter, milliseconds)
  else enter()
}

function startReady(state: State): void {
  while (state.running < state.atOnce) {
    const next = state.ready.shift()
    if (!next) return
    next()
  }
}

function start(state: State, line: Line, lane: Lane): void {
  line.isDue = false
  line.startsAt = performance.now() + lane.gapMilliseconds
  line.running += 1
  state.running += 1
  line.waiting.shift()?.()
  consider(state, line, lane)
}

function leave(state: State, line: Line, lane: Lane): void {
  line.running -= 1
  state.running -= 1
  consider(state, line, lane)
  startReady(state)
  forgetWhenIdle(state, line, lane)
}

/** Not before its pause has ended, or the next request would not know of this one. */
function forgetWhenIdle({ lines }: State, line: Line, { host }: Lane): void {
  const isIdle = () => line.running === 0 && line.waiting.length === 0
  if (!isIdle()) return
  const milliseconds = line.startsAt - performance.now()
  const forget = () => {
    if (isIdle() && line.startsAt <= performance.now()) lines.delete(host)
  }
  if (milliseconds > 0) setTimeout(forget, milliseconds + 1).unref()
  else forget()
}
