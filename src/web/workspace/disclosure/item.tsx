/** One item of an agency: what it must show, the answer with what the checker found, review, score, talk and history. */
import { useLoaderData } from 'react-router'
import { isAllowed, type Permission } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import {
  canAnswerItems,
  canApproveItems,
  canCheckItems,
  canCommentOnItems,
  canExplainItems,
  canReviewItems,
  canSeeItems,
} from '#modules/disclosure/access.ts'
import { getItemView, type ItemView } from '#modules/disclosure/item-view.ts'
import { readParameter, readYear } from '../../public/reading.ts'
import { RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { useRefusal } from '../outcome.ts'
import { acting, type Working, working } from '../working.ts'
import { AnswerSection } from './answer-section.tsx'
import { Clarification } from './clarification.tsx'
import { Comments } from './comments.tsx'
import stylesheet from './disclosure.css?url'
import { besideBoardPath, boardPath } from './disclosure-query.ts'
import { History } from './history.tsx'
import { itemActs } from './item-acts.ts'
import { ItemElements, ItemFacts } from './item-facts.tsx'
import { ReviewSection } from './review-section.tsx'

/** Named in the address. */
function readNamed({ params }: Pick<Working, 'params'>) {
  return {
    fiscalYear: readYear(readParameter(params, 'year')),
    agencyCode: readParameter(params, 'code'),
    itemCode: readParameter(params, 'item'),
  }
}

export const loader = working(canSeeItems, async (asked) => {
  const { db, now, url, signedIn } = asked
  const view = await getItemView(db, signedIn.person, { ...readNamed(asked), now })
  return {
    ...{ view, now },
    isOfferTaken: url.searchParams.get('use') === 'earlier',
    may: whatMay(view, (permission) => isAllowed(signedIn.person, permission, view.place)),
  }
})

function whatMay({ state, phases, isRoundClosed }: ItemView, allowed: (permission: Permission) => boolean) {
  const isPossible = ({ state: standing }: { readonly state: string }) =>
    !isRoundClosed && (standing === 'open' || standing === 'notScheduled')
  const isWorkOpen = isPossible(phases.answer) || isPossible(phases.approve)
  const isWritable = ['open', 'assigned', 'drafted', 'returned'].includes(state)
  return {
    answer: isWorkOpen && isWritable && allowed(canAnswerItems),
    send: isWorkOpen && state === 'drafted' && allowed(canAnswerItems),
    takeBack: isWorkOpen && state === 'inReview' && allowed(canAnswerItems),
    check: !isRoundClosed && allowed(canCheckItems),
    pass: isWorkOpen && state === 'inReview' && allowed(canReviewItems),
    return:
      isWorkOpen &&
      ((state === 'inReview' && allowed(canReviewItems)) ||
        (['inReview', 'ready', 'approved'].includes(state) && allowed(canApproveItems))),
    comment: !isRoundClosed && allowed(canCommentOnItems),
    explain: isPossible(phases.clarify) && allowed(canExplainItems),
  }
}

export const action = acting(canSeeItems, async (asked) => {
  const named = readNamed(asked)
  const perform = itemActs[asked.field('act')]
  await getItemView(asked.db, asked.signedIn.person, { ...named, now: asked.now })
  if (!perform) throw new Problem('invalid', 'form.actUnknown')
  const next = await perform(asked, named)
  if (typeof next !== 'string') return next
  const agency = { year: named.fiscalYear, code: named.agencyCode }
  return `${besideBoardPath(agency, encodeURIComponent(named.itemCode))}?done=${next}`
})

export type FoundItem = Awaited<ReturnType<typeof loader>>

export interface ItemProps {
  readonly found: FoundItem
}

export default function ItemPage() {
  const found = useLoaderData<typeof loader>()
  const { say, text } = useReader()
  const { view } = found
  const { agency, fiscalYear, code } = view
  const title = `${code} ${say(view.title)}`
  const board = { year: fiscalYear, code: agency.code }
  const above = [{ name: text.disclosureWork.titleOf(say(agency.name), fiscalYear), path: boardPath(board) }]
  return (
    <Page title={title} above={above}>
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <RefusalSummary refusal={useRefusal()} />
      <ItemFacts found={found} />
      {view.score && <Clarification found={found} />}
      <ItemElements found={found} />
      <AnswerSection found={found} />
      <ReviewSection found={found} />
      <Comments found={found} />
      <History found={found} />
      <Neighbours found={found} />
    </Page>
  )
}

function Neighbours({ found: { view } }: ItemProps) {
  const { text, to } = useReader()
  const words = text.disclosureWork.item
  const agency = { year: view.fiscalYear, code: view.agency.code }
  return (
    <nav aria-label={words.neighbours}>
      <ul className="ways-on">
        {view.previous && (
          <li>
            <a rel="prev" href={to(besideBoardPath(agency, view.previous))}>
              ← {words.previous} {view.previous}
            </a>
          </li>
        )}
        <li>
          <a href={to(boardPath(agency))}>{words.toBoard}</a>
        </li>
        {view.next && (
          <li>
            <a rel="next" href={to(besideBoardPath(agency, view.next))}>
              {words.next} {view.next} →
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
