/** Why codes were not made is told on the page one comes back to, and never in words that the address brings. */
import { describe, expect, test } from 'vitest'
import { Problem } from '#base/problem.ts'
import { en } from '#text/en.ts'
import { sentenceFor } from '../../ui/failure.ts'
import { refusedCodes } from './codes-refusal.ts'

const about = { agency: 'HILL', year: 2569 }
const days = {
  phase: 'collect',
  state: 'closed',
  actors: 'agencies',
  opens: '2026-01-05',
  closes: '2026-01-29',
}
const shut = new Problem('closed', 'round.phaseNotOpen', days)
const told = (address: string, phase: Problem | null = null) => {
  const refused = refusedCodes(new URLSearchParams(address), about, phase)
  return refused && sentenceFor(en, refused.failure)
}

describe('coming back from making codes', () => {
  test('without a refusal nothing is told, whatever phase it is', () => {
    expect(told('part=iit', shut)).toBeNull()
  })

  test('outside the phase tells its days, as the calendar has them now', () => {
    expect(told('refused=round.phaseNotOpen&part=iit', shut)).toMatch(
      /closed.*5 Jan 2026.*24:00 on 29 Jan 2026/,
    )
  })

  test('when the phase has opened since tells nothing any more', () => {
    expect(told('refused=round.phaseNotOpen&part=iit')).toBeNull()
  })

  test('with a code that is not of making codes tells that it did not work, and no more', () => {
    expect(told('refused=access.refused')).toBe(told('refused=service.unavailable'))
    expect(told('refused=survey.notByCodes&part=%3Cb%3E')).not.toContain('<b>')
  })
})
