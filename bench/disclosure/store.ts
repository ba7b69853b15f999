/** Puts a nation's disclosure work into the product's own tables: every agency with every item, all at some stage of the year. */
import type { LoadedFramework } from '#modules/frameworks/framework.ts'
import { installReference } from '#modules/registry/install-reference.ts'
import { registerAgencies } from '#modules/registry/register-agencies.ts'
import { enrolAgencies } from '#modules/rounds/enrol.ts'
import { openRound } from '#modules/rounds/open.ts'
import type { Round } from '#modules/rounds/round.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import { makeChance } from '../nation/chance.ts'
import { readNationReference } from '../nation/store.ts'

export interface Volume {
  readonly round: Round
  /** In the order they were made. */
  readonly codes: readonly string[]
  /** One of those that assess. */
  readonly assessorId: string
  readonly items: number
}

const assessors = 300
const seed = 2568

export async function storeVolume(
  doorway: Doorway,
  loaded: LoadedFramework,
  agencies: number,
): Promise<Volume> {
  const operator = { kind: 'operator', name: 'bench' } as const
  const codes = Array.from({ length: agencies }, (_, place) => `N${String(place).padStart(5, '0')}`)
  const round = await act(doorway, operator, (context) => storeAgencies(context, loaded, codes))
  const items = loaded.framework.disclosureItems.map(({ code }) => code)
  const client = await doorway.database.pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query('select setseed(0.5)')
    for (const statement of statementsOf(round.id, items)) await client.query(statement)
    await client.query('set session_replication_role = default')
    await client.query('vacuum analyze')
    const { rows } = await client.query<{ id: string }>(
      'select assessor_id as id from disclosure_claims where seat = 1 group by 1 order by count(*) desc limit 1',
    )
    return { round, codes, assessorId: rows[0]?.id ?? '', items: agencies * items.length }
  } finally {
    client.release()
  }
}

async function storeAgencies(
  context: Context,
  loaded: LoadedFramework,
  codes: readonly string[],
): Promise<Round> {
  const chance = makeChance(seed)
  const reference = await readNationReference()
  const pick = (groups: readonly { readonly code: string }[]) =>
    groups[Math.floor(chance() * groups.length)]?.code ?? ''
  await installReference(context, reference)
  await registerAgencies(
    context,
    codes.map((code) => ({
      ...{ code, name: { th: `หน่วยงาน ${code}`, en: `Agency ${code}` } },
      ...{
        type: pick(reference.types),
        ministry: pick(reference.ministries),
        province: pick(reference.provinces),
      },
    })),
  )
  const round = await openRound(context, loaded)
  const { fiscalYear } = loaded.framework
  await enrolAgencies(context, { fiscalYear, agencies: codes.map((agencyCode) => ({ agencyCode })) })
  return round
}

const report = (
  url: string,
) => `jsonb_build_object('url', ${url}, 'finalUrl', ${url}, 'verdict', 'live', 'onMainSite', true,
  'contentType', 'text/html; charset=utf-8', 'sha256', repeat('a', 64), 'textHash', repeat('b', 64), 'findings', jsonb_build_array(
  jsonb_build_object('element', 'opens', 'result', 'pass', 'quote', '', 'fix', null),
  jsonb_build_object('element', 'mainSite', 'result', 'pass', 'quote', '', 'fix', null),
  jsonb_build_object('element', 'fiscalYear', 'result', case when random() < 0.2 then 'fail' else 'pass' end, 'quote', 'รายงานผลการดำเนินงานประจำปีงบประมาณ พ.ศ. 2568 ของหน่วยงาน', 'fix', null),
  jsonb_build_object('element', 'แสดงข้อมูลงบประมาณที่ได้รับจัดสรรและผลการใช้จ่าย', 'result', 'pass', 'quote', 'งบประมาณที่ได้รับจัดสรร 1,250,000 บาท เบิกจ่ายแล้ว 980,000 บาท', 'fix', null)))`

const handedIn = `('submitted', 'markedOnce', 'disputed', 'assessed', 'explained', 'remarked', 'final')`

function statementsOf(roundId: string, items: readonly string[]): string[] {
  const ofRound = `'${roundId}'::uuid`
  return [
    ...itemsOf(ofRound, items),
    ...answers,
    ...claimsOf(ofRound),
    ...assessment,
    'drop table bench_people, bench_agencies',
  ]
}

