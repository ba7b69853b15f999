/** Single keys for marking items, by their place on the keyboard so that a Thai layout has them too; can be switched off. */

const kept = 'marking-keys'
const offer = document.querySelector<HTMLElement>('[data-keys="offer"]')
const box = offer?.querySelector('input')

/** In these a key is a letter. */
const writing = 'textarea, select, input:not([type="radio"])'

if (offer && box) {
  offer.hidden = false
  box.checked = localStorage.getItem(kept) !== 'off'
  box.addEventListener('change', () => localStorage.setItem(kept, box.checked ? 'on' : 'off'))
  document.addEventListener('keydown', (event) => {
    const { target, ctrlKey, altKey, metaKey } = event
    if (!box.checked || ctrlKey || altKey || metaKey) return
    if (target instanceof Element && target.matches(writing)) return
    const code = event.code.replace('Numpad', 'Digit')
    const meant = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(code)}"]`)
    if (!meant) return
    event.preventDefault()
    meant.focus()
    if (!meant.matches('textarea')) meant.click()
  })
}
