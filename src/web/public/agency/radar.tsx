/** The ten indicators in one picture. */
import { useReader } from '../../ui/language.ts'
import { Chart } from './chart.tsx'

interface Props {
  readonly wide: string | null
  readonly narrow: string | null
}

export function Radar({ wide, narrow }: Props) {
  const { text } = useReader()
  if (wide === null) return null
  return (
    <section aria-labelledby="radar">
      <h2 id="radar">{text.site.agency.radar}</h2>
      <Chart wide={wide} narrow={narrow} caption={text.site.agency.radarAlternative} />
    </section>
  )
}
