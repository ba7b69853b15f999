/** Ends the session on this device. */
import { signOut } from '#modules/accounts/sign-out.ts'
import { entering } from './entering.ts'

export const action = entering(async ({ accounts, request }) => {
  const { headers } = await signOut(accounts, request.headers)
  return { to: '/sign-in?done=signedOut', headers }
})
