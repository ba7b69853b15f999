/** Brings a list of agencies, units or people in from a file: looked at first, then done. */
import { useActionData, useLoaderData } from 'react-router'
import { isAllowedSomewhere, refusalOf } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { canSeeRegistry } from '#modules/registry/access.ts'
import { type ImportKind, importKinds } from '#modules/registry/import-run.ts'
import { type Preview, previewImport } from '#modules/registry/preview-import.ts'
import { startImport } from '#modules/registry/run-import.ts'
import { readParameter } from '../../public/reading.ts'
import { RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { useRegistryCrumbs } from '../agencies/registry-crumbs.ts'
import { useRefusal } from '../outcome.ts'
import { acting, working } from '../working.ts'
import { ImportForm, type ImportMode } from './import-form.tsx'
import { importPermissions } from './import-permissions.ts'
import { PreviewSummary } from './preview-summary.tsx'
import { PreviewTable } from './preview-table.tsx'
import { type KeptFile, readUpload } from './upload.ts'

export const loader = working(canSeeRegistry, async ({ params, signedIn }) => {
  const kind = readKind(readParameter(params, 'kind'))
  const permission = importPermissions[kind]
  if (!isAllowedSomewhere(signedIn.person, permission)) throw refusalOf(signedIn.person, permission)
  return { kind }
})

interface Previewed {
  readonly preview: Preview
  readonly file: KeptFile
  readonly mode: ImportMode
}

export const action = acting(canSeeRegistry, async ({ params, form, field, doorway, signedIn, doAs }) => {
  const kind = readKind(readParameter(params, 'kind'))
  const { upload, kept } = await readUpload(form, kind)
  const mode = field('mode') === 'take-good' ? 'take-good' : 'all-or-nothing'
  if (field('act') === 'preview') {
    const preview = await doAs((context) => previewImport(context, upload))
    return { show: { preview, file: kept, mode } satisfies Previewed }
  }
  const isAllOrNothing = mode === 'all-or-nothing'
  const { id } = await startImport(doorway, signedIn.person, { ...upload, isAllOrNothing })
  return `/work/import/${kind}/${id}`
})

function readKind(given: string): ImportKind {
  const kind = importKinds.find((known) => known === given)
  if (!kind) throw new Problem('notFound', 'page.notFound')
  return kind
}

export default function Import() {
  const { kind } = useLoaderData<typeof loader>()
  const outcome = useActionData() as Previewed | undefined
  const previewed = outcome && 'preview' in outcome ? outcome : undefined
  const { text } = useReader()
  const words = text.workspace.imports
  return (
    <Page title={words.titles[kind]} above={useRegistryCrumbs()}>
      <RefusalSummary refusal={useRefusal()} />
      <p>{words.columns[kind]}</p>
      {previewed && <PreviewSummary preview={previewed.preview} fileName={previewed.file.name} />}
      <ImportForm kept={previewed?.file} chosen={previewed?.mode} />
      {previewed && <PreviewTable rows={previewed.preview.rows} />}
    </Page>
  )
}
