import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { idOf, START, worker } from '../case/case-story.ts'
import { ReintegrationQuestion, decideReintegration, dimensionOf, evolveRounds, scoreOf } from './reintegration-words.ts'

const stamp = { by: worker, at: START }
const all = (value: number) => ReintegrationQuestion.options.map((question) => ({ question, value }))
const ask = (round: '0' | '6' | '12', answers: ReturnType<typeof all>) => ({ step: 'score', round, on: '2026-11-22', answers }) as const

test('answers from 1 to 5 become a score from 0 to 1 in three dimensions; one that lacks answers has none, and no whole', () => {
  expect(scoreOf(all(1)).composite).toBe(0)
  expect(scoreOf(all(3)).composite).toBe(0.5)
  expect(scoreOf(all(5)).composite).toBe(1)
  const economicOnly = all(5).filter((one) => dimensionOf[one.question] === 'economic')
  expect(scoreOf(economicOnly)).toEqual({ dimensions: { economic: 1, social: null, psychosocial: null }, composite: null })
})
test('nothing answered, or one question twice, is refused; asked again for a month, the later answers count', () => {
  expect(decideReintegration(ask('0', []), stamp)).toMatchObject({ refusal: { code: 'reintegration-answers-once-each' } })
  expect(decideReintegration(ask('0', [...all(1), ...all(2)]), stamp)).toMatchObject({ ok: false })
  const events = [all(1), all(4)].flatMap((answers) => {
    const decided = decideReintegration(ask('6', answers), stamp)
    return decided.ok ? decided.value : []
  })
  const rounds = foldEvents({ initial: new Map(), evolve: evolveRounds }, events)
  expect([...rounds.keys()]).toEqual(['6'])
  expect(rounds.get('6')?.answers[0]?.value).toBe(4)
  expect(rounds.get('6')?.by).toBe(idOf('account', 1))
})
