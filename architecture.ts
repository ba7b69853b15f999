/** The map of the house as data: which storey may lean on which. `tests/architecture.test.ts` holds the code to it. */

/** The domain's modules in order: each may import only those above it. */
export const modules = [
  'registry',
  'accounts',
  'frameworks',
  'rounds',
  'surveys',
  'disclosure',
  'scoring',
  'results',
  'analysis',
] as const

/** The ways in. None imports another; only `bin/` joins them. */
export const doors = ['web', 'api', 'cli', 'worker'] as const

/** What each storey may import besides itself. */
export const storeys: Readonly<Record<string, readonly string[]>> = {
  base: [],
  text: [],
  platform: ['base'],
  modules: ['base', 'platform', 'text'],
  web: ['base', 'platform', 'modules', 'text'],
  api: ['base', 'platform', 'modules', 'text'],
  cli: ['base', 'platform', 'modules', 'text'],
  worker: ['base', 'platform', 'modules', 'text'],
  bin: ['base', 'platform', 'modules', 'text', 'web', 'api', 'cli', 'worker'],
}

/** What may stand at the root of the project and in `src`: anything else is in no room. */
export const rooms = {
  root: ['.ci', 'bench', 'bin', 'docs', 'frameworks', 'migrations', 'seeds', 'src', 'tests'],
  src: ['base', 'platform', 'modules', 'text', 'web', 'api', 'cli', 'worker'],
} as const

/** Names that say nothing about what is inside. */
export const forbiddenNames = [
  'utils',
  'util',
  'lib',
  'common',
  'shared',
  'helpers',
  'types',
  'index',
] as const

/** Files of a module that must be pure: they decide, and touch neither clock, chance, environment nor disk. */
export const pureFiles = ['access.ts'] as const

/** Modules that are pure as a whole, but for their tests. */
export const pureModules = ['scoring'] as const

export const limits = { file: 250, function: 40, component: 80, parameters: 3 } as const

/** Files the size limits do not bind: lists that are long by nature. */
export const unlimited = [/\/tables\.ts$/, /^src\/text\//, /\.test\.tsx?$/, /\.spec\.ts$/] as const
