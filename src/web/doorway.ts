/** How a page's loader reaches the database: the server hands its doorway over with each request. */
import { createContext } from 'react-router'
import type { Doorway } from '#platform/context.ts'

export const doorwayContext = createContext<Doorway>()
