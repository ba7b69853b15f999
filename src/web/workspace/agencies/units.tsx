/** The units of an agency as a tree, and what may be done with them. */
import { useLoaderData } from 'react-router'
import { Problem } from '#base/problem.ts'
import {
  canAddUnit,
  canChangeUnit,
  canCloseUnit,
  canImportUnits,
  canSeeRegistry,
} from '#modules/registry/access.ts'
import { addUnit } from '#modules/registry/add-unit.ts'
import { changeUnit } from '#modules/registry/change-unit.ts'
import { closeUnit } from '#modules/registry/close-unit.ts'
import { moveUnit } from '#modules/registry/move-unit.ts'
import { listUnits } from '#modules/registry/unit-list.ts'
import { readParameter } from '../../public/reading.ts'
import { RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { useRefusal } from '../outcome.ts'
import { readDay } from '../rounds/day-field.ts'
import { type Acting, acting, working } from '../working.ts'
import { agencyWorkPath, ofAgency } from './of-agency.ts'
import { useRegistryCrumbs } from './registry-crumbs.ts'
import { AddUnitForm, UnitForms } from './unit-forms.tsx'

export const loader = working(canSeeRegistry, async (asked) => {
  const { code, may } = await ofAgency(asked, canSeeRegistry)
  return {
    code,
    units: await listUnits(asked.db, { agency: code }),
    may: {
      add: may(canAddUnit),
      change: may(canChangeUnit) && may(canCloseUnit),
      import: may(canImportUnits),
    },
  }
})

const acts: Readonly<Record<string, (asked: Acting, agency: string) => Promise<string>>> = {
  add: async ({ field, doAs }, agency) => {
    const form = { code: field('code'), name_th: field('name_th'), name_en: field('name_en') || undefined }
    await doAs((context) =>
      addUnit(context, agency, { ...form, kind: field('kind'), parent: field('parent') }),
    )
    return 'unitAdded'
  },
  change: async ({ field, doAs }, agency) => {
    const unit = field('unit')
    const form = {
      name_th: field(`${unit}-name_th`),
      name_en: field(`${unit}-name_en`),
      kind: field(`${unit}-kind`),
    }
    await doAs(async (context) => {
      await changeUnit(context, { agency, unit }, form)
      await moveUnit(context, { agency, unit, parent: field(`${unit}-parent`) || null })
    })
    return 'unitChanged'
  },
  close: async ({ field, doAs }, agency) => {
    const unit = field('unit')
    const closedOn = readDay(field(`${unit}-closedOn`))
    await doAs((context) => closeUnit(context, { agency, unit, closedOn }))
    return 'unitClosed'
  },
}

export const action = acting(canSeeRegistry, async (asked) => {
  const agency = readParameter(asked.params, 'code')
  const perform = acts[asked.field('act')]
  if (!perform) throw new Problem('invalid', 'form.actUnknown')
  return `${agencyWorkPath(agency, 'units')}?done=${await perform(asked, agency)}`
})

export default function Units() {
  const { code, units, may } = useLoaderData<typeof loader>()
  const { say, text, to } = useReader()
  const words = text.workspace.agencies
  const above = useRegistryCrumbs(code)
  return (
    <Page title={words.units} above={above}>
      <RefusalSummary refusal={useRefusal()} />
      {may.import && (
        <p className="ways-on">
          <a href={to('/work/import/units')}>{words.importUnits}</a>
        </p>
      )}
      {units.length === 0 ? (
        <p>{words.noUnits}</p>
      ) : (
        <ul className="tree-lines">
          {units.map((unit) => (
            <li key={unit.code} className={`depth-${unit.depth}`}>
              <strong>{say(unit.name)}</strong>{' '}
              <span className="hint">
                {words.unitKinds[unit.kind]} · <code>{unit.code}</code>
              </span>
              {may.change && <UnitForms unit={unit} units={units} />}
            </li>
          ))}
        </ul>
      )}
      {may.add && <AddUnitForm units={units} />}
    </Page>
  )
}
