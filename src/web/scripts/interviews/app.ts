/** The enumerator's app: draws its screens from what the tablet keeps, and talks to the server when there is a network. */
import { drawDone } from './done-screen.ts'
import { element } from './element.ts'
import { type Fetched, fetchWork } from './fetch-work.ts'
import { drawHome } from './home-screen.ts'
import { drawInterview } from './interview-screen.ts'
import { drawLocked } from './locked-screen.ts'
import { sendAll } from './sending.ts'
import { type Language, type Screen, type Stage, wordsOf } from './stage.ts'
import { countOthersWaiting, hasWaiting, listInterviews, openStore, readWork, type Store } from './store.ts'

const tryAgainMilliseconds = 60_000

/** The frame of the page, as the server sends it. */
interface Frame {
  readonly main: HTMLElement
  readonly status: HTMLElement
  readonly switcher: HTMLElement
  readonly brand: HTMLElement
}

let screen: Screen = { kind: 'home' }
let heard: Fetched = 'fetched'
let isSending = false
/** Of drawings that overlap, the one begun last holds. */
let lastDrawing = 0

async function run(): Promise<void> {
  const frame = {
    ...{ main: find('content'), status: find('status') },
    ...{ switcher: find('language'), brand: find('brand') },
  }
  const store = await openStore()
  frame.switcher.addEventListener('click', () => void switchLanguage(store).then(() => draw(store, frame)))
  addEventListener('online', () => void send(store, frame))
  addEventListener('offline', () => void tell(store, frame))
  setInterval(() => void send(store, frame), tryAgainMilliseconds)
  void navigator.serviceWorker?.register('/interviews/sw.js').catch(() => undefined)
  void navigator.storage?.persist?.()
  await draw(store, frame)
  await send(store, frame)
}

function find(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`no ${id} on the page`)
  return found
}

async function readLanguage(store: Store): Promise<Language> {
  const chosen = await store.get('settings', 'language')
  return (chosen ?? new URLSearchParams(location.search).get('lang')) === 'en' ? 'en' : 'th'
}

async function switchLanguage(store: Store): Promise<void> {
  await store.put('settings', (await readLanguage(store)) === 'en' ? 'th' : 'en', 'language')
}

async function send(store: Store, frame: Frame): Promise<void> {
  if (isSending) return
  isSending = true
  try {
    await tellStatus(store, frame)
    heard = await talk(store)
  } finally {
    isSending = false
  }
  await tell(store, frame)
  if (heard === 'offline') await askForSync()
}

/** Whoever fills in an interview is not disturbed: what was heard shows on the next screen. */
function tell(store: Store, frame: Frame): Promise<void> {
  return screen.kind === 'home' ? draw(store, frame) : tellStatus(store, frame)
}

/** First who is signed in, then what waits of theirs, then how that has changed their work. */
async function talk(store: Store): Promise<Fetched> {
  const fetched = await fetchWork(store)
  if (fetched !== 'fetched' || !(await hasWaiting(store))) return fetched
  return (await sendAll(store)) === 'stopped' ? 'offline' : fetchWork(store)
}

/** Where the browser can, it wakes the service worker when the network is back, even with the app closed. */
async function askForSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.ready
  if (!registration || !('sync' in registration)) return
  const sync = registration.sync as { register(tag: string): Promise<void> }
  await sync.register('send-interviews').catch(() => undefined)
}

async function draw(store: Store, frame: Frame): Promise<void> {
  const drawing = ++lastDrawing
  const language = await readLanguage(store)
  const words = wordsOf(language)
  nameFrame(frame, language)
  const stage: Stage = {
    ...{ store, language, words, heard, say: (said) => said[language] },
    go: async (next) => {
      screen = next
      await draw(store, frame)
      frame.main.querySelector('h1')?.focus()
      scrollTo(0, 0)
    },
    draw: () => draw(store, frame),
    send: () => send(store, frame),
  }
  const drawn = await drawScreen(stage)
  if (drawing !== lastDrawing) return
  const focused = document.activeElement?.id
  const opened = [...frame.main.querySelectorAll('details')].map(({ open }) => open)
  frame.main.replaceChildren(...drawn)
  keepOpen(frame.main, opened)
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus()
  await tellStatus(store, frame)
}

/** What stood open stays open when the same screen is drawn again. */
function keepOpen(main: HTMLElement, opened: readonly boolean[]): void {
  const folds = [...main.querySelectorAll('details')]
  if (folds.length === opened.length)
    for (const [at, fold] of folds.entries()) fold.open = opened[at] === true
}

function nameFrame({ switcher, brand }: Frame, language: Language): void {
  const words = wordsOf(language)
  document.documentElement.lang = language
  document.title = words.title
  brand.textContent = words.brand
  brand.setAttribute('href', language === 'en' ? '/en/work/interviews' : '/work/interviews')
  switcher.textContent = words.other
  switcher.lang = language === 'en' ? 'th' : 'en'
}

async function drawScreen(stage: Stage): Promise<HTMLElement[]> {
  const { store } = stage
  const work = await readWork(store)
  const others = await countOthersWaiting(store, work?.person.id)
  if (!work) {
    screen = { kind: 'home' }
    return drawLocked(stage, others)
  }
  const own = await listInterviews(store, work.person.id)
  const current = screen
  if (current.kind === 'done') return drawDone({ ...stage, work }, current.assignment)
  const draft = current.kind === 'interview' && own.find(({ key }) => key === current.key)
  if (draft && draft.state === 'draft') return drawInterview({ ...stage, work }, draft)
  screen = { kind: 'home' }
  return drawHome({ ...stage, work }, own, others)
}

async function tellStatus(store: Store, { status }: Frame): Promise<void> {
  const words = wordsOf(await readLanguage(store))
  const work = await readWork(store)
  const own = work ? await listInterviews(store, work.person.id) : []
  const isWaiting = own.some(({ state }) => state === 'queued')
  const isOffline = !navigator.onLine || heard === 'offline'
  const waits = isSending ? words.sending : words.notSent
  const told = isOffline ? words.offline : isWaiting ? `${words.online} · ${waits}` : words.online
  if (status.textContent !== told) status.replaceChildren(element('span', {}, told))
}

await run()
