/** Something the reader should know before reading on. */
import type { ReactNode } from 'react'

interface Props {
  readonly title?: string
  readonly children: ReactNode
}

export function NoteBox({ title, children }: Props) {
  return (
    <div className="note-box">
      {title && <p className="note-title">{title}</p>}
      {children}
    </div>
  )
}
