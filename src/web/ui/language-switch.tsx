/** The link to the same page and query in the other language. */
import { useLocation } from 'react-router'
import { inOtherLanguage } from './addresses.ts'
import { useReader } from './language.ts'

export function LanguageSwitch() {
  const { pathname, search } = useLocation()
  const { language, text } = useReader()
  const other = language === 'th' ? 'en' : 'th'
  return (
    <a
      className="language-switch"
      href={inOtherLanguage(pathname, search)}
      lang={other}
      hrefLang={other}
      title={text.site.otherLanguageHint}
    >
      {text.site.otherLanguage}
    </a>
  )
}
