/** What became of a list of addresses, told once. */
import type { MailedCodes } from '#modules/surveys/mail-codes.ts'
import { useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'

export function CodesMailReport({ mailed }: { readonly mailed: MailedCodes }) {
  const { text } = useReader()
  const words = text.mailCodes.report
  const { sent, refused, failed, left, areRevoked } = mailed
  const unsent = refused.length + failed.length + left.length
  return (
    <div role="status">
      <NoteBox title={words.heading}>
        <p>
          <strong>{words.sent(sent)}</strong> {unsent === 0 ? words.all : words.once}
        </p>
        <Unsent title={words.refused} addresses={refused} />
        <Unsent title={words.failed} addresses={failed} />
        {left.length > 0 && <p>{words.left(left.length)}</p>}
        {unsent > 0 && (
          <p>
            {areRevoked ? words.revoked : words.notRevoked} {words.retry}
          </p>
        )}
      </NoteBox>
    </div>
  )
}

interface UnsentProps {
  readonly title: (count: number) => string
  readonly addresses: readonly string[]
}

function Unsent({ title, addresses }: UnsentProps) {
  if (addresses.length === 0) return null
  return (
    <>
      <p>{title(addresses.length)}</p>
      <ul>
        {addresses.map((address) => (
          <li key={address}>{address}</li>
        ))}
      </ul>
    </>
  )
}
