/** The one script of the workspace: passkeys need the browser's own dialogue. Without it the password remains. */
export function PasskeyScript() {
  return <script type="module" src="/scripts/passkeys.js" />
}
