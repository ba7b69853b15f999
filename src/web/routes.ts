/** The addresses of the web door; each page is served in Thai, and in English under `/en`. */
import { index, prefix, type RouteConfig, route } from '@react-router/dev/routes'

const pages = (language: 'th' | 'en') => {
  const at = (path: string, file: string) => route(path, `public/${file}`, { id: `${language}/${file}` })
  return [
    index('public/home/home.tsx', { id: `${language}/home` }),
    at('results', 'ranking/results.tsx'),
    at('results.csv', 'ranking/results-csv.ts'),
    at('agencies/:code', 'agency/newest-year.tsx'),
    at('agencies/:code/:year', 'agency/agency-year.tsx'),
    at('agencies/:code/:year/explain/*', 'explain/explain.tsx'),
    at('agencies/:code/:year/report.pdf', 'downloads/report.ts'),
    at('agencies/:code/:year/sheet.json', 'downloads/sheet.ts'),
    at('frameworks', 'frameworks/frameworks.tsx'),
    at('frameworks/:year', 'frameworks/framework.tsx'),
    at('rounds', 'rounds/rounds.tsx'),
    at('rounds/:year', 'rounds/calendar.tsx'),
    at('open-data', 'open-data.tsx'),
  ]
}

export default [...pages('th'), ...prefix('en', pages('en'))] satisfies RouteConfig
