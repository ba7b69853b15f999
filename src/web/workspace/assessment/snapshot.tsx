/** A link as it stood when it was handed in: the same page for the agency and its assessors. */
import { useLoaderData } from 'react-router'
import { canWork } from '#modules/accounts/access.ts'
import type { Files } from '#platform/files/files.ts'
import type { Crumb } from '../../ui/breadcrumbs.tsx'
import { Fold } from '../../ui/fold.tsx'
import { useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'
import { Page } from '../../ui/page.tsx'
import { VerdictMark } from '../disclosure/check-words.tsx'
import disclosure from '../disclosure/disclosure.css?url'
import { besideBoardPath, boardPath } from '../disclosure/disclosure-query.ts'
import { Findings } from '../disclosure/link-check.tsx'
import { working } from '../working.ts'
import stylesheet from './assessment.css?url'
import { markingPath, queuePath, sheetPath, snapshotPath } from './assessment-query.ts'
import { KeptFiles, KeptWhen } from './kept-facts.tsx'
import { getSeenSnapshot } from './seen-snapshot.ts'

export const loader = working(canWork, async (asked) => {
  const seen = await getSeenSnapshot(asked)
  const { textKey } = seen.found.snapshot
  return { ...seen, text: textKey === null ? null : await readText(asked.files, textKey) }
})

const mostLetters = 20_000

interface KeptText {
  readonly shown: string
  readonly length: number
}

/** The beginning of the words; null where they are gone. */
async function readText(files: Pick<Files, 'get'>, key: string): Promise<KeptText | null> {
  const bytes = await files.get(key)
  if (!bytes) return null
  const text = new TextDecoder().decode(bytes)
  return { shown: text.slice(0, mostLetters), length: text.length }
}

type Found = Awaited<ReturnType<typeof loader>>

export default function SnapshotPage() {
  const found = useLoaderData<typeof loader>()
  const { text } = useReader()
  const words = text.assessmentWork.snapshot
  const { named } = found
  return (
    <Page title={words.pageTitle(named.item)} above={useWayBack(found)}>
      <link rel="stylesheet" href={disclosure} precedence="default" />
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <NoteBox>
        <p>{words.both}</p>
      </NoteBox>
      <Facts found={found} />
      <KeptFiles snapshot={found.found.snapshot} named={named} />
      <FoundThen found={found} />
      <Picture found={found} />
      <Words found={found} />
      <Headers found={found} />
    </Page>
  )
}

interface Props {
  readonly found: Found
}

/** Through the pages of whichever side is reading. */
function useWayBack({ named, name, isAssessor }: Found): readonly Crumb[] {
  const { say, text } = useReader()
  const agency = say(name) || name.th
  const { item, year } = named
  if (!isAssessor) {
    return [
      { name: text.disclosureWork.titleOf(agency, year), path: boardPath(named) },
      { name: item, path: besideBoardPath(named, item) },
    ]
  }
  return [
    { name: text.assessmentWork.title, path: queuePath({ year: String(year) }) },
    { name: agency, path: sheetPath(named) },
    { name: item, path: markingPath(named, item) },
  ]
}

function Facts({ found: { found } }: Props) {
  const { text } = useReader()
  const words = text.assessmentWork.snapshot
  const { url, snapshot } = found
  const { report, status, bodyBytes } = snapshot
  const facts = [
    { name: words.address, value: <span className="link-address">{url}</span> },
    report &&
      report.finalUrl !== url && {
        name: words.finalAddress,
        value: <span className="link-address">{report.finalUrl}</span>,
      },
    report && { name: words.verdict, value: <VerdictMark verdict={report.verdict} /> },
    status !== null && { name: words.status, value: status },
    report?.contentType && { name: words.contentType, value: report.contentType },
    bodyBytes !== null && { name: words.size, value: words.bytes(bodyBytes) },
    report?.sha256 && { name: words.hash, value: <code className="hash">{report.sha256}</code> },
  ].filter((fact) => fact !== false && fact !== null && fact !== undefined && fact !== '')
  return (
    <>
      <p>
        <strong>
          <KeptWhen snapshot={snapshot} />
        </strong>
      </p>
      <dl className="kept-facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function FoundThen({ found: { found, elements } }: Props) {
  const { text } = useReader()
  const words = text.assessmentWork.snapshot
  const { report } = found.snapshot
  if (!report) return null
  return (
    <section aria-labelledby="found">
      <h2 id="found">{words.found}</h2>
      <p className="hint">{words.program}</p>
      {report.findings.length === 0 ? (
        <p>{words.noFindings}</p>
      ) : (
        <Findings report={report} elements={elements} />
      )}
    </section>
  )
}

function Picture({ found: { found, named } }: Props) {
  const { text, to } = useReader()
  const words = text.assessmentWork.snapshot
  if (found.snapshot.state === 'waiting') return null
  const address = to(snapshotPath(named, 'picture'))
  return (
    <section aria-labelledby="picture">
      <h2 id="picture">{words.picture}</h2>
      {found.snapshot.pictureKey === null ? (
        <p className="hint">{words.noPicture}</p>
      ) : (
        <a href={address}>
          <img className="kept-picture" src={address} alt={words.pictureOf(found.url)} loading="lazy" />
        </a>
      )}
    </section>
  )
}

function Words({ found: { found, text: kept } }: Props) {
  const { text } = useReader()
  const words = text.assessmentWork.snapshot
  if (found.snapshot.state === 'waiting') return null
  return (
    <section aria-labelledby="words">
      <h2 id="words">{words.text}</h2>
      {kept === null || kept.length === 0 ? (
        <p className="hint">{words.noText}</p>
      ) : (
        <>
          {kept.shown.length < kept.length && (
            <p className="hint">{words.cut(kept.shown.length, kept.length)}</p>
          )}
          <pre className="kept-words" lang="th">
            {kept.shown}
          </pre>
        </>
      )}
    </section>
  )
}

function Headers({ found: { found } }: Props) {
  const { text } = useReader()
  const headers = Object.entries(found.snapshot.headers ?? {})
  if (headers.length === 0) return null
  return (
    <Fold id="headers" title={text.assessmentWork.snapshot.headers}>
      <pre className="kept-words">{headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre>
    </Fold>
  )
}
