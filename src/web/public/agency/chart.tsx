/** A drawn chart with its words: one drawing for wide pages, another for telephones. */
interface Props {
  readonly wide: string
  readonly narrow: string | null
  readonly caption: string
}

export function Chart({ wide, narrow, caption }: Props) {
  return (
    <figure className="chart">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own server, names escaped there */}
      <div className="chart-wide" dangerouslySetInnerHTML={{ __html: wide }} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own server, names escaped there */}
      <div className="chart-narrow" dangerouslySetInnerHTML={{ __html: narrow ?? wide }} />
      <figcaption>{caption}</figcaption>
    </figure>
  )
}
