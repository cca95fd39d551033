import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { mustParse, parse } from '../../../../kernel/schema.ts'
import { differences } from '../machine-trial.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import { idOf, worker } from '../case/case-story.ts'
import { justiceFigures } from './justice-figures.ts'
import {
  type JusticeCommand,
  type JusticeEvent,
  JusticeCommand as JusticeWords,
  decideHearing,
  isFollowedBy,
  justiceDecider,
  justiceKinds,
  justiceMachine,
  noTrack,
} from './justice-track.ts'

const context = { actor: worker, at: '2026-11-22T09:00:00.000Z', today: '2026-11-22', isConsented: true }
const stateOf = (events: readonly JusticeEvent[]) => foldEvents(justiceDecider, events)
const play = (commands: readonly JusticeCommand[], isConsented = true, body: OrganisationId | null = null) => {
  let events: readonly JusticeEvent[] = []
  for (const command of commands) {
    const outcome = justiceDecider.decide(stateOf(events), command, { ...context, isConsented, body })
    if (!outcome.ok) return { track: stateOf(events), code: outcome.refusal.code }
    for (const { kind, payload } of outcome.value) mustParse(justiceKinds[kind], payload)
    events = [...events, ...outcome.value]
  }
  return { track: stateOf(events), code: null }
}

test('acceptance 9: a justice track takes the steps of the text and refuses every other pair of state and step', () => {
  const trunk = [
    ...['- wish-no-action no-action-wished', '- file-complaint complaint-filed', 'no-action-wished file-complaint complaint-filed'],
    ...['complaint-filed open-investigation investigation', 'investigation close-no-further-action closed-no-further-action'],
    ...['investigation refer-to-prosecution prosecution-referred', 'closed-no-further-action refer-to-prosecution prosecution-referred'],
    ...['prosecution-referred charge charged', 'charged open-trial trial', 'trial give-verdict verdict', 'sentence appeal appeal'],
    ...['sentence become-final final', 'appeal become-final final', 'final award-compensation compensation-awarded'],
    'compensation-awarded pay-compensation compensation-paid',
    ...['final', 'compensation-awarded', 'compensation-paid'].map((at) => `${at} confirm-final ${at}`),
  ]
  const open = { isConsented: true, isOfTeam: true, isUnconfirmed: true }
  const closedTo = (step: string, code: string) => `verdict ${step} is refused as ${code}`
  const convicted = differences(justiceMachine, {
    legal: [...trunk, 'verdict sentence sentence'],
    open: { ...open, isConvicted: true, isAcquitted: false },
  })
  expect(convicted).toEqual([closedTo('appeal', 'sentence-comes-first'), closedTo('become-final', 'sentence-comes-first')])
  const acquitted = differences(justiceMachine, {
    legal: [...trunk, 'verdict appeal appeal', 'verdict become-final final'],
    open: { ...open, isConvicted: false, isAcquitted: true },
  })
  expect(acquitted).toEqual([closedTo('sentence', 'sentence-without-conviction')])
})

const on = '2026-11-22'
const file = {
  step: 'file-complaint',
  on,
  subject: 'K7-4QX2-9D',
  jurisdiction: 'auditorat-militaire',
  filedFor: 'victim',
  legalAid: null,
  isVictimParticipating: true,
} as const
const toVerdict = (verdict: 'convicted' | 'acquitted' | 'other-offence'): readonly JusticeCommand[] => [
  file,
  { step: 'open-investigation', on, isOfficialInvolved: true },
  { step: 'refer-to-prosecution', on, qualifiedAs: 'trafficking' },
  { step: 'charge', on, qualifiedAs: 'lesser-offence' },
  { step: 'open-trial', on },
  { step: 'give-verdict', on, verdict, qualifiedAs: verdict === 'other-offence' ? 'lesser-offence' : 'trafficking' },
]

test('a complaint for a person needs their consent; an authority may act on its own without them', () => {
  expect(play([file], false).code).toBe('complaint-without-consent')
  expect(play([{ ...file, filedFor: 'authority' }], false).code).toBe('complaint-without-consent')
  expect(play([{ ...file, filedFor: 'authority', isVictimParticipating: false }], false).code).toBeNull()
  expect(play([{ step: 'wish-no-action', subject: 'K7-4QX2-9D' }], false).code).toBeNull()
})

test('how the offence was qualified is asked for from prosecution to verdict', () => {
  for (const step of ['refer-to-prosecution', 'charge', 'give-verdict'])
    expect(parse(JusticeWords, { step, on, verdict: 'convicted' }).ok).toBe(false)
  expect(parse(JusticeWords, { step: 'charge', on, qualifiedAs: 'lesser-offence' }).ok).toBe(true)
})

