/** What a column of a list is called on the page. */
import { useReader } from '../../ui/language.ts'

export function useFieldName(): (field: string) => string {
  const names: Readonly<Record<string, string>> = useReader().text.registry.fields
  return (field) => names[field] ?? field
}
