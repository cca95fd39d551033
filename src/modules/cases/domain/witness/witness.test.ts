import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { mustParse, parse } from '../../../../kernel/schema.ts'
import { idOf, sealed, supervisor, worker } from '../case/case-story.ts'
import { differences } from '../machine-trial.ts'
import { type MeasureCommand, WitnessCommand, type WitnessEvent, witnessKinds } from './witness-words.ts'
import { type WitnessAsked, type WitnessContext, measureMachine, reviewDueOn, suggestedLevel, witnessDecider } from './witness.ts'

const context: WitnessContext = { by: worker, at: '2026-11-22T09:00:00.000Z', mayNameReaders: true, isWitnessAgreed: true }
type Told = readonly [WitnessAsked, Partial<WitnessContext>?]
const play = (told: readonly Told[]) => {
  let events: readonly WitnessEvent[] = []
  for (const [asked, changes] of told) {
    const outcome = witnessDecider.decide(foldEvents(witnessDecider, events), asked, { ...context, ...changes })
    if (!outcome.ok) return { state: foldEvents(witnessDecider, events), code: outcome.refusal.code }
    for (const { kind, payload } of outcome.value) mustParse(witnessKinds[kind], payload)
    events = [...events, ...outcome.value]
  }
  return { state: foldEvents(witnessDecider, events), code: null }
}
const open: Told = [{ about: 'witness', ask: { step: 'open', subject: 'W2-4QX2-9D', identity: { vault: 'witness', id: 'w1' } } }]
const reader = (step: 'admit-reader' | 'remove-reader', number: number): Told => [
  { about: 'witness', ask: { step, reader: idOf('account', number) } },
]
const threat = (level: number): Told => [
  {
    about: 'witness',
    ask: { step: 'assess-threat', capability: 4, intent: 4, exposure: 4, level, measures: [], assessedOn: '2026-11-22' },
  },
]
const measure = idOf('protection-measure', 60)
const act = (ask: MeasureCommand): Told => [{ about: 'measure', ask }]
const inPlace: readonly Told[] = [
  open,
  threat(4),
  act({ step: 'propose', measure, kind: 'escort' }),
  act({ step: 'agree', measure }),
  act({ step: 'put-in-place', measure, on: '2026-11-23' }),
]

test('acceptance 9: a measure takes the steps of its table and refuses every other', () => {
  const legal = [
    ...['- propose proposed', 'proposed agree agreed', 'proposed decline declined', 'agreed put-in-place in-place'],
    ...['in-place review in-place', 'in-place end ended'],
  ]
  expect(differences(measureMachine, { legal, open: { isWitnessAgreed: true, level: 3, reason: 'threat-over' } })).toEqual([])
})

test('a witness lies in a vault of its own, with at most three readers and never none', () => {
  expect(play([[{ about: 'witness', ask: { step: 'open', subject: 'W2-4QX2-9D', identity: sealed } }]]).code).toBe(
    'witness-in-a-vault-of-its-own',
  )
  expect(play([open, open]).code).toBe('witness-already-open')
  expect(play([threat(1)]).code).toBe('unknown-witness')
  expect(play([open, reader('remove-reader', 1)]).code).toBe('witness-needs-a-reader')
  expect(play([open, reader('admit-reader', 1)]).code).toBe('witness-reader-already')
  expect(play([open, reader('remove-reader', 9)]).code).toBe('not-a-witness-reader')
  expect(play([open, [reader('admit-reader', 2)[0], { mayNameReaders: false }]]).code).toBe('witness-readers-not-yours-to-name')
  expect(play([open, reader('admit-reader', 2), reader('admit-reader', 3), reader('admit-reader', 4)]).code).toBe('witness-readers-full')
})

test('whoever comes and goes, there are one to three readers', () => {
  const step = fc.tuple(fc.constantFrom('admit-reader', 'remove-reader'), fc.integer({ min: 1, max: 6 }))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const events = steps.reduce<readonly WitnessEvent[]>((before, [name, number]) => {
        const outcome = witnessDecider.decide(foldEvents(witnessDecider, before), reader(name, number)[0], context)
        return outcome.ok ? [...before, ...outcome.value] : before
      }, openedEvents())
      const { readers } = foldEvents(witnessDecider, events)
      expect(readers.length >= 1 && readers.length <= 3 && new Set(readers).size === readers.length).toBe(true)
    }),
    { numRuns: 50 },
  )
})
function openedEvents(): readonly WitnessEvent[] {
  const outcome = witnessDecider.decide(witnessDecider.initial, open[0], context)
  return outcome.ok ? outcome.value : []
}

test('a measure follows an assessment and the witness’s own yes; a high threat does not end by a form', () => {
  expect(play([open, act({ step: 'propose', measure, kind: 'escort' })]).code).toBe('threat-not-assessed')
  const proposed = [open, threat(4), act({ step: 'propose', measure, kind: 'escort' })]
  expect(play([...proposed, [act({ step: 'agree', measure })[0], { isWitnessAgreed: false }]]).code).toBe('measure-without-consent')
  const end = (reason: 'threat-over' | 'own-wish' | 'replaced' | 'failed') => act({ step: 'end', measure, on: '2026-12-01', reason })
  expect([play([...inPlace, end('threat-over')]).code, play([...inPlace, end('failed')]).code]).toEqual([
    'threat-still-high',
    'threat-still-high',
  ])
  expect([play([...inPlace, end('own-wish')]).code, play([...inPlace, end('replaced')]).code]).toEqual([null, null])
  expect(play([...inPlace, [threat(3)[0], { by: supervisor }], end('threat-over')]).code).toBeNull()
})

test('a threat of four or five is looked at again within fourteen days', () => {
  expect([5, 4, 3, 2, 1].map((level) => reviewDueOn({ level, assessedOn: '2026-11-22' }))).toEqual([
    ...['2026-12-06', '2026-12-06', '2026-12-22', '2027-01-21', '2027-02-20'],
  ])
  expect(reviewDueOn({ level: null, assessedOn: null })).toBeNull()
})

test('levels lie from one to five, and who can and will is never rated low by a mean', () => {
  for (const level of [0, 6, 2.5]) expect(parse(WitnessCommand, { ...threat(1)[0].ask, level }).ok).toBe(false)
  expect(suggestedLevel({ capability: 5, intent: 4, exposure: 1 })).toBe(4)
  expect(suggestedLevel({ capability: 1, intent: 1, exposure: 2 })).toBe(2)
  expect(suggestedLevel({ capability: 5, intent: 5, exposure: 5 })).toBe(5)
})
