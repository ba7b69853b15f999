/** Makes the elements of the app's screens. */

type Child = Node | string | null | false | undefined
type Property = string | boolean | number | undefined | ((event: Event) => void)

/** Attributes by their names; functions are listeners, by `onclick` and the like. What is false or undefined is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Readonly<Record<string, Property>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') made.addEventListener(key.slice(2), value)
    else made.setAttribute(key, value === true ? '' : String(value))
  }
  made.append(...children.filter((child) => child !== null && child !== false && child !== undefined))
  return made
}

/** A button that does nothing again while it is still doing. */
export function button(label: string, press: () => Promise<void> | void, properties = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...properties }, label)
  made.addEventListener('click', async () => {
    made.disabled = true
    try {
      await press()
    } finally {
      made.disabled = false
    }
  })
  return made
}
