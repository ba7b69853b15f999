/** Reads a DOCX file by way of the web page it would make. The one file that knows the package for it. */
import mammoth from 'mammoth'
import { type Reading, unread } from './document.ts'
import { readHtml } from './html-page.ts'
import { documentFault, titleOfPackage } from './office-package.ts'

/** Pictures are not unpacked; those within a link keep their description. */
const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))

export async function readWordDocument(bytes: Uint8Array, url: string): Promise<Reading> {
  const fault = documentFault(bytes)
  if (fault) return unread('docx', fault)
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })
    return { ...readHtml(value, url), format: 'docx', title: titleOfPackage(bytes) }
  } catch {
    return unread('docx', 'broken')
  }
}
