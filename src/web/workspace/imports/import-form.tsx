/** The form of an import: the file, what to do with rows that fail, a look first, then the deed. */
import { Act } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'
import type { KeptFile } from './upload.ts'

export function ImportForm({ kept }: { readonly kept: KeptFile | undefined }) {
  const { text } = useReader()
  const typed = useTyped()
  const words = text.workspace.imports
  const mode = typed('mode', 'all-or-nothing')
  return (
    <form method="post" encType="multipart/form-data" className="stacked-form">
      {kept && (
        <>
          <input type="hidden" name="kept-name" value={kept.name} />
          <input type="hidden" name="kept" value={kept.base64} />
        </>
      )}
      <p className="field">
        <label htmlFor="file">{kept ? words.anotherFile : words.file}</label>
        <span className="hint" id="file-hint">
          {words.fileHint}
        </span>
        <input
          id="file"
          name="file"
          type="file"
          accept=".csv,.txt,.xlsx"
          aria-describedby="file-hint"
          required={!kept}
        />
      </p>
      <fieldset>
        <legend>{words.mode}</legend>
        {(['all-or-nothing', 'take-good'] as const).map((value) => (
          <p key={value}>
            <label>
              <input type="radio" name="mode" value={value} defaultChecked={mode === value} />{' '}
              {words.modes[value]}
            </label>
          </p>
        ))}
      </fieldset>
      <p className="field-actions">
        <Act act="preview" name={words.look} />
        {kept && <Act act="import" name={words.doIt} />}
      </p>
    </form>
  )
}
