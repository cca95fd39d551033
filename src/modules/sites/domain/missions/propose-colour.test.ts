import { expect, test } from 'vitest'
import { criteriaUnder, decidingCriteria } from './criteria.ts'
import { type Answer, proposeColour } from './propose-colour.ts'
import { CD_0677_2021, RCM1_2011 } from '../status/rulebooks.ts'

const answers = (changed: { readonly [criterion: string]: Answer }, narrative?: string) =>
  decidingCriteria.map((one) => ({ criterion: one.id, answer: changed[one.id] ?? ('met' as const), narrative }))
const propose = (changed: { readonly [criterion: string]: Answer }, more: { previousYellow?: string[]; dissents?: string[] } = {}) =>
  proposeColour({ findings: answers(changed), previousYellow: more.previousYellow ?? [], dissents: more.dissents ?? [] })

test.each([
  ['everything met is green', {}, 'green', []],
  ['a yellow criterion that does not apply does not stop a green', { Y3: 'not_applicable' }, 'green', []],
  ['a red criterion that does not apply, without a word why, is unanswered', { R3: 'not_applicable' }, 'incomplete', ['R3']],
  ['one yellow criterion is yellow', { Y2: 'violated' }, 'yellow', ['Y2']],
  ['R1 with Y1 is red, because of R1', { R1: 'violated', Y1: 'violated' }, 'red', ['R1']],
  ['one unanswered criterion gives no proposal', { Y4: 'not_assessed' }, 'incomplete', ['Y4']],
  ['an unanswered criterion gives no proposal even beside a violated R', { R1: 'violated', Y4: 'not_assessed' }, 'incomplete', ['Y4']],
] as const)('%s', (_name, changed, result, because) => {
  expect(propose(changed)).toMatchObject({ result, because })
})

test('a red criterion that does not apply, with the words that say why, does not stop a green', () => {
  const findings = answers({ R3: 'not_applicable' }, 'nobody lives near the pit')
  expect(proposeColour({ findings, previousYellow: [], dissents: [] }).result).toBe('green')
})

test('a second yellow on the same criterion proposes red; on another criterion it stays yellow', () => {
  expect(propose({ Y2: 'violated' }, { previousYellow: ['Y2'] })).toMatchObject({ result: 'red', because: ['Y2'], repeated: ['Y2'] })
  expect(propose({ Y1: 'violated' }, { previousYellow: ['Y2'] })).toMatchObject({ result: 'yellow', repeated: [] })
})

test('a dissent on an R criterion asks for a review, a dissent on a Y criterion does not', () => {
  expect(propose({}, { dissents: ['R2', 'Y3', 'R2'] }).reviewOn).toEqual(['R2'])
  expect(propose({}, { dissents: ['Y3'] }).reviewOn).toEqual([])
})

test('the form asks for progress only under a text that knows progress criteria', () => {
  expect(criteriaUnder(CD_0677_2021.values)).toHaveLength(12)
  expect(criteriaUnder(RCM1_2011.values)).toHaveLength(17)
})
