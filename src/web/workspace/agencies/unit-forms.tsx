/** The forms with which units are added, changed, moved and closed. */
import { type Unit, unitKinds } from '#modules/registry/unit.ts'
import { Act, Choice, Confirmed, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'

interface Props {
  readonly unit: Unit
  readonly units: readonly Unit[]
}

export function UnitForms({ unit, units }: Props) {
  const { text } = useReader()
  const typed = useTyped()
  const words = text.workspace.agencies
  const at = (name: string) => `${unit.code}-${name}`
  return (
    <Confirmed ask={words.changeUnit}>
      <form method="post" className="stacked-form">
        <input type="hidden" name="unit" value={unit.code} />
        <Field
          name={at('name_th')}
          label={words.fields.name_th}
          value={typed(at('name_th'), unit.name.th)}
          required
        />
        <Field name={at('name_en')} label={words.fields.name_en} value={typed(at('name_en'), unit.name.en)} />
        <KindChoice name={at('kind')} value={typed(at('kind'), unit.kind)} />
        <ParentChoice
          name={at('parent')}
          units={units.filter(({ code }) => code !== unit.code)}
          value={typed(at('parent'), unit.parent)}
        />
        <Act act="change" name={words.save} />
      </form>
      <form method="post" className="stacked-form">
        <input type="hidden" name="unit" value={unit.code} />
        <Field
          name={at('closedOn')}
          label={words.lastDay}
          hint={text.workspace.rounds.dayHint}
          value={typed(at('closedOn'))}
          required
        />
        <Act act="close" name={words.closeUnit} isGrave />
      </form>
    </Confirmed>
  )
}

export function AddUnitForm({ units }: Pick<Props, 'units'>) {
  const { text } = useReader()
  const typed = useTyped()
  const words = text.workspace.agencies
  return (
    <section>
      <h2>{words.addUnit}</h2>
      <form method="post" className="stacked-form">
        <Field name="code" label={words.unitCode} value={typed('code')} required maxLength={40} />
        <Field name="name_th" label={words.fields.name_th} value={typed('name_th')} required />
        <Field name="name_en" label={words.fields.name_en} value={typed('name_en')} />
        <KindChoice name="kind" value={typed('kind')} />
        <ParentChoice name="parent" units={units} value={typed('parent')} />
        <Act act="add" name={words.addUnit} />
      </form>
    </section>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly value: string | undefined
}

function KindChoice({ name, value }: ChoiceProps) {
  const { text } = useReader()
  const words = text.workspace.agencies
  const options = unitKinds.map((kind) => ({ value: kind, name: words.unitKinds[kind] }))
  return <Choice name={name} label={words.unitKind} options={options} none={words.byItsName} value={value} />
}

function ParentChoice({ name, value, units }: ChoiceProps & Pick<Props, 'units'>) {
  const { say, text } = useReader()
  const words = text.workspace.agencies
  const options = units.map((unit) => ({
    value: unit.code,
    name: `${'– '.repeat(unit.depth - 1)}${say(unit.name)}`,
  }))
  return <Choice name={name} label={words.under} options={options} none={words.atTheTop} value={value} />
}
