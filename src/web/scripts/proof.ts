/** At a link that is flooded: computes in place of waiting. Without this script, or where a browser cannot, one waits. */
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

const status = document.querySelector<HTMLElement>('#proof')
const key = document.querySelector<HTMLInputElement>('input[name="key"]')

if (status && key && globalThis.crypto?.subtle) void prove(status, key)

async function prove(said: HTMLElement, { value, form }: HTMLInputElement): Promise<void> {
  const body = new URLSearchParams({ key: value })
  const answer = await fetch(`${location.pathname}/proof`, { method: 'POST', body })
  if (!answer.ok || !form) return
  said.hidden = false
  const challenge = await answer.json()
  const solution = await solveChallenge({ challenge, deriveKey })
  if (!solution) {
    said.hidden = true
    return
  }
  const proof = document.createElement('input')
  Object.assign(proof, {
    ...{ type: 'hidden', name: 'proof', value: btoa(JSON.stringify({ challenge, solution })) },
  })
  form.append(proof)
  said.textContent = said.dataset.ready ?? ''
}
