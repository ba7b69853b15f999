/** An agency's address without a year leads to its newest published result. */
import { redirect } from 'react-router'
import { Problem } from '#base/problem.ts'
import { getAgencyByCode } from '#modules/registry/queries.ts'
import { listAgencyYears } from '#modules/results/queries.ts'
import { agencyPath, inLanguage } from '../../ui/addresses.ts'
import { reading, readParameter } from '../reading.ts'

export const loader = reading(async ({ db, params, language }) => {
  const { code } = await getAgencyByCode(db, readParameter(params, 'code'))
  const years = await listAgencyYears(db, code)
  if (years.length === 0) throw new Problem('notFound', 'page.noResultYet', { agency: code })
  return redirect(inLanguage(language, agencyPath(code, Math.max(...years))), {
    headers: { 'Cache-Control': 'public, max-age=60' },
  })
})

/** Never drawn; being a page, its problems are shown as pages. */
export default function NewestYear() {
  return null
}