/** Agencies in tenths: two still at work, the others from handed in to confirmed. */
function itemsOf(ofRound: string, items: readonly string[]): string[] {
  return [
    `insert into users (id, name, email, created_at, updated_at)
     select uuidv7(), 'ผู้ใช้ ' || n, 'user' || n || '@example.test', now(), now()
     from generate_series(1, ${assessors} + (select count(*) from agencies)) n`,
    `create table bench_people as select id, (row_number() over (order by email)) - 1 as place from users`,
    `create table bench_agencies as select agency_id, (row_number() over (order by agency_id)) - 1 as place from enrolments where round_id = ${ofRound}`,
    `insert into disclosure_items (round_id, agency_id, item_code, state, state_at, owner_id, due_on)
     select ${ofRound}, a.agency_id, code, case a.place % 10
         when 0 then (array['assigned', 'drafted', 'inReview', 'returned', 'ready'])[1 + floor(random() * 5)::int]
         when 1 then 'approved' when 2 then 'submitted'
         when 3 then (array['submitted', 'markedOnce'])[1 + floor(random() * 2)::int]
         when 4 then 'markedOnce' when 5 then (array['assessed', 'disputed'])[1 + (random() < 0.1)::int]
         when 8 then (array['assessed', 'explained', 'remarked'])[1 + floor(random() * 3)::int]
         when 9 then 'final' else 'assessed' end,
       timestamptz '2025-05-01' + random() * interval '40 days',
       p.id, date '2025-03-01' + floor(random() * 400)::int
     from bench_agencies a cross join unnest(array[${items.map((code) => `'${code}'`).join(', ')}]) as code
     join bench_people p on p.place = a.place + ${assessors} order by random()`,
  ]
}

const answers: readonly string[] = [
  `insert into disclosure_answers (id, round_id, agency_id, item_code, number, has, explanation, at, actor_kind)
     select uuidv7(), round_id, agency_id, item_code, 1, true, '', state_at, 'person' from disclosure_items
     order by random()`,
  `insert into disclosure_links (id, answer_id, position, url, kind, place)
     select uuidv7(), id, 1, 'https://www.agency-' || substr(agency_id::text, 25) || '.example/ita/2568/' || item_code || '.html', 'page', 'ข้อ 1'
     from disclosure_answers order by random()`,
  `insert into disclosure_checks (id, link_id, is_current, first_at, last_at, report)
     select uuidv7(), id, true, timestamptz '2025-05-01', timestamptz '2025-06-01', ${report('url')} from disclosure_links`,
  `insert into disclosure_snapshots (link_id, state, asked_at, taken_at, report, status, headers, body_key, body_bytes, text_key)
     select l.id, 'taken', timestamptz '2025-05-01', timestamptz '2025-05-01', ${report('l.url')}, 200, '{}'::jsonb, repeat('c', 64), 9000, repeat('d', 64)
     from disclosure_links l join disclosure_answers a on a.id = l.answer_id
     join disclosure_items i using (round_id, agency_id, item_code) where i.state in ${handedIn}`,
]

function claimsOf(ofRound: string): string[] {
  return [
    `insert into disclosure_claims (id, round_id, agency_id, assessor_id, seat, claimed_at)
     select uuidv7(), ${ofRound}, agency_id, p.id, seat, now() from bench_agencies a cross join (values (1), (2)) s(seat)
     join bench_people p on p.place = (a.place * 7 + seat * 11) % ${assessors} where a.place % 10 > 2`,
    `insert into disclosure_markings (id, round_id, is_double, at, actor_kind) values (uuidv7(), ${ofRound}, true, now(), 'operator')`,
  ]
}

function step(act: string, [from, to]: readonly [string, string], where: string): string {
  return `insert into disclosure_steps (id, round_id, agency_id, item_code, act, from_state, to_state, at, actor_kind, role)
     select uuidv7(), round_id, agency_id, item_code, '${act}', '${from}', '${to}', state_at - random() * interval '30 days', 'person', 'itemOwner'
     from disclosure_items where ${where} order by random()`
}

function mark(kind: string, states: string): string {
  return `insert into disclosure_marks (id, round_id, agency_id, item_code, kind, score, reason_kind, remark, elements, assessed_on, assessor_id, at)
     select uuidv7(), round_id, agency_id, item_code, '${kind}', score, case when score = 0 then 'element' end,
       case when score = 0 then 'ไม่พบองค์ประกอบด้านข้อมูลครบถ้วน' else '' end, '[]'::jsonb, date '2025-05-20',
       (select assessor_id from disclosure_claims c where c.round_id = i.round_id and c.agency_id = i.agency_id and released_at is null and seat = ${kind === 'second' ? 2 : 1}), state_at
     from (select *, case when random() < 0.15 then 0 else 100 end as score from disclosure_items where state in (${states})) i order by random()`
}

const assessment: readonly string[] = [
  step('assign', ['open', 'assigned'], 'true'),
  step('answer', ['assigned', 'drafted'], `state <> 'assigned'`),
  step('submit', ['approved', 'submitted'], `state in ${handedIn}`),
  step('score', ['submitted', 'markedOnce'], `state in ${handedIn} and state <> 'submitted'`),
  mark('first', `'markedOnce', 'disputed', 'assessed', 'explained', 'remarked', 'final'`),
  mark('second', `'disputed', 'assessed', 'explained', 'remarked', 'final'`),
  mark('remarked', `'remarked'`),
  `insert into disclosure_explanations (id, round_id, agency_id, item_code, text, at, actor_kind)
     select uuidv7(), round_id, agency_id, item_code, 'ข้อมูลอยู่ท้ายหน้า', state_at, 'person' from disclosure_items where state in ('explained', 'remarked')`,
]
