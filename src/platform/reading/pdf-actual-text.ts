/**
 * Lets the PDF reader tell what a span of glyphs stands for. Writers of Thai PDFs (Typst, Chromium, LibreOffice) set
 * a letter and its vowel as glyphs without a code of their own and give the words as the span's ActualText, which
 * PDF.js leaves out of its text. Must be imported before `unpdf`; where the package has changed, it stays as it is.
 */
import { registerHooks } from 'node:module'

const spanBegins =
  /let (\w+)=(\w+)\[1\]instanceof (\w+)\?\2\[1\]\.get\(`MCID`\):null;(\w+)\.items\.push\(\{type:`beginMarkedContentProps`,/

registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context)
    if (!url.endsWith('/unpdf/dist/pdfjs.mjs') || !loaded.source) return loaded
    return { ...loaded, source: withActualText(textOf(loaded.source)) }
  },
})

function textOf(source: string | ArrayBuffer | NodeJS.TypedArray): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source)
}

function withActualText(source: string): string {
  return source.replace(spanBegins, '$&actualText:$2[1]instanceof $3?$2[1].get(`ActualText`):void 0,')
}
