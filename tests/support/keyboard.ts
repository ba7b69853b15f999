/** Reads a page by keyboard alone, as somebody without a mouse would, and tells where that fails. */
import type { Page } from 'playwright-core'

/** More stops than any page has. */
const mostStops = 1500

interface Stop {
  /** Among the elements stopped at so far; one that was there before is where the way round begins again. */
  readonly place: number
  readonly isNew: boolean
  readonly isClosedFold: boolean
  readonly name: string
  /** What somebody who looks for the focus would miss; empty where nothing. */
  readonly fault: string
}

/**
 * Tabs from the top of the page to its end, unfolding with Enter and folding and unfolding with the space bar what is
 * folded. What was wrong: an element that is not reached, or out of turn, or without a visible focus, or that holds
 * the focus, or a fold that does not open.
 */
export async function listKeyboardFaults(page: Page): Promise<string[]> {
  const faults: string[] = []
  await page.evaluate(prepare)
  let stops = 0
  for (; stops < mostStops; stops++) {
    await page.keyboard.press('Tab')
    const stop = (await page.evaluate('keyboardWalk.stop()')) as Stop | null
    if (stop === null || (!stop.isNew && stop.place === 0 && stops > 1)) break
    if (!stop.isNew) faults.push(`held or turned back at ${stop.name}`)
    if (!stop.isNew) break
    if (stop.fault) faults.push(`${stop.fault}: ${stop.name}`)
    if (stop.isClosedFold) faults.push(...(await unfold(page, stop.name)))
  }
  if (stops === 0) faults.push('nothing can be reached')
  if (stops === mostStops) faults.push('the page has no end')
  faults.push(...((await page.evaluate('keyboardWalk.compare()')) as string[]))
  return faults
}

/** With Enter, again with the space bar, and open in the end. */
async function unfold(page: Page, name: string): Promise<string[]> {
  const states: boolean[] = []
  for (const key of ['Enter', 'Space', 'Space']) {
    await page.keyboard.press(key)
    states.push((await page.evaluate('document.activeElement.parentElement.open')) as boolean)
  }
  return states.join() === 'true,false,true' ? [] : [`does not unfold with Enter and the space bar: ${name}`]
}

/** Every form that Enter does not send; nothing is sent. Folds are to be open. */
export async function listFormsNotSent(page: Page): Promise<string[]> {
  const forms = (await page.evaluate('keyboardWalk.holdForms()')) as number
  const faults: string[] = []
  for (let form = 0; form < forms; form++) {
    const name = (await page.evaluate(`keyboardWalk.enterForm(${form})`)) as string | null
    if (name === null) continue
    await page.keyboard.press('Enter')
    if ((await page.evaluate('keyboardWalk.sent')) !== form) faults.push(`not sent with Enter: ${name}`)
  }
  return faults
}

/** The skip link is the first stop, is seen then, and leads past the head: the next stop stands in the content. */
export async function listSkipFaults(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab')
  const first = await page.evaluate(`(() => {
    const { className, hash } = document.activeElement
    const { top, bottom } = document.activeElement.getBoundingClientRect()
    return className === 'skip' && hash === '#content' && top >= 0 && bottom > 0
  })()`)
  if (first !== true) return ['the first stop is no skip link that is seen']
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const led = await page.evaluate(`(() => {
    const main = document.querySelector('main')
    const inside = main.querySelector('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')
    return inside === null || main.contains(document.activeElement)
  })()`)
  return led === true ? [] : ['the skip link does not lead into the content']
}

/** Tabs on to what bears the name, from where the focus is. Throws where it is not come to within one round. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    const here = (await page.evaluate(nameOfActive)) as string
    if (here === name) return
    passed.push(here)
  }
  throw new Error(`“${name}” is not come to; passed ${[...new Set(passed)].join(' | ')}`)
}

const nameOfActive = `(() => {
  const here = document.activeElement
  const label = here.labels?.[0]?.innerText ?? here.getAttribute('aria-label')
  return (label ?? here.innerText ?? '').trim()
})()`

/** Runs in the page: what can be stopped at, and what is noted at each stop. */
const prepare = `window.keyboardWalk = (() => {
  const order = []
  const nameOf = (element) => element.outerHTML.replace(/\\s+/g, ' ').slice(0, 140)
  const kinds = 'a[href], button, input, select, textarea, summary, [tabindex]'
  const isRadioPassed = (element, all) => {
    if (element.type !== 'radio' || element.name === '') return false
    const group = all.filter((one) => one.type === 'radio' && one.name === element.name && one.form === element.form)
    return element !== (group.find((one) => one.checked) ?? group[0])
  }
  const reachable = () => {
    const all = [...document.querySelectorAll(kinds)].filter(
      (one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.type !== 'hidden' && one.checkVisibility(),
    )
    return all.filter((one) => !isRadioPassed(one, all))
  }
  const faultOf = (element) => {
    const style = getComputedStyle(element)
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0) return 'the focus is not visible'
    const { left, right, top, bottom } = element.getBoundingClientRect()
    if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return 'the focus is out of sight'
    const middle = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2]
    const seen = document.elementFromPoint(...middle)
    return seen && !seen.contains(element) && !element.contains(seen) ? 'the focus is covered' : ''
  }
  const walk = {
    sent: -1,
    forms: [],
    stop() {
      const element = document.activeElement
      if (element === null || element === document.body || element === document.documentElement) return null
      const before = order.indexOf(element)
      if (before < 0) order.push(element)
      return {
        place: before < 0 ? order.length - 1 : before,
        isNew: before < 0,
        isClosedFold: element.matches('details:not([open]) > summary'),
        name: nameOf(element),
        fault: before < 0 ? faultOf(element) : '',
      }
    },
    compare() {
      const wanted = reachable()
      const missed = wanted.filter((one) => !order.includes(one)).map((one) => 'not reached: ' + nameOf(one))
      const come = order.filter((one) => wanted.includes(one))
      const inTurn = wanted.filter((one) => order.includes(one))
      const astray = come.find((one, index) => one !== inTurn[index])
      return astray ? [...missed, 'out of turn: ' + nameOf(astray)] : missed
    },
    holdForms() {
      walk.forms = [...document.forms]
      for (const form of walk.forms) form.noValidate = true
      document.addEventListener('submit', (event) => {
        event.preventDefault()
        walk.sent = walk.forms.indexOf(event.target)
      }, true)
      return walk.forms.length
    },
    enterForm(index) {
      const own = [...walk.forms[index].elements].filter((one) => one.checkVisibility() && !one.matches(':disabled') && one.type !== 'hidden')
      const written = own.find((one) => one.matches('input:not([type=checkbox], [type=radio], [type=file], [type=button], [type=submit])'))
      const from = written ?? own.find((one) => one.matches('button, [type=submit]'))
      walk.sent = -1
      from?.focus()
      return from ? nameOf(walk.forms[index]) : null
    },
  }
  return walk
})()`
