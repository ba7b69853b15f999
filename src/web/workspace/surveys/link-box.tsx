/** The link of a part: its address and QR code, papers to hand out, and its replacement or revocation. */
import { linkPath } from '#modules/surveys/link.ts'
import { Act, Confirmed } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import type { PartProps } from './part-section.tsx'

export function LinkBox({ found, part: { part, name, survey, linkCode } }: PartProps) {
  const { say, text } = useReader()
  const words = text.surveysWork.link
  if (survey === null) return null
  if (linkCode === null) {
    return (
      <form method="post">
        <p>{words.none}</p>
        {found.may.links && <Act act="openLinks" name={words.open} />}
      </form>
    )
  }
  const path = linkPath(survey, linkCode)
  return (
    <>
      <div className="link-box">
        <img src={`${path}/qr.svg`} alt={words.qr(say(name))} width="160" height="160" />
        <div>
          <h3>{words.heading}</h3>
          <p>
            <a className="link-address" href={path}>
              {found.address}
              {path}
            </a>
          </p>
          <Downloads path={path} part={part} />
        </div>
      </div>
      {found.may.links && <LinkForms part={part} />}
    </>
  )
}

function Downloads({ path, part }: { readonly path: string; readonly part: string }) {
  const { text } = useReader()
  const words = text.surveysWork.link
  const files = [
    { file: 'poster.pdf', name: words.poster },
    { file: 'slide.pdf', name: words.slide },
    { file: 'qr.png', name: words.qrPng },
    { file: 'qr.svg', name: words.qrSvg },
  ]
  return (
    <>
      <p className="hint">{words.downloads}</p>
      <ul className="ways-on">
        {files.map(({ file, name }) => (
          <li key={file}>
            <a href={`${path}/${file}`} download={`${part}-${file}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function LinkForms({ part }: { readonly part: string }) {
  const { text } = useReader()
  const words = text.surveysWork.link
  return (
    <>
      <Confirmed ask={words.replaceAsk}>
        <form method="post">
          <input type="hidden" name="part" value={part} />
          <p>{words.replaceMeans}</p>
          <Act act="replaceLink" name={words.replace} isGrave />
        </form>
      </Confirmed>
      <Confirmed ask={words.revokeAsk}>
        <form method="post">
          <input type="hidden" name="part" value={part} />
          <p>{words.revokeMeans}</p>
          <Act act="revokeLink" name={words.revoke} isGrave />
        </form>
      </Confirmed>
    </>
  )
}
