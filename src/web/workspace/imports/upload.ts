/** The file of an import form: as it was chosen, or as the page with the preview carries it on. */
import { Problem } from '#base/problem.ts'
import type { ImportKind } from '#modules/registry/import-run.ts'
import type { Upload } from '#modules/registry/preview-import.ts'
import { requireListSize } from '#web/body-limit.ts'

/** A file that the page itself keeps between the look and the deed, so that nothing is stored of what is only tried. */
export interface KeptFile {
  readonly name: string
  readonly base64: string
}

export interface ReadUpload {
  readonly upload: Upload
  readonly kept: KeptFile
}

/** A file chosen anew comes before the one that was kept. Throws `import.noFile` or `request.tooLarge`. */
export async function readUpload(form: FormData, kind: ImportKind): Promise<ReadUpload> {
  const chosen = form.get('file')
  if (chosen instanceof File && chosen.name !== '') {
    requireListSize(chosen.size)
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const base64 = Buffer.from(bytes).toString('base64')
    return { upload: { kind, file: chosen.name, bytes }, kept: { name: chosen.name, base64 } }
  }
  const [name, base64] = [form.get('kept-name'), form.get('kept')]
  if (typeof name !== 'string' || typeof base64 !== 'string' || base64 === '') {
    throw new Problem('invalid', 'import.noFile')
  }
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  return { upload: { kind, file: name, bytes }, kept: { name, base64 } }
}
