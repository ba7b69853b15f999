/** What the page's last act came to, as its action sent it back. */
import { useActionData, useSearchParams } from 'react-router'
import type { Refusal } from '../ui/form.tsx'

/** Undefined on a fresh page and after an act that was done. */
export function useRefusal(): Refusal | undefined {
  const outcome = useActionData() as Refusal | undefined
  return outcome && 'failure' in outcome ? outcome : undefined
}

/** What was typed before the page came back, or else what holds. */
export function useTyped(): (name: string, holding?: string | null) => string | undefined {
  const refusal = useRefusal()
  return (name, holding) => refusal?.values[name] ?? holding ?? undefined
}

/** The name of the act that has just been done, carried by the address. */
export function useDone(): string | null {
  return useSearchParams()[0].get('done')
}
