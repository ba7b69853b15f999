/** Reads what a form says of one agency, unit or person, by the same rules as a row of a list. Pure. */
import { type Finding, Problem } from '#base/problem.ts'
import type { CellReader } from './list-cells.ts'
import type { Values } from './read-list.ts'

/** As typed. A field the form does not have is absent and stays as it is; an empty one is cleared. */
export type Form<F extends string> = Readonly<Partial<Record<F, string | undefined>>>

export interface FormKind<F extends string> {
  readonly fields: readonly F[]
  readonly required: readonly F[]
  readonly readers: Readonly<Record<F, CellReader>>
}

/** Throws `registry.formInvalid` with a finding for each field to mend, named in its parameter `field`. */
export function readForm<F extends string>(
  form: Form<F>,
  { fields, required, readers }: FormKind<F>,
): Values<F> {
  const values: Partial<Record<F, string | null>> = {}
  const findings: Finding[] = []
  for (const field of fields) {
    const typed = form[field]
    if (typed === undefined) continue
    const read = readers[field](typed)
    if ('fault' in read) findings.push({ code: read.fault, parameters: { ...read.parameters, field } })
    else if (read.value === null && required.includes(field)) findings.push(missing(field))
    else values[field] = read.value
  }
  if (findings.length > 0) throw Problem.ofFindings('registry.formInvalid', findings)
  return values
}

/** For what must be there although the form has no such field. */
export function missing(field: string): Finding {
  return { code: 'registry.cellMissing', parameters: { field } }
}

/** Throws `registry.formInvalid` for one field. */
export function refuseField(field: string, code: string, parameters: Finding['parameters'] = {}): never {
  throw Problem.ofFindings('registry.formInvalid', [{ code, parameters: { ...parameters, field } }])
}
