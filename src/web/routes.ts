/** The addresses of the web door; each page is served in Thai, and in English under `/en`. */
import {
  index,
  layout,
  prefix,
  type RouteConfig,
  type RouteConfigEntry,
  route,
} from '@react-router/dev/routes'

const pages = (language: 'th' | 'en') => {
  const at = (path: string, file: string) => route(path, `public/${file}`, { id: `${language}/${file}` })
  return [
    index('public/home/home.tsx', { id: `${language}/home` }),
    at('results', 'ranking/results.tsx'),
    at('results.csv', 'ranking/results-csv.ts'),
    at('agencies/:code', 'agency/newest-year.tsx'),
    at('agencies/:code/:year', 'agency/agency-year.tsx'),
    at('agencies/:code/:year/items', 'status/items-status.tsx'),
    at('agencies/:code/:year/explain/*', 'explain/explain.tsx'),
    at('agencies/:code/:year/report.pdf', 'downloads/report.ts'),
    at('agencies/:code/:year/sheet.json', 'downloads/sheet.ts'),
    at('frameworks', 'frameworks/frameworks.tsx'),
    at('frameworks/:year', 'frameworks/framework.tsx'),
    at('rounds', 'rounds/rounds.tsx'),
    at('rounds/:year', 'rounds/calendar.tsx'),
    at('open-data', 'open-data.tsx'),
    ...entryPages(language),
    layout('workspace/workspace.tsx', { id: `${language}/workspace` }, workPages(language)),
  ]
}

/** The way in, for those who are nobody yet. */
const entryPages = (language: 'th' | 'en') => {
  const at = (path: string, file: string) =>
    route(path, `workspace/sign-in/${file}`, { id: `${language}/sign-in/${file}` })
  return [
    at('start', 'start.tsx'),
    at('sign-in', 'sign-in.tsx'),
    at('sign-in/second-factor', 'second-factor.tsx'),
    at('sign-in/forgotten', 'forgotten.tsx'),
    at('sign-in/provider', 'provider.ts'),
    at('sign-out', 'sign-out.ts'),
    at('reset-password/:token', 'reset.tsx'),
    at('invitations/:token', 'invitation.tsx'),
  ]
}

/** How a page of the workspace is put at its address. */
type At = (path: string, file: string) => RouteConfigEntry

const disclosurePages = (at: At) => [
  at('disclosure', 'disclosure/disclosure.tsx'),
  at('disclosure/:year/:code', 'disclosure/board.tsx'),
  at('disclosure/:year/:code/gap', 'disclosure/gap.tsx'),
  at('disclosure/:year/:code/export', 'disclosure/export.ts'),
  at('disclosure/:year/:code/page', 'disclosure/public-page.tsx'),
  at('disclosure/:year/:code/page.html', 'disclosure/public-page-file.ts'),
  at('disclosure/:year/:code/:item', 'disclosure/item.tsx'),
]

const workPages = (language: 'th' | 'en') => {
  const at = (path: string, file: string) =>
    route(`work/${path}`, `workspace/${file}`, { id: `${language}/work/${file}` })
  return [
    route('work', 'workspace/dashboard.tsx', { id: `${language}/work` }),
    at('agencies', 'agencies/agencies.tsx'),
    at('agencies/new', 'agencies/new-agency.tsx'),
    at('agencies/export', 'agencies/export.ts'),
    at('agencies/:code', 'agencies/agency.tsx'),
    at('agencies/:code/units', 'agencies/units.tsx'),
    at('agencies/:code/people', 'agencies/people.tsx'),
    at('import/:kind', 'imports/import.tsx'),
    at('import/:kind/:id', 'imports/import-run.tsx'),
    at('accounts', 'accounts/accounts.tsx'),
    at('accounts/invite', 'accounts/invite.tsx'),
    at('accounts/:id', 'accounts/person.tsx'),
    at('rounds', 'rounds/rounds.tsx'),
    at('rounds/:year', 'rounds/round.tsx'),
    at('surveys', 'surveys/surveys.tsx'),
    at('surveys/:year/:code', 'surveys/agency-surveys.tsx'),
    at('surveys/:year/:code/codes', 'surveys/codes.ts'),
    at('surveys/:year/:code/codes/mail', 'surveys/codes-by-mail.tsx'),
    at('surveys/:year/:code/export', 'surveys/export.ts'),
    ...disclosurePages(at),
    at('assessment', 'assessment/assessment.tsx'),
    at('assessment/findings', 'assessment/findings.tsx'),
    at('assessment/:year/agreement', 'assessment/agreement.tsx'),
    at('assessment/:year/:code', 'assessment/agency-sheet.tsx'),
    at('assessment/:year/:code/:item', 'assessment/marking.tsx'),
    at('assessment/:year/:code/:item/snapshots/:link', 'assessment/snapshot.tsx'),
    at('assessment/:year/:code/:item/snapshots/:link/:part', 'assessment/snapshot-part.ts'),
    at('signals', 'signals/signals.tsx'),
    at('signals/:year/:code', 'signals/agency-signals.tsx'),
    at('interviews', 'interviews/interviews.tsx'),
    at('interviews/progress', 'interviews/progress.tsx'),
    at('audit', 'audit/audit.tsx'),
    at('profile', 'profile/profile.tsx'),
    at('profile/second-factor', 'profile/second-factor-setup.tsx'),
  ]
}

export default [...pages('th'), ...prefix('en', pages('en'))] satisfies RouteConfig
