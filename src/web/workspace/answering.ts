/** How a form that was sent becomes a page: gone on from when it was done, or the same page again with what was typed. */
import { type ActionFunctionArgs, data, redirect } from 'react-router'
import { Problem } from '#base/problem.ts'
import { doorwayContext } from '#web/doorway.ts'
import { failureOf, problemOf, statusOf } from '#web/problems.ts'
import { inLanguage, languageOf } from '../ui/addresses.ts'
import type { Refusal } from '../ui/form.tsx'

/** Where to go next, without the language; with headers such as cookies; or what the same page is to show. */
export type Next = string | { readonly to: string; readonly headers: Headers } | { readonly show: object }

/**
 * A Problem comes back to the same page as a `Refusal`, with all that was typed but passwords, codes and files. What
 * another site made the browser send never comes here: React Router answers it with 400.
 */
export function answering(perform: (given: ActionFunctionArgs, form: FormData) => Promise<Next>) {
  return async (given: ActionFunctionArgs) => {
    const { log } = given.context.get(doorwayContext)
    let form = new FormData()
    try {
      form = await readForm(given.request)
      return follow(await perform(given, form), given.url)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      const problem = problemOf(error, log)
      const refusal: Refusal = { failure: failureOf(problem), values: typedInto(form) }
      return data(refusal, { status: statusOf(problem) })
    }
  }
}

/** Throws `form.unreadable` for a body that is no form. */
function readForm(request: Request): Promise<FormData> {
  return request.formData().catch(() => {
    throw new Problem('invalid', 'form.unreadable')
  })
}

function follow(next: Next, url: URL) {
  if (typeof next === 'object' && 'show' in next) return next.show
  const { to, headers } = typeof next === 'string' ? { to: next, headers: new Headers() } : next
  return redirect(inLanguage(languageOf(url.pathname), to), { status: 303, headers })
}

/** What was typed into a field, without the space around it but for passwords; empty when it was not on the form. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name)
  if (typeof value !== 'string') return ''
  return name.includes('password') ? value : value.trim()
}

function typedInto(form: FormData): Record<string, string> {
  const isKept = ([name, value]: [string, FormDataEntryValue]) =>
    typeof value === 'string' && !/password|one-time-code|set-up-code/.test(name)
  return Object.fromEntries([...form].filter(isKept).map(([name]) => [name, fieldOf(form, name)]))
}
