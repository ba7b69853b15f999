/** Small marks beside a name or a fact: made up for the demo, or how sure it is. */
import type { Confidence, Evidence } from '#modules/frameworks/framework.ts'
import { useReader } from './language.ts'

export function ImaginaryMark({ isImaginary }: { readonly isImaginary: boolean }) {
  const { text } = useReader()
  return isImaginary ? <span className="mark mark-imaginary">{text.site.imaginary}</span> : null
}

export function UnverifiedMark() {
  const { text } = useReader()
  return (
    <span className="mark mark-unverified">
      <span aria-hidden="true">? </span>
      {text.site.unverified}
    </span>
  )
}

export function ConfidenceMark({ confidence }: { readonly confidence: Confidence }) {
  const { text } = useReader()
  if (confidence === 'unverified') return <UnverifiedMark />
  return <span className={`mark mark-${confidence}`}>{text.site.confidence[confidence]}</span>
}

/** How sure a fact is and where it comes from. Sources and notes are written in Thai only. */
export function EvidenceNote({ evidence }: { readonly evidence: Evidence }) {
  const { language, text } = useReader()
  const lang = language === 'th' ? undefined : 'th'
  return (
    <span className="evidence">
      <ConfidenceMark confidence={evidence.confidence} /> <span lang={lang}>{evidence.source}</span>
      {evidence.note && <span lang={lang}> · {evidence.note}</span>}
      {evidence.conflict && (
        <span>
          {' '}
          <strong>{text.site.conflict}:</strong> <span lang={lang}>{evidence.conflict}</span>
        </span>
      )}
    </span>
  )
}
