/** A page on the way in: narrow, quiet, with the demo's banner where there is one. */
import type { ReactNode } from 'react'
import { useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'
import { Page } from '../../ui/page.tsx'
import { DoneNote } from '../done-note.tsx'
import stylesheet from '../workspace.css?url'

interface Props {
  readonly title: string
  readonly isDemo?: boolean
  readonly children: ReactNode
}

export function EntryPage({ title, isDemo = false, children }: Props) {
  const { text } = useReader()
  return (
    <Page title={title}>
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      {isDemo && (
        <NoteBox>
          <p>{text.workspace.demo}</p>
        </NoteBox>
      )}
      <DoneNote />
      {children}
    </Page>
  )
}
