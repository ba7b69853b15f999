/** The reference run: the same answers under the same keys in DuckDB, in memory, summed with nothing around it. */
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  DuckDBUUIDValue,
  type DuckDBValue,
  TINYINT,
  UUID,
  VARCHAR,
} from '@duckdb/node-api'
import { type Nation, surveyParts, widestPart } from './generate.ts'

const questions = Array.from({ length: widestPart }, (_, place) => `q${place + 1}`)
const chunkRows = 2048

/** A row of the aggregate: the sums of the scores of q1 … q15, null where the part has no such question. */
export interface ReferenceSums {
  readonly agency: string
  readonly part: string
  readonly respondents: number
  readonly sums: readonly (number | null)[]
}

export interface Reference {
  /** The aggregate, fetched whole, column by column: agency, part, respondents, sums. */
  aggregate(): Promise<DuckDBValue[][]>
  close(): void
}

/** `agencyIds` in the order of `Nation.agencies`. */
export async function openReference(nation: Nation, agencyIds: readonly string[]): Promise<Reference> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await fill(connection, nation, agencyIds)
  const sums = questions.map((question) => `sum(${question})::integer`).join(', ')
  const statement = await connection.prepare(
    `select agency, part, count(*)::integer, ${sums} from answers group by agency, part`,
  )
  return {
    aggregate: async () => (await statement.runAndReadAll()).getColumns(),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function fill(connection: DuckDBConnection, nation: Nation, agencyIds: readonly string[]) {
  const columns = questions.map((question) => `${question} tinyint`).join(', ')
  await connection.run(`create table answers (agency uuid, part varchar, ${columns})`)
  const types = [UUID, VARCHAR, ...questions.map(() => TINYINT)]
  const keys = agencyIds.map((id) => DuckDBUUIDValue.fromUint128(BigInt(`0x${id.replaceAll('-', '')}`)))
  const appender = await connection.createAppender('answers')
  for (let from = 0; from < nation.responses.count; from += chunkRows) {
    const chunk = DuckDBDataChunk.create(types)
    chunk.setColumns(columnsOf(nation, keys, from))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

function columnsOf(
  { responses, optionScores }: Nation,
  keys: readonly DuckDBUUIDValue[],
  from: number,
): DuckDBValue[][] {
  const to = Math.min(from + chunkRows, responses.count)
  const columns: DuckDBValue[][] = Array.from({ length: 2 + widestPart }, () => [])
  for (let row = from; row < to; row++) {
    const part = responses.part[row] ?? 0
    columns[0]?.push(keys[responses.agency[row] ?? 0] ?? null)
    columns[1]?.push(surveyParts[part]?.id ?? null)
    for (let question = 0; question < widestPart; question++) {
      const option = responses.answers[row * widestPart + question] ?? 255
      columns[2 + question]?.push(optionScores[part]?.[question]?.[option] ?? null)
    }
  }
  return columns
}

/** The fetched columns as rows, for the comparison. */
export function readSums(columns: readonly (readonly DuckDBValue[])[]): ReferenceSums[] {
  return (columns[0] ?? []).map((agency, row) => ({
    agency: String(agency),
    part: String(columns[1]?.[row]),
    respondents: Number(columns[2]?.[row]),
    sums: questions.map((_, place) => {
      const sum = columns[3 + place]?.[row] ?? null
      return sum === null ? null : Number(sum)
    }),
  }))
}
