/** Puts sealed answers into the waiting room, each exactly once, many in one statement. */
import type { Database } from '#platform/database.ts'
import { bytesArray } from './bytes-array.ts'

/** By which a form is known: a key is taken once for each part. */
export interface FormMark {
  readonly partId: string
  /** SHA-256 of the form's key. */
  readonly keyHash: Buffer
}

export interface SealedAnswer extends FormMark {
  /** Of the one-time code, where the part takes them. */
  readonly codeHash: Buffer | null
  readonly sealed: Buffer
}

export type StoreOutcome = 'stored' | 'storedBefore' | 'closed' | 'codeRefused'

/**
 * A close of the part waits for this statement, and this statement for a close: the lock on the part's row reads it
 * again once it has it. Keys go in by hash, so that two servers never wait for each other, and answers by random id,
 * so that neither table tells in which order they came. A key that comes again must not be an error: the log of the
 * database would hold it, and when. No code is used up by a form that was stored before.
 */
const statement = `
with given as (
  select * from unnest($1::bytea[], $2::uuid[], $3::bytea[], $4::bytea[])
    with ordinality as given (key_hash, part_id, code_hash, sealed, place)
), part as (
  select id, mode from survey_parts where id = any ($5::uuid[]) and not is_closed for share
), asked as (
  select distinct on (code_hash) code_hash, part_id, place
  from given join part on part.id = part_id and part.mode = 'codes'
  where code_hash is not null and (
    select true from survey_submissions known
    where known.part_id = given.part_id and known.key_hash = given.key_hash
  ) is null
  order by code_hash, key_hash
), claimed as (
  update survey_codes code set is_used = true from asked
  where code.hash = asked.code_hash and code.part_id = asked.part_id and not code.is_used
  returning asked.place
), added as (
  insert into survey_submissions (part_id, key_hash)
  select part_id, key_hash from given join part on part.id = part_id
  where part.mode = 'open' or place in (select place from claimed)
  order by part_id, key_hash
  on conflict do nothing
  returning part_id, key_hash
), stored as (
  insert into waiting_answers (part_id, id, sealed)
  select part_id, gen_random_uuid() as id, sealed from given natural join added order by part_id, id
)
select string_agg(case
    when added.key_hash is not null then 's'
    when part.id is null then 'c'
    when part.mode = 'open' then 'b'
    else 'r'
  end, '' order by given.place) as outcomes
from given
left join part on part.id = given.part_id
left join added on added.part_id = given.part_id and added.key_hash = given.key_hash`

/**
 * In an open part only a key that is there already is not stored. One that is there already may be called `closed` or
 * `codeRefused` too: `hasStored` tells.
 */
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
    bytesArray(answers.map(({ sealed }) => sealed)),
    uuidArray([...new Set(partIds)]),
  ]
  const query = { name: 'survey-intake', text: statement, values, query_timeout: timeoutMilliseconds }
  const { rows } = await pool.query<{ outcomes: string }>(query)
  return [...(rows[0]?.outcomes ?? '')].map((mark) => outcomeOf[mark])
}

/** Whether the form was stored, however long ago. */
export async function hasStored({ pool }: Database, { partId, keyHash }: FormMark): Promise<boolean> {
  const text = 'select from survey_submissions where part_id = $1 and key_hash = $2'
  const query = { text, values: [partId, keyHash], query_timeout: timeoutMilliseconds }
  const { rowCount } = await pool.query(query)
  return rowCount === 1
}

/** In them is nothing that has to be quoted. */
function uuidArray(ids: readonly string[]): string {
  return `{${ids.join(',')}}`
}
