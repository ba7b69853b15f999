/** Sends one-time codes by e-mail: a list of addresses comes in, a report goes out once, and neither is kept. */
import { useActionData, useLoaderData } from 'react-router'
import { Problem } from '#base/problem.ts'
import { getAgencyRecord } from '#modules/registry/agency-list.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { canMakeCodes } from '#modules/surveys/access.ts'
import { getCurrentLink } from '#modules/surveys/links.ts'
import { type MailedCodes, mailCodes } from '#modules/surveys/mail-codes.ts'
import { readAddresses } from '#modules/surveys/mail-codes-list.ts'
import { makeWaitingRoom } from '#modules/surveys/waiting-room.ts'
import { randomHex } from '#platform/chance.ts'
import { readConfig } from '#platform/config.ts'
import { openDirectMail } from '#platform/mail.ts'
import { readParameter, readYear } from '../../public/reading.ts'
import { RefusalSummary } from '../../ui/form.tsx'
import { readerOf, useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'
import { Page } from '../../ui/page.tsx'
import { ofAgency } from '../agencies/of-agency.ts'
import { useRefusal } from '../outcome.ts'
import { type Acting, acting, working } from '../working.ts'
import { CodesMailForm } from './codes-mail-form.tsx'
import { CodesMailReport } from './codes-mail-report.tsx'
import { takeOnce } from './codes-once.ts'
import { agencySurveysPath } from './survey-query.ts'

/** Below what proxies usually wait for an answer. */
const milliseconds = 40_000
const most = 500

export const loader = working(canMakeCodes, async (asked) => {
  const { db, params, url } = asked
  const { code } = await ofAgency(asked, canMakeCodes)
  const round = await getRound(db, readYear(readParameter(params, 'year')))
  const wanted = { agencyCode: code, part: url.searchParams.get('part') ?? '' }
  const { part, mode, isClosed } = await getCurrentLink(db, round, wanted)
  return {
    ...{ year: round.fiscalYear, agency: await getAgencyRecord(db, code), part },
    isByCodes: mode === 'codes' && !isClosed,
    hasServer: readConfig().mail !== undefined,
    /** Of this drawing of the form. */
    key: randomHex(16),
    ...{ most, seconds: milliseconds / 1000 },
  }
})

export const action = acting(canMakeCodes, async (asked) => {
  const { code: agencyCode } = await ofAgency(asked, canMakeCodes)
  const { doorway, signedIn, accounts, field, params } = asked
  const mail = openDirectMail(readConfig())
  try {
    const addresses = await readAddresses(await listOf(asked))
    takeOnce(field('key'))
    const mailed = await mailCodes(doorway, signedIn.person, {
      ...{ fiscalYear: readYear(readParameter(params, 'year')), agencyCode, part: field('part') },
      ...{ addresses, mail, most, milliseconds },
      ...{ baseUrl: accounts.baseUrl, room: makeWaitingRoom(accounts.secret) },
    })
    return { show: { mailed } }
  } finally {
    mail.close()
  }
})

/** A file that was chosen comes before what was pasted. Throws `survey.addressesNone`. */
async function listOf({ form, field, language }: Acting) {
  const chosen = form.get('file')
  if (chosen instanceof File && chosen.name !== '') {
    return { file: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) }
  }
  if (field('addresses') === '') throw new Problem('invalid', 'survey.addressesNone')
  return { file: readerOf(language).text.mailCodes.pasted, bytes: Buffer.from(field('addresses')) }
}

export type FoundMailing = Awaited<ReturnType<typeof loader>>

export default function CodesByMailPage() {
  const found = useLoaderData<typeof loader>()
  const outcome = useActionData() as { readonly mailed?: MailedCodes } | undefined
  const { language, text } = useReader()
  const { year, agency, part, isByCodes, hasServer } = found
  const name = (language === 'en' && agency.name_en) || agency.name_th
  const words = text.mailCodes
  const above = [
    { name: text.surveysWork.title, path: '/work/surveys' },
    { name: text.surveysWork.titleOf(name, year), path: agencySurveysPath(year, agency.code) },
  ]
  const isReady = hasServer && isByCodes
  return (
    <Page title={words.titleOf(text.surveysWork.partName(part))} above={above}>
      <RefusalSummary refusal={useRefusal()} />
      {outcome?.mailed && <CodesMailReport mailed={outcome.mailed} />}
      <p>
        {name} · {words.lead}
      </p>
      {!isByCodes && <NoteBox>{words.notByCodes}</NoteBox>}
      {!hasServer && <NoteBox>{words.noServer}</NoteBox>}
      {isReady && <CodesMailForm found={found} mailed={outcome?.mailed} />}
    </Page>
  )
}
