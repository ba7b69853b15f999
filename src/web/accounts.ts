/** How a page reaches what sign-in needs: the server hands it over with each request. */
import { createContext } from 'react-router'
import type { Accounts } from '#modules/accounts/accounts.ts'

export const accountsContext = createContext<Accounts>()
