/** Writes a day as people read it: "15 ส.ค. 2568", "15 Aug 2025". */

const writers: Readonly<Record<'th' | 'en', Intl.DateTimeFormat>> = {
  th: new Intl.DateTimeFormat('th-TH-u-ca-buddhist', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
}

/** `day` is a calendar day such as "2025-08-15". */
export function writeDay(day: string, language: 'th' | 'en'): string {
  return writers[language].format(new Date(`${day}T00:00:00Z`))
}
