/** Where the package's own folders stand, however the program was started. */
import { fileURLToPath } from 'node:url'

const fromRoot = (folder: string): string => fileURLToPath(new URL(`../../${folder}`, import.meta.url))

export const packageRoot = fromRoot('')
export const frameworksRoot = fromRoot('frameworks')
export const migrationsRoot = fromRoot('migrations')
export const seedsRoot = fromRoot('seeds')
export const buildRoot = fromRoot('build')
