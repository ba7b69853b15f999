/** Whose result this is: name, year, groups, and whether the agency is made up. */
import type { Agency } from '#modules/registry/agency.ts'
import { useReader } from '../../ui/language.ts'
import { ImaginaryMark } from '../../ui/marks.tsx'
import { NoteBox } from '../../ui/note-box.tsx'

interface Props {
  readonly agency: Agency
  readonly fiscalYear: number
}

export function AgencyHeading({ agency, fiscalYear }: Props) {
  const { language, say, text } = useReader()
  const groups = [agency.type, agency.ministry, agency.province].flatMap((group) =>
    group ? [say(group.name)] : [],
  )
  return (
    <header className="agency-heading">
      <h1>
        {say(agency.name)} <span className="heading-year">{text.site.year(fiscalYear)}</span>
      </h1>
      {language === 'en' && (
        <p className="beside" lang="th">
          {agency.name.th}
        </p>
      )}
      <p className="beside">
        {groups.join(' · ')}
        {agency.website && (
          <>
            {' · '}
            <a href={agency.website} rel="noreferrer">
              {text.site.agency.website}
            </a>
          </>
        )}
      </p>
      {agency.isImaginary && (
        <NoteBox>
          <p>
            <ImaginaryMark isImaginary /> {text.site.imaginaryNote}
          </p>
        </NoteBox>
      )}
    </header>
  )
}
