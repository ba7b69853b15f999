/** How the audit log names an officer: never by anything that tells who it is. Pure. */

export function personSubject(id: string): string {
  return `person:${id}`
}
