/** Names figures and gives reasons in both languages, in the words of the year's framework. */
import type { Words } from '#base/words.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { scoring as english } from '#text/en/scoring.ts'
import { scoring as thai } from '#text/th/scoring.ts'
import type { Reason } from './score.ts'

const texts = { th: thai, en: english }
type Language = keyof typeof texts
type Spoken = Readonly<Record<Language, string>>

/** The sentence for a reason: "ยังไม่มีคำตอบของ EIT Survey". */
export function reasonWords(framework: Framework, reason: Reason): Words {
  const sentence = (language: Language) => {
    const names = reason.missing.map((missing) => missingName(framework, missing)[language])
    return texts[language].reasons[reason.code]({ list: names.join(' · ') })
  }
  return { th: sentence('th'), en: sentence('en') }
}

/** The name of a figure by its node id: a part, an instrument, an indicator, a question of a part, an item. */
export function nodeName(framework: Framework, id: string): Spoken {
  const [head = '', tail] = id.split('/')
  const [kind, own = head] = splitOnce(head)
  if (tail) {
    const [within, name = tail] = splitOnce(tail)
    const left = within === 'indicator' ? nodeName(framework, tail) : { th: name, en: name }
    return ofPart(left, partName(framework, own))
  }
  if (kind === 'total' || kind === 'rating') return { th: thai.names[kind], en: english.names[kind] }
  if (kind === 'indicator') return numbered('indicator', own)
  if (kind === 'sub-indicator') return numbered('subIndicator', own)
  if (kind === 'part') return partName(framework, own)
  if (kind === 'instrument')
    return framework.instruments.find(({ id: each }) => each === own)?.name ?? same(own)
  return same(own)
}

/** What a reason misses: a part (`eitSurvey`), a question of a part (`iit/i3`), an item (`o5`) or a node id. */
function missingName(framework: Framework, missing: string): Spoken {
  if (missing.includes(':')) return nodeName(framework, missing)
  const [part = '', question] = missing.split('/')
  return question ? ofPart(same(question), partName(framework, part)) : partName(framework, part)
}

function partName(framework: Framework, id: string): Spoken {
  for (const { parts, pooledPart } of framework.instruments) {
    const part = [...parts, ...(pooledPart ? [pooledPart] : [])].find((each) => each.id === id)
    if (part) return part.name
  }
  return same(id)
}

function numbered(kind: 'indicator' | 'subIndicator', number: string): Spoken {
  return { th: thai.names[kind]({ number }), en: english.names[kind]({ number }) }
}

function ofPart(question: Spoken, part: Spoken): Spoken {
  return {
    th: thai.names.questionOfPart({ question: question.th, part: part.th }),
    en: english.names.questionOfPart({ question: question.en, part: part.en }),
  }
}

function same(name: string): Spoken {
  return { th: name, en: name }
}

function splitOnce(id: string): [string, string | undefined] {
  const at = id.indexOf(':')
  return at < 0 ? [id, undefined] : [id.slice(0, at), id.slice(at + 1)]
}
