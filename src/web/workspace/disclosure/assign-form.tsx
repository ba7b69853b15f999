/** Puts units and people in charge of several items at once; the items are chosen in the rows above, or all that are shown. */
import { Act, Choice, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'
import type { FoundBoard } from './board.tsx'
import { without } from './disclosure-query.ts'

export const assignFormId = 'assign'

export function AssignForm({ found: { board } }: { readonly found: FoundBoard }) {
  const { say, text } = useReader()
  const typed = useTyped()
  const words = text.disclosureWork.assign
  return (
    <section aria-labelledby="assign-title">
      <h2 id="assign-title">{words.title}</h2>
      <p className="hint">{words.hint}</p>
      {board.owners.length === 0 && <p>{words.noOwners}</p>}
      <form className="assign-form" id={assignFormId} method="post">
        <input type="hidden" name="shown" value={board.items.map(({ code }) => code).join(' ')} />
        <p className="whole-line">
          <label>
            <input type="checkbox" name="all" value="all" defaultChecked={typed('all') === 'all'} />{' '}
            {words.all(board.items.length)}
          </label>
        </p>
        <Choice
          name="toUnit"
          label={text.disclosureWork.filter.unit}
          none={words.keep}
          options={[
            ...board.units.map(({ id, name }) => ({ value: id, name: say(name) })),
            { value: without, name: words.noUnit },
          ]}
          value={typed('toUnit')}
        />
        <Choice
          name="toOwner"
          label={text.disclosureWork.filter.owner}
          none={words.keep}
          options={[
            ...board.owners.map(({ id, name }) => ({ value: id, name })),
            { value: without, name: words.nobody },
          ]}
          value={typed('toOwner')}
        />
        <Field name="dueOn" label={words.due} hint={words.dueHint} value={typed('dueOn')} maxLength={40} />
        <p>
          <label>
            <input type="checkbox" name="noDue" value="noDue" defaultChecked={typed('noDue') === 'noDue'} />{' '}
            {words.noDue}
          </label>
        </p>
        <p className="whole-line">
          <Act act="assign" name={words.assign} />
        </p>
      </form>
    </section>
  )
}
