/** Who acts: nobody in particular, a person by the roles granted to them, the operator at the command line, or the system. */

export const roles = [
  'administrator',
  'auditor',
  'supervisor',
  'leadAssessor',
  'assessor',
  'complaintOfficer',
  'executive',
  'coordinator',
  'reviewer',
  'itemOwner',
  'enumerator',
] as const

export type Role = (typeof roles)[number]

/** Where a role holds: everywhere, in all agencies of a type, ministry or province, in one agency, or in one unit of it. */
export type Scope =
  | { readonly kind: 'centre' }
  | {
      readonly kind: 'group'
      readonly type?: string
      readonly ministry?: string
      readonly province?: string
    }
  | { readonly kind: 'agency'; readonly agencyId: string }
  | { readonly kind: 'unit'; readonly agencyId: string; readonly unitId: string }

export interface Grant {
  readonly role: Role
  readonly scope: Scope
}

export interface Person {
  readonly kind: 'person'
  readonly id: string
  readonly name: string
  /** Those that hold now: a role that needs a second factor is not among them until the person has one. */
  readonly grants: readonly Grant[]
  /** Through an access key: only permissions of these names, or with `read` those that only read. */
  readonly limitedTo?: readonly string[]
}

export type Actor =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'operator'; readonly name: string }
  | { readonly kind: 'system'; readonly name: string }
  | Person

export const anyone: Actor = { kind: 'anyone' }

/** What the audit trail keeps of who acted: a person's id, never their name, which may change and be erased. */
export function traceOf(actor: Actor): string | null {
  if (actor.kind === 'person') return actor.id
  return actor.kind === 'anyone' ? null : actor.name
}
