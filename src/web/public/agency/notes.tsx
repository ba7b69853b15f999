/** Where the result comes from: how the answers came to be, the framework, and the hashes that pin both. */
import type { AgencyResult } from '#modules/results/result.ts'
import { frameworkPath } from '../../ui/addresses.ts'
import { Fold } from '../../ui/fold.tsx'
import { useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'

interface Props {
  readonly result: AgencyResult
  readonly hasFrameworkPage: boolean
}

export function Notes({ result, hasFrameworkPage }: Props) {
  const { say, text, to } = useReader()
  const { agency: words, columns, origins } = text.site
  const { fiscalYear, frameworkHash, note, origin, sheetHash } = result
  return (
    <>
      {note && (
        <NoteBox>
          <p>{say(note)}</p>
        </NoteBox>
      )}
      <Fold id="notes" title={words.notes}>
        <dl className="facts">
          <div>
            <dt>{columns.origin}</dt>
            <dd>{origins[origin]}</dd>
          </div>
          {hasFrameworkPage && (
            <div>
              <dt>{words.framework}</dt>
              <dd>
                <a href={to(frameworkPath(fiscalYear))}>
                  {text.site.pages.frameworks} {text.site.yearShort(fiscalYear)}
                </a>
              </dd>
            </div>
          )}
          {frameworkHash && <Hash name={words.frameworkHash} hash={frameworkHash} />}
          {sheetHash && <Hash name={words.sheetHash} hash={sheetHash} />}
        </dl>
      </Fold>
    </>
  )
}

function Hash({ name, hash }: { readonly name: string; readonly hash: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code className="hash">{hash}</code>
      </dd>
    </div>
  )
}
