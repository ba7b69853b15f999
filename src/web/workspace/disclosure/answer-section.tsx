/** The answer to an item: as it holds or as a form, what the checker found on its links, and sending it to review. */
import type { ViewedAnswer } from '#modules/disclosure/item-view.ts'
import { Act } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'
import { snapshotPath } from '../assessment/assessment-query.ts'
import { AnswerForm } from './answer-form.tsx'
import { DoerName } from './history.tsx'
import type { ItemProps } from './item.tsx'
import { LinkCheck } from './link-check.tsx'

export function AnswerSection({ found }: ItemProps) {
  const { text } = useReader()
  const { view, may } = found
  const words = text.disclosureWork
  const { answer } = view
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{words.answer.title}</h2>
      {view.state === 'returned' && <Returned found={found} />}
      {view.offered && may.answer && <Offered found={found} />}
      {answer ? <Given answer={answer} /> : <p>{words.answer.none}</p>}
      {answer && answer.links.length > 0 && <Checks found={found} answer={answer} />}
      <Sending found={found} />
      {may.answer && <AnswerForm found={found} />}
      {view.earlierAnswers.length > 0 && <Earlier answers={view.earlierAnswers} />}
    </section>
  )
}

/** Why the item came back, where its owner begins to mend it. */
function Returned({ found: { view } }: ItemProps) {
  const { text } = useReader()
  const { history, at } = text.disclosureWork
  const step = view.history.findLast((entry) => entry.kind === 'step' && entry.act === 'return')
  if (step?.kind !== 'step') return null
  return (
    <NoteBox title={text.itemStates.returned}>
      <p className="said-words">{step.reason}</p>
      <p className="hint">
        <DoerName by={step.by} /> · {at(step.at)} · <a href="#history">{history.title}</a>
      </p>
    </NoteBox>
  )
}

function Given({ answer: { number, at, has, explanation } }: { readonly answer: ViewedAnswer }) {
  const { text } = useReader()
  const words = text.disclosureWork
  return (
    <>
      <p className="hint">{words.answer.latest(number, words.at(at))}</p>
      {!has && (
        <p>
          <strong>{words.answer.hasNot}</strong>
        </p>
      )}
      {explanation !== '' && (
        <>
          <h3>{words.answer.explanation}</h3>
          <p className="said-words">{explanation}</p>
        </>
      )}
    </>
  )
}

function Checks({ found: { view, may }, answer }: ItemProps & { readonly answer: ViewedAnswer }) {
  const { text } = useReader()
  const words = text.disclosureWork.check
  const named = { year: view.fiscalYear, code: view.agency.code, item: view.code }
  const isWaiting = answer.links.some(({ check }) => check === null)
  return (
    <>
      <h3>{words.title}</h3>
      {view.agency.website === null && <p className="hint">{words.noSite}</p>}
      <ol className="links">
        {answer.links.map((link) => (
          <LinkCheck
            key={link.id}
            link={link}
            elements={view.elements}
            kept={snapshotPath({ ...named, link: link.id })}
          />
        ))}
      </ol>
      {isWaiting && (
        <p>
          {words.waitingMeans} <a href="?#answer">{words.reload}</a>
        </p>
      )}
      {may.check && (
        <form method="post">
          <button type="submit" className="quiet" name="act" value="check">
            {words.again}
          </button>
        </form>
      )}
    </>
  )
}

function Sending({ found: { may } }: ItemProps) {
  const { text } = useReader()
  const words = text.disclosureWork.answer
  if (!may.send && !may.takeBack) return null
  return (
    <form method="post" className="stacked-form">
      <p className="hint">{may.send ? words.sendMeans : words.takeBackMeans}</p>
      {may.send ? <Act act="send" name={words.send} /> : <Act act="takeBack" name={words.takeBack} />}
    </form>
  )
}

function Offered({ found: { view } }: ItemProps) {
  const { text } = useReader()
  const words = text.disclosureWork.answer
  const { offered } = view
  if (!offered) return null
  return (
    <NoteBox title={words.offered(offered.fiscalYear, offered.itemCode)}>
      {offered.has ? (
        <ul className="link-lines">
          {offered.links.map(({ url, place }) => (
            <li key={`${url} ${place}`}>
              <a href={url} rel="noreferrer">
                {url}
              </a>
              {place && <span className="beside">{place}</span>}
            </li>
          ))}
        </ul>
      ) : (
        <p>{words.offeredHasNot}</p>
      )}
      <p>
        <a href="?use=earlier#answer-form">{words.useOffered}</a>
      </p>
      <p className="hint">{words.offeredMeans}</p>
    </NoteBox>
  )
}

function Earlier({ answers }: { readonly answers: readonly ViewedAnswer[] }) {
  const { text } = useReader()
  const words = text.disclosureWork
  return (
    <details>
      <summary>{words.answer.earlier(answers.length)}</summary>
      <ul>
        {answers.map(({ id, number, at, has, links }) => (
          <li key={id}>
            {words.answer.latest(number, words.at(at))}
            {!has && ` · ${words.answer.hasNot}`}
            <ul className="link-lines">
              {links.map((link) => (
                <li key={link.id}>{link.url}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  )
}
