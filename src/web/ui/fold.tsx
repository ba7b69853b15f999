/** A part of a page that opens when asked for, with a heading that is always there. */
import type { ReactNode } from 'react'

interface Props {
  readonly id?: string
  readonly title: string
  /** A few words beside the title that say what is inside. */
  readonly hint?: string | undefined
  readonly isOpen?: boolean
  readonly children: ReactNode
}

export function Fold({ id, title, hint, isOpen = false, children }: Props) {
  return (
    <details className="fold" id={id} open={isOpen}>
      <summary>
        <h2>{title}</h2>
        {hint && <span className="fold-hint">{hint}</span>}
      </summary>
      <div className="fold-content">{children}</div>
    </details>
  )
}
