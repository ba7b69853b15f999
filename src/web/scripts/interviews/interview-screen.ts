/** One interview: every question on one page, kept on the tablet the moment it is answered. */
import type { InterviewColumn, InterviewQuestion } from '#modules/surveys/interview-form.ts'
import { button, element } from './element.ts'
import type { WorkStage } from './stage.ts'
import { changeInterview, type KeptInterview } from './store.ts'

export function drawInterview(stage: WorkStage, kept: KeptInterview): HTMLElement[] {
  const { words, work, say, go } = stage
  const questions = work.forms.find(({ id }) => id === kept.form)?.questions
  const heading = element('h1', { tabindex: -1 }, words.interviewAbout(say(kept.agency.name)))
  const later = button(words.later, () => go({ kind: 'home' }), { class: 'quiet' })
  if (!questions) return [heading, element('p', {}, words.formGone), later]
  const { answers, choose, finish, saved, faults } = startFilling(stage, { kept, questions })
  const doubtful = questions.filter(({ isUnverified }) => isUnverified)
  const isMarked = doubtful.length < questions.length
  return [
    heading,
    element('p', { class: 'promise' }, words.promise),
    ...(doubtful.length > 0
      ? [element('p', { class: 'soft' }, isMarked ? words.unverified : words.allUnverified)]
      : []),
    ...questions.map((question, index) => {
      const number = words.number(index + 1, questions.length)
      return drawQuestion(stage, { question, number, isMarked, answers, choose })
    }),
    faults,
    saved,
    button(words.finish, finish, { id: 'finish', class: 'main' }),
    later,
    drawStop(stage, kept),
  ]
}

interface Filled {
  readonly kept: KeptInterview
  readonly questions: readonly InterviewQuestion[]
}

/** What happens as questions are answered, and at the end. */
function startFilling(stage: WorkStage, { kept, questions }: Filled) {
  const { words, store, go, send } = stage
  const columns = questions.flatMap((question) => question.columns.map(({ id }) => id))
  const answers = new Map(Object.entries(kept.answers))
  const saved = element('p', { class: 'saved', 'aria-live': 'polite' })
  const faults = element('div', { role: 'alert' })
  const change = (changed: (now: KeptInterview) => Partial<KeptInterview>) =>
    changeInterview(store, kept.key, (now) => ({ ...now, ...changed(now) }))
  const tell = () => {
    saved.textContent = words.saved(columns.filter((id) => answers.has(id)).length, columns.length)
  }
  tell()
  return {
    ...{ answers, saved, faults },
    choose: async (column: string, place: number) => {
      answers.set(column, place)
      await change((now) => ({ answers: { ...now.answers, [column]: place } }))
      tell()
    },
    finish: async () => {
      const missing = questions.filter(({ columns: own }) => own.some(({ id }) => !answers.has(id)))
      if (missing.length > 0) return showMissing(faults, { stage, questions, missing, answers })
      await change(() => ({ state: 'queued', finishedAt: Date.now() }))
      await go({ kind: 'done', assignment: kept.assignment })
      void send()
    },
  }
}

interface Asked {
  readonly question: InterviewQuestion
  readonly number: string
  /** Whether questions whose wording is not confirmed bear a mark. */
  readonly isMarked: boolean
  readonly answers: ReadonlyMap<string, number>
  readonly choose: (column: string, place: number) => Promise<void>
}

function drawQuestion(stage: WorkStage, asked: Asked): HTMLElement {
  const { question, number, isMarked } = asked
  const { say, words } = stage
  const mark = isMarked && question.isUnverified && element('abbr', { title: words.unverifiedMark }, ' ?')
  const title = [element('small', {}, number), ` ${say(question.text)}`, mark]
  const note = question.note && element('p', { class: 'soft' }, say(question.note))
  const [only] = question.columns
  if (question.columns.length === 1 && only && !only.text) {
    return drawColumn(stage, { ...asked, column: only, legend: title, note })
  }
  return element(
    'section',
    { class: 'card', 'aria-labelledby': `${question.id}-text` },
    element('p', { class: 'text', id: `${question.id}-text` }, ...title),
    note,
    ...question.columns.map((column) =>
      drawColumn(stage, { ...asked, column, legend: [say(column.text ?? question.text)], note: null }),
    ),
  )
}

interface AskedColumn extends Asked {
  readonly column: InterviewColumn
  readonly legend: readonly (Node | string | false)[]
  readonly note: HTMLElement | null
}

function drawColumn({ say }: WorkStage, { column, legend, note, answers, choose }: AskedColumn): HTMLElement {
  const rows = column.options.map((label, place) => {
    const isChosen = answers.get(column.id) === place
    const input = element('input', {
      ...{ type: 'radio', name: column.id, value: place, checked: isChosen },
      id: `${column.id}-${place}`,
      onchange: () => void choose(column.id, place),
    })
    return element('label', {}, input, element('span', {}, say(label)))
  })
  return element('fieldset', {}, element('legend', {}, ...legend), note, ...rows)
}

interface Missing {
  readonly stage: WorkStage
  readonly questions: readonly InterviewQuestion[]
  readonly missing: readonly InterviewQuestion[]
  readonly answers: ReadonlyMap<string, number>
}

function showMissing(faults: HTMLElement, { stage, questions, missing, answers }: Missing): void {
  const links = missing.map((question) => {
    const column = question.columns.find(({ id }) => !answers.has(id))
    const label = stage.words.missingAt(questions.indexOf(question) + 1)
    return element('li', {}, element('a', { href: `#${column?.id}-0` }, label))
  })
  const title = element('p', { class: 'fault', tabindex: -1 }, stage.words.missingTitle)
  faults.replaceChildren(element('div', { class: 'summary' }, title, element('ul', {}, ...links)))
  title.focus()
}

/** The respondent's right: nothing of it stays. */
function drawStop({ words, store, go }: WorkStage, { key }: KeptInterview): HTMLElement {
  const stop = async () => {
    await store.delete('interviews', key)
    await go({ kind: 'home' })
  }
  return element(
    'details',
    {},
    element('summary', {}, words.stop),
    element('p', {}, words.stopMeans),
    button(words.stopNow, stop, { class: 'grave' }),
  )
}
