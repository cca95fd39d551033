import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId, parse } from '../../../../kernel/schema.ts'
import {
  type DeterminationCommand,
  type DeterminationContext,
  type MaybeDetermination,
  competentToIdentify,
  determinationDecider,
  determinationSteps,
  mayReceiveAssistance,
  newestOfEachBody,
} from './determination.ts'
import { type DeterminationEvent, type Decider, TraffickingStatus, determinationKinds } from './determination-words.ts'

const account = (n: number) => asId('account', `01900000-0000-7000-8000-00000000000${n}`)
const ngo: Decider = { type: 'NGO', organisation: asId('organisation', '01900000-0000-7000-8000-0000000000a1'), name: null }
const police: Decider = { type: 'Police', organisation: null, name: 'PNC, Maniema' }
const agency: Decider = { type: 'NonPoliceGovernmentalOrganization', organisation: null, name: 'APLTP' }
const as = (n: number, more: Partial<DeterminationContext> = {}): DeterminationContext => ({
  ...{ account: account(n), decider: ngo, qualifiedToReview: true, today: '2026-11-22', competent: competentToIdentify.bodies },
  assessed: { rows: ['A2'], instrument: 'ILO_EC_2009_v1', instrumentSha256: '0'.repeat(64) },
  ...more,
})
const screen: DeterminationCommand = { type: 'screen', assessment: asId('assessment', '01900000-0000-7000-8000-0000000000b1') }
const presume: DeterminationCommand = { type: 'presume', grounds: null }
const review: DeterminationCommand = { type: 'review', status: 'PossibleVictimOfTrafficking', grounds: { vault: 'narrative', id: 'n1' } }
const determine = (status: TraffickingStatus = 'PossibleVictimOfTrafficking', decidedOn = '2026-11-22'): DeterminationCommand => ({
  ...{ type: 'determine', status, decidedOn, grounds: null },
})
const note = (decider: Decider, status: TraffickingStatus, decidedOn = '2026-11-20'): DeterminationCommand => ({
  ...{ type: 'note-determination', status, decider, decidedOn, document: { vault: 'narrative', id: 'd1' } },
})

function go(file: MaybeDetermination, command: DeterminationCommand, context: DeterminationContext): MaybeDetermination {
  const outcome = determinationDecider.decide(file, command, context)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  for (const { kind, payload } of outcome.value) expect(parse(determinationKinds[kind], payload)).toMatchObject({ ok: true })
  return foldEvents<MaybeDetermination, DeterminationEvent>({ initial: file, evolve: determinationDecider.evolve }, outcome.value)
}
const refusal = (file: MaybeDetermination, command: DeterminationCommand, context: DeterminationContext): string | null => {
  const outcome = determinationDecider.decide(file, command, context)
  return outcome.ok ? null : outcome.refusal.code
}
const screened = go(null, screen, as(1))
const presumed = go(screened, presume, as(1))
const reviewed = go(presumed, review, as(2))
const determined = go(reviewed, determine(), as(2))

describe('Determination', () => {
  test('screened, presumed, reviewed, determined: the pair of HTCDS at each step', () => {
    expect(determined).toEqual({
      ...{ step: 'DETERMINED', presumedBy: account(1) },
      pairs: ['PRESUMED', 'REVIEWED', 'DETERMINED'].map((step) => ({
        ...{ step, status: 'PossibleVictimOfTrafficking', decider: ngo, decidedOn: '2026-11-22' },
      })),
      determinations: [{ status: 'PossibleVictimOfTrafficking', decider: ngo, decidedOn: '2026-11-22' }],
    })
  })
  test('every step from every place: only those of the text', () => {
    const places: readonly MaybeDetermination[] = [null, screened, presumed, reviewed, determined]
    const allowed = (command: DeterminationCommand) => places.map((file) => refusal(file, command, as(3)) === null)
    expect(allowed(presume)).toEqual([false, true, false, false, false])
    expect(allowed(review)).toEqual([false, false, true, false, false])
    expect(allowed(determine())).toEqual([false, false, false, true, true])
    for (const file of places) if (file?.step !== 'PRESUMED') expect(refusal(file, review, as(3))).toBe('identification-not-so-far')
    expect([screened, presumed, reviewed, determined].map((file) => file?.step)).toEqual(determinationSteps)
  })
  test('two persons: who presumed neither reviews nor determines', () => {
    expect(refusal(presumed, review, as(1))).toBe('second-person-for-review')
    expect(refusal(presumed, review, as(2, { qualifiedToReview: false }))).toBe('not-qualified-to-review')
    expect(refusal(reviewed, determine(), as(1))).toBe('second-person-for-determination')
  })
  test('only a competent body says "identified"; others may say possible, or not', () => {
    expect(refusal(reviewed, determine('ActualVictimOfTrafficking'), as(2))).toBe('body-not-competent-to-identify')
    expect(refusal(reviewed, determine('ActualVictimOfTrafficking'), as(2, { decider: agency }))).toBeNull()
    expect(refusal(reviewed, determine('ActualVictimOfTrafficking'), as(2, { competent: ['NGO'] }))).toBeNull()
    expect(refusal(reviewed, determine('NotAVictimOfTrafficking'), as(2))).toBeNull()
    expect(refusal(reviewed, determine('NotAVictimOfTrafficking', '2026-11-23'), as(2))).toBe('identification-day-in-the-future')
  })
  test('several bodies differ; all is kept, the newest of each is shown', () => {
    let file = go(determined, note(police, 'NotAVictimOfTrafficking', '2026-11-10'), as(1))
    file = go(file, note(agency, 'ActualVictimOfTrafficking', '2026-11-15'), as(1))
    file = go(file, note(police, 'ActualVictimOfTrafficking', '2026-11-18'), as(1))
    file = go(file, note(police, 'PossibleVictimOfTrafficking', '2026-11-01'), as(1))
    expect(file?.determinations).toHaveLength(5)
    expect(newestOfEachBody(file).map((one) => [one.decider.type, one.status])).toEqual([
      ['NGO', 'PossibleVictimOfTrafficking'],
      ['Police', 'ActualVictimOfTrafficking'],
      ['NonPoliceGovernmentalOrganization', 'ActualVictimOfTrafficking'],
    ])
    expect(file?.step).toBe('DETERMINED')
  })
  test('what another body decided is taken at any time and takes no step for us; our own goes by its steps', () => {
    for (const file of [null, screened, presumed, reviewed]) {
      const after = go(file, note(police, 'ActualVictimOfTrafficking'), as(1))
      expect(after?.step).toBe(file?.step ?? null)
      if (file === null) expect(refusal(after, presume, as(1))).toBe('identification-not-so-far')
      expect(refusal(file, note(ngo, 'ActualVictimOfTrafficking'), as(1))).toBe('own-determination-needs-its-steps')
    }
  })
  test('a second interview is one more screening and takes nothing back', () => {
    expect(go(determined, screen, as(1))).toEqual(determined)
    expect(refusal(null, screen, as(1, { assessed: null }))).toBe('assessment-not-there')
  })
  test('assistance is never conditional: not on a step, a status, a body', () => {
    const commands = [screen, presume, review, determine(), determine('NotAVictimOfTrafficking'), note(police, 'NotAVictimOfTrafficking')]
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...commands), fc.integer({ min: 1, max: 3 })), { maxLength: 12 }), (steps) => {
        let file: MaybeDetermination = null
        for (const [command, who] of steps) if (refusal(file, command, as(who)) === null) file = go(file, command, as(who))
        expect(mayReceiveAssistance(file)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
