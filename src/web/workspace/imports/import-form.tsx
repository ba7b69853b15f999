/** The form of an import: the file, what to do with rows that fail, a look first, then the deed. */
import { Act } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'
import type { KeptFile } from './upload.ts'

const modes = ['all-or-nothing', 'take-good'] as const
export type ImportMode = (typeof modes)[number]

interface Props {
  readonly kept: KeptFile | undefined
  /** As it was when the file was looked at. */
  readonly chosen: ImportMode | undefined
}

export function ImportForm({ kept, chosen = 'all-or-nothing' }: Props) {
  const { text } = useReader()
  const typed = useTyped()
  const words = text.workspace.imports
  const mode = typed('mode', chosen)
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
        {modes.map((value) => (
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
