/** Which items of a board are shown. */
import { dueKinds } from '#modules/disclosure/due.ts'
import { itemStates } from '#modules/disclosure/item-state.ts'
import { Choice } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import type { FoundBoard } from './board.tsx'
import { boardPath, without } from './disclosure-query.ts'

export function BoardFilters({ found: { board, address } }: { readonly found: FoundBoard }) {
  const { say, text, to } = useReader()
  const words = text.disclosureWork
  const path = to(boardPath({ year: board.fiscalYear, code: board.agency.code }))
  return (
    <search>
      <form className="filters" id="items" method="get" action={`${path}#items`} aria-label={words.filters}>
        <Choice
          name="unit"
          label={words.filter.unit}
          none={words.filter.any}
          options={[
            { value: without, name: words.filter.noUnit },
            ...board.units.map(({ id, name }) => ({ value: id, name: say(name) })),
          ]}
          value={address.unit}
        />
        <Choice
          name="owner"
          label={words.filter.owner}
          none={words.filter.any}
          options={[
            { value: without, name: words.filter.noOwner },
            ...board.owners.map(({ id, name }) => ({ value: id, name })),
          ]}
          value={address.owner}
        />
        <Choice
          name="state"
          label={words.filter.state}
          none={words.filter.any}
          options={itemStates
            .filter((state) => board.counts[state] > 0 || state === address.state)
            .map((state) => ({ value: state, name: text.itemStates[state] }))}
          value={address.state}
        />
        <Choice
          name="due"
          label={words.filter.due}
          none={words.filter.any}
          options={dueKinds.map((kind) => ({ value: kind, name: words.filter.dues[kind] }))}
          value={address.due}
        />
        <p className="field-actions">
          <button type="submit">{words.show}</button>
          {Object.keys(address).length > 0 && <a href={`${path}#items`}>{words.clear}</a>}
        </p>
      </form>
    </search>
  )
}
