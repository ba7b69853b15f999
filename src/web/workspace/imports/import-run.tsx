/** An import on its way: how far it is, and in the end what it came to. The page looks again by itself. */
import { useLoaderData, useLocation } from 'react-router'
import { canSeeRegistry } from '#modules/registry/access.ts'
import { getImportRun } from '#modules/registry/import-run-queries.ts'
import { problemText } from '#text/text.ts'
import { readParameter } from '../../public/reading.ts'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { useRegistryCrumbs } from '../agencies/registry-crumbs.ts'
import { working } from '../working.ts'
import { FaultList } from './fault-list.tsx'

export const loader = working(canSeeRegistry, async ({ db, now, params, signedIn }) => ({
  run: await getImportRun(db, { actor: signedIn.person, id: readParameter(params, 'id'), now }),
}))

export default function ImportRun() {
  const { run } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const { text, to } = useReader()
  const words = text.workspace.imports
  const { kind, state, rowsDone, rowsTotal, result, fileName } = run
  const { problem, unread = [] } = result ?? {}
  return (
    <Page title={words.titles[kind]} above={useRegistryCrumbs()}>
      {state === 'running' && <meta httpEquiv="refresh" content="1" />}
      <p>{fileName}</p>
      <p role="status" className="lead">
        {words.runStates[state]}
      </p>
      {state === 'running' && (
        <p>
          <progress max={rowsTotal} value={rowsDone} aria-label={words.runStates.running} />{' '}
          <a href={pathname}>{words.lookAgain(rowsDone, rowsTotal)}</a>
        </p>
      )}
      {problem && <p>{problemText(text, problem.code, problem.parameters)}</p>}
      {result && !problem && (
        <p>{text.registry.imported({ ...counted(result), failed: result.failedRows })}</p>
      )}
      {unread.length > 0 && <p>{text.registry.unread({ columns: unread.join(', ') })}</p>}
      {result && result.faults.length > 0 && <FaultList faults={result.faults} />}
      <ul className="ways-on">
        <li>
          <a href={to(`/work/import/${kind}`)}>{words.again}</a>
        </li>
        <li>
          <a href={to('/work/agencies')}>{text.workspace.agencies.title}</a>
        </li>
      </ul>
    </Page>
  )
}

function counted({ added, updated, unchanged }: { added: number; updated: number; unchanged: number }) {
  return { added, updated, unchanged }
}
