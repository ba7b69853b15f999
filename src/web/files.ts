/** How a page reaches kept files: the server hands them over with each request. */
import { createContext } from 'react-router'
import type { Files } from '#platform/files/files.ts'

export const filesContext = createContext<Files>()
