/** Adds a passkey and signs in with one, where the browser can; without this script the password remains. */

const buttons = document.querySelectorAll<HTMLButtonElement>('button[data-passkey]')
/** A passkey belongs to a name, so there is none where the service is reached by a number. */
const hasName = /[a-z]/i.test(location.hostname)
const canUse =
  hasName && 'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential

for (const button of buttons) {
  if (!canUse) continue
  button.hidden = false
  button.addEventListener('click', () => void run(button))
}

async function run(button: HTMLButtonElement): Promise<void> {
  button.disabled = true
  tell(false)
  try {
    await (button.dataset.passkey === 'add' ? add() : signIn())
    location.assign(button.dataset.next ?? '/work')
  } catch {
    tell(true)
    button.disabled = false
  }
}

async function add(): Promise<void> {
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(await ask('generate-register-options'))
  const made = await navigator.credentials.create({ publicKey: options })
  await send('verify-registration', made)
}

async function signIn(): Promise<void> {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(await ask('generate-authenticate-options'))
  const given = await navigator.credentials.get({ publicKey: options })
  await send('verify-authentication', given)
}

async function ask<T>(path: string): Promise<T> {
  const response = await fetch(`/auth/passkey/${path}`, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as T
}

async function send(path: string, response: Credential | null): Promise<void> {
  const answer = await fetch(`/auth/passkey/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ response }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
}

function tell(isShown: boolean): void {
  for (const notice of document.querySelectorAll<HTMLElement>('[data-passkey="failed"]'))
    notice.hidden = !isShown
}