test('figures count what was reached, and say nothing of sentences where there was none', () => {
  const convicted = play([...toVerdict('convicted'), { step: 'sentence', on, months: 60 }]).track
  const lesser = play([...toVerdict('other-offence'), { step: 'sentence', on, months: 6 }]).track
  const acquitted = play(toVerdict('acquitted')).track
  expect(justiceFigures([convicted, lesser, acquitted, noTrack])).toEqual({
    ...{ investigations: 3, prosecutions: 3, convictions: 2, convictionsAsTrafficking: 1, withOfficialInvolved: 3 },
    ...{ victimsParticipating: 3, meanSentenceMonths: 33 },
  })
  expect(justiceFigures([acquitted]).meanSentenceMonths).toBeNull()
})

test('a step is of a day that has come, and not of one before the step that it follows', () => {
  const investigate = (day: string): JusticeCommand => ({ step: 'open-investigation', on: day, isOfficialInvolved: false })
  expect(play([{ ...file, on: '2026-11-23' }]).code).toBe('justice-day-in-the-future')
  expect(play([{ ...file, on: '2026-11-20' }, investigate('2026-11-19')]).code).toBe('justice-day-before-last-step')
  expect(play([{ ...file, on: '2026-11-20' }, investigate('2026-11-20')]).code).toBeNull()
})

test('a final judgment of long ago counts from the day on which it was noted; said from outside, from the day on which the team confirms it', () => {
  const day = '2000-01-01'
  const acquitted: readonly JusticeCommand[] = [
    ...toVerdict('acquitted').map((one) => ('on' in one ? { ...one, on: day } : one)),
    { step: 'become-final', on: day, verdict: 'acquitted' },
  ]
  const confirm: JusticeCommand = { step: 'confirm-final' }
  expect(play(acquitted).track).toMatchObject({ finalOn: day, keptFrom: '2026-11-22' })
  expect(play([...acquitted, confirm]).code).toBe('final-judgment-already-confirmed')
  const outside = idOf('organisation', 7)
  expect(play(acquitted, true, outside).track).toMatchObject({ state: 'final', finalOn: day, keptFrom: null })
  expect(play([...acquitted, confirm], true, outside).code).toBe('final-judgment-confirmed-by-the-team')
  const said = play(acquitted, true, outside).track
  const confirmed = justiceDecider.decide(said, confirm, { ...context, at: '2027-02-01T09:00:00.000Z', today: '2027-02-01' })
  if (!confirmed.ok) throw new Error(confirmed.refusal.code)
  expect(confirmed.value.reduce(justiceDecider.evolve, said)).toMatchObject({ state: 'final', finalOn: day, keptFrom: '2027-02-01' })
})

test('a complaint belongs to the body that files it, or to which the team files it; what is not wished belongs to none', () => {
  const [outside, police] = [idOf('organisation', 7), idOf('organisation', 8)]
  expect(play([file], true, outside).track.body).toBe(outside)
  const filed = justiceDecider.decide(noTrack, file, { ...context, goesTo: police })
  if (!filed.ok) throw new Error(filed.refusal.code)
  const track = filed.value.reduce(justiceDecider.evolve, noTrack)
  expect([isFollowedBy(track, police), isFollowedBy(track, outside), isFollowedBy(track, null)]).toEqual([true, false, true])
  const unwished = play([{ step: 'wish-no-action', subject: 'K7-4QX2-9D' }]).track
  expect([isFollowedBy(unwished, police), isFollowedBy(unwished, null)]).toEqual([false, true])
})

test('a hearing is a day to come', () => {
  const { track } = play([file])
  const moment = { ...context, today: '2026-11-22' }
  expect(decideHearing(track, { on: '2026-11-21', needsPerson: true }, moment)).toMatchObject({ refusal: { code: 'hearing-in-the-past' } })
  expect(decideHearing(noTrack, { on: '2026-11-22', needsPerson: true }, moment)).toMatchObject({
    refusal: { code: 'unknown-justice-track' },
  })
  const set = decideHearing(track, { on: '2026-12-01', needsPerson: true }, moment)
  if (!set.ok) throw new Error(set.refusal.code)
  expect(justiceDecider.evolve(track, set.value[0] ?? never()).hearings).toEqual(['2026-12-01'])
})
const never = (): never => {
  throw new Error('nothing')
}
