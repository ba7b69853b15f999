/** Writes the OpenAPI document of the REST door to `src/api/openapi.json`, as the service serves it. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeApi } from '#api/api.ts'
import { openDatabase } from '#platform/database.ts'
import { makeLog } from '#platform/log.ts'
import { packageRoot } from '#platform/paths.ts'

const log = makeLog('silent')
/** Nothing is asked of it: the routes are only described. */
const database = openDatabase('postgres://localhost/none', log)
const api = makeApi({ database, log, clock: () => new Date() })
const document: unknown = await (await api.request('/api/openapi.json')).json()
await writeFile(join(packageRoot, 'src', 'api', 'openapi.json'), `${JSON.stringify(document, null, 2)}\n`)
await database.close()
