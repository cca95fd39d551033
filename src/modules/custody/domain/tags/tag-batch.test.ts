import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Standing } from '../../../sites/contract.ts'
import { type TagBatchCommand, type TagBatchContext, type TagBatchEvent, tagBatchDecider } from './tag-batch.ts'

const site = asId('site', '01900000-0000-7000-8000-000000000001')
const green: Standing = {
  site,
  asOf: '2026-03-01',
  knownAt: '2026-03-01T08:00:00.000Z',
  internal: 'GREEN',
  colour: 'green',
  wireCode: 1,
  basis: 'order',
  since: '2026-01-10',
  validUntil: '2027-01-10',
  lapsed: false,
  lapse: null,
  daysLeft: 315,
  orderNumber: '12/2026',
  orderSignedOn: '2026-01-08',
  hold: null,
  allows: { allocateTags: 'yes', produce: 'yes', move: 'yes', certify: 'yes' },
  rulebook: { id: 'CD_0677_2021', hash: 'hash' },
}
const red: Standing = {
  ...green,
  internal: 'RED',
  colour: 'red',
  wireCode: 3,
  allows: { allocateTags: 'no', produce: 'no', move: 'derogation', certify: 'derogation' },
}
const context: TagBatchContext = {
  happenedOn: '2026-03-01',
  overlap: null,
  standing: green,
  insideTerritory: true,
  tags: [],
}
const register: Extract<TagBatchCommand, { type: 'register-batch' }> = {
  type: 'register-batch',
  issuer: 'itsci',
  tagType: 'mine',
  series: 'cd-',
  digits: 7,
  from: 1_000,
  to: 1_999,
  checkDigit: 'none',
}
const lost = (number: number) => ({ number, state: 'lost', lot: null }) as const
const allocate: TagBatchCommand = { type: 'allocate-batch', site }
const declare = (from: number, to: number): TagBatchCommand => ({
  type: 'declare-tags',
  from,
  to,
  as: 'lost',
  reason: 'the box fell into the river',
})

function happens(given: readonly TagBatchEvent[], command: TagBatchCommand, facts: TagBatchContext = context): readonly TagBatchEvent[] {
  const outcome = tagBatchDecider.decide(foldEvents(tagBatchDecider, given), command, facts)
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`)
  return outcome.value
}
const registered = happens([], register)
const allocated = [...registered, ...happens(registered, allocate)]

test('a batch is written as it is printed, and given to a site with the standing that was seen', () => {
  expect(registered[0]?.payload).toMatchObject({ issuer: 'ITSCI', series: 'CD-', receivedOn: '2026-03-01' })
  expect(allocated[1]?.payload).toMatchObject({ site, allocatedOn: '2026-03-01', standing: { internal: 'GREEN', orderNumber: '12/2026' } })
})

test.each<[string, readonly TagBatchEvent[], TagBatchCommand, Partial<TagBatchContext>]>([
  ['tag-batch-already-registered', registered, register, {}],
  ['tag-range-not-valid', [], { ...register, to: 999 }, {}],
  ['tag-range-not-valid', [], { ...register, digits: 3 }, {}],
  ['tag-range-not-valid', [], { ...register, to: 2_000_000 }, {}],
  ['tag-series-not-valid', [], { ...register, series: 'CD7' }, {}],
  ['tags-already-registered', [], register, { overlap: 'CD-0001500' }],
  ['unknown-tag-batch', [], allocate, {}],
  ['already-allocated', allocated, allocate, {}],
  ['unknown-site', registered, allocate, { standing: null }],
  ['outside-your-territory', registered, allocate, { insideTerritory: false }],
  ['site-may-not-receive-tags', registered, allocate, { standing: red }],
  ['tags-not-in-batch', allocated, declare(999, 1_000), {}],
  ['tags-not-in-batch', allocated, declare(1_500, 1_400), {}],
  ['tag-already-used', allocated, declare(1_000, 1_001), { tags: [{ number: 1_001, state: 'used', lot: 'l' }] }],
  ['tags-already-declared', allocated, declare(1_000, 1_001), { tags: [lost(1_000), lost(1_001)] }],
  ['unknown-tag-batch', [], declare(1, 1), {}],
])('%s', (code, given, command, facts) => {
  const outcome = tagBatchDecider.decide(foldEvents(tagBatchDecider, given), command, { ...context, ...facts })
  expect(outcome.ok ? 'accepted' : outcome.refusal.code).toBe(code)
})

test('a refused allocation says which status stands in the way', () => {
  const outcome = tagBatchDecider.decide(foldEvents(tagBatchDecider, registered), allocate, { ...context, standing: red })
  expect(outcome).toMatchObject({ ok: false, refusal: { facts: { internal: 'RED', validUntil: '2027-01-10', hold: false } } })
})

test('too many tags in one declaration are sent back', () => {
  const large = happens([], { ...register, to: 900_000 })
  const outcome = tagBatchDecider.decide(foldEvents(tagBatchDecider, large), declare(1_000, 100_000), context)
  expect(outcome.ok ? 'accepted' : outcome.refusal.code).toBe('too-many-tags')
})

test('a number that was declared before keeps its first declaration, and the event says so', () => {
  const [event] = happens(allocated, declare(1_000, 1_002), { ...context, tags: [lost(1_001)] })
  expect(event?.payload).toMatchObject({ from: 1_000, to: 1_002, already: [1_001] })
})
