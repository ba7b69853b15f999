/** Puts sealed answers into the waiting room, each exactly once, many in one statement. */
import type { Database } from '#platform/database.ts'
import { bytesArray } from './bytes-array.ts'

export interface SealedAnswer {
  readonly partId: string
  /** SHA-256 of the form's key. */
  readonly keyHash: Buffer
  /** Of the one-time code, where the part takes them. */
  readonly codeHash: Buffer | null
  /** uuid v4. */
  readonly id: string
  readonly sealed: Buffer
}

export type StoreOutcome = 'stored' | 'storedBefore' | 'closed' | 'codeRefused'

/**
 * A close of the part waits for this statement, and this statement for a close: the lock on the part's row reads it
 * again once it has it. Keys go in by hash, so that two servers never wait for each other, and answers by random id,
 * so that neither table tells in which order they came.
 */
const statement = `
with given as (
  select * from unnest($1::bytea[], $2::uuid[], $3::bytea[], $4::uuid[], $5::bytea[])
    with ordinality as given (key_hash, part_id, code_hash, id, sealed, place)
), part as (
  select id, mode from survey_parts where id = any ($6::uuid[]) and not is_closed for share
), known as (
  select key_hash from survey_submissions where key_hash = any ($1::bytea[])
), fresh as (
  select given.key_hash, given.part_id, given.code_hash, part.mode
  from given join part on part.id = given.part_id
  where given.key_hash not in (select key_hash from known)
), claimed as (
  update survey_codes code set is_used = true
  from (select distinct on (code_hash) * from fresh where mode = 'codes' order by code_hash, key_hash) asked
  where code.hash = asked.code_hash and code.part_id = asked.part_id and not code.is_used
  returning asked.key_hash
), added as (
  insert into survey_submissions (key_hash, part_id)
  select key_hash, part_id from fresh
  where mode = 'open' or key_hash in (select key_hash from claimed)
  order by key_hash
  on conflict do nothing
  returning key_hash
), stored as (
  insert into waiting_answers (id, part_id, sealed)
  select id, part_id, sealed from given where key_hash in (select key_hash from added) order by id
)
select string_agg(case
    when added.key_hash is not null then 's'
    when known.key_hash is not null then 'b'
    when part.id is null then 'c'
    when part.mode = 'open' then 'b'
    else 'r'
  end, '' order by given.place) as outcomes
from given
left join known on known.key_hash = given.key_hash
left join part on part.id = given.part_id
left join added on added.key_hash = given.key_hash`

/** In an open part only a key that is there already is not stored, though another server may have put it in just now. */
const outcomeOf: Readonly<Record<string, StoreOutcome>> = {
  s: 'stored',
  b: 'storedBefore',
  c: 'closed',
  r: 'codeRefused',
}

/** A database that does not answer for so long is as good as gone; the respondent is told to send again. */
const timeoutMilliseconds = 10_000

/** The outcomes in the order of the answers, whose keys differ. All of it is durable when it resolves. */
export async function storeWaiting(
  { pool }: Database,
  answers: readonly SealedAnswer[],
): Promise<(StoreOutcome | undefined)[]> {
  const partIds = answers.map(({ partId }) => partId)
  const values = [
    bytesArray(answers.map(({ keyHash }) => keyHash)),
    uuidArray(partIds),
    bytesArray(answers.map(({ codeHash }) => codeHash)),
    uuidArray(answers.map(({ id }) => id)),
    bytesArray(answers.map(({ sealed }) => sealed)),
    uuidArray([...new Set(partIds)]),
  ]
  const query = { name: 'survey-intake', text: statement, values, query_timeout: timeoutMilliseconds }
  const { rows } = await pool.query<{ outcomes: string }>(query)
  return [...(rows[0]?.outcomes ?? '')].map((mark) => outcomeOf[mark])
}

/** Whether a form with a key of this hash was stored, however long ago. */
export async function hasStored({ pool }: Database, keyHash: Buffer): Promise<boolean> {
  const text = 'select from survey_submissions where key_hash = $1'
  const query = { text, values: [keyHash], query_timeout: timeoutMilliseconds }
  const { rowCount } = await pool.query(query)
  return rowCount === 1
}

/** In them is nothing that has to be quoted. */
function uuidArray(ids: readonly string[]): string {
  return `{${ids.join(',')}}`
}
