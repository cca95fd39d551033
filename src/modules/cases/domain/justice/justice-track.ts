/*
The way of one complaint through justice, for one group of alleged perpetrators. To wish no action is a state of its own and costs nothing; how the
offence was qualified is asked for, because trafficking that is tried as something less disappears from every figure. Names of judges, accused or
witnesses are in no field.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import {
  type Infer,
  calendarDate,
  count,
  exactly,
  instant,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { SubjectCode } from '../codes.ts'
import { AccountId, OrganisationId } from '../../../people/contract.ts'
import { type Guard, type Machine, take } from '../machine.ts'
import { SealedRef } from '../sealed-ref.ts'

export const JusticeState = oneOf(
  ...(['no-action-wished', 'complaint-filed', 'investigation', 'closed-no-further-action', 'prosecution-referred', 'charged'] as const),
  ...(['trial', 'verdict', 'sentence', 'appeal', 'final', 'compensation-awarded', 'compensation-paid'] as const),
)
export type JusticeState = Infer<typeof JusticeState>
/** Courts of the DRC by kind, and a Mongolian court. */
export const Jurisdiction = oneOf('tribunal-de-paix', 'tgi', 'tmg', 'auditorat-militaire', 'parquet', 'mongolian-court', 'other')
export const Qualified = oneOf('trafficking', 'forced-labour', 'sexual-exploitation', 'worst-forms-of-child-labour', 'lesser-offence')
export const Verdict = oneOf('convicted', 'acquitted', 'other-offence')

const on = { on: calendarDate() }
/** Numbers and the words by which law is cited, in no order: no name fits. */
const LEGAL_BASIS = /^(?:(?:articles?|art|al|loi|act|law|code|bis|ter|quater|et|and|du|of|no)\b|[0-9]|[/.,;°() -])+$/i
const offence = { qualifiedAs: Qualified, legalBasis: maybe(text(60).regex(LEGAL_BASIS, 'not-a-legal-basis')) }
const details = {
  decline: { step: exactly('wish-no-action'), subject: SubjectCode },
  file: {
    ...{ step: exactly('file-complaint'), ...on, subject: SubjectCode, jurisdiction: Jurisdiction, filedFor: oneOf('victim', 'authority') },
    ...{ legalAid: orNull(OrganisationId), isVictimParticipating: yesOrNo() },
  },
  investigate: { step: exactly('open-investigation'), ...on, isOfficialInvolved: yesOrNo() },
  drop: {
    step: exactly('close-no-further-action'),
    ...on,
    reason: oneOf('no-evidence', 'not-identified', 'settled', 'withdrawn', 'other'),
  },
  refer: { step: exactly('refer-to-prosecution'), ...on, ...offence },
  charge: { step: exactly('charge'), ...on, ...offence },
  open: { step: exactly('open-trial'), ...on },
  judge: { step: exactly('give-verdict'), ...on, verdict: Verdict, ...offence },
  sentence: { step: exactly('sentence'), ...on, months: count(), fineCents: maybe(count()) },
  appeal: { step: exactly('appeal'), ...on, by: oneOf('defence', 'prosecution', 'victim') },
  end: { step: exactly('become-final'), ...on, verdict: Verdict },
  /** Of a judgment that was said from outside the team to be final. */
  confirm: { step: exactly('confirm-final') },
  award: { step: exactly('award-compensation'), ...on, amountCents: count(), currency: oneOf('CDF', 'USD', 'MNT') },
  pay: { step: exactly('pay-compensation'), ...on },
}
/** `body`: of the one that follows the complaint from outside the team; `goesTo`: to which the team files it. */
const stamp = { to: JusticeState, actor: AccountId, at: instant(), body: maybe(OrganisationId), goesTo: maybe(OrganisationId) }
export const JusticeCommand = taggedBy('step', [
  ...([record(details.decline), record(details.file), record(details.investigate), record(details.drop), record(details.refer)] as const),
  ...([record(details.charge), record(details.open), record(details.judge), record(details.sentence), record(details.appeal)] as const),
  ...([record(details.end), record(details.confirm), record(details.award), record(details.pay)] as const),
])
export type JusticeCommand = Infer<typeof JusticeCommand>
export const JusticeMoved = taggedBy('step', [
  ...([
    record({ ...details.decline, ...stamp }),
    record({ ...details.file, ...stamp }),
    record({ ...details.investigate, ...stamp }),
  ] as const),
  ...([record({ ...details.drop, ...stamp }), record({ ...details.refer, ...stamp }), record({ ...details.charge, ...stamp })] as const),
  ...([record({ ...details.open, ...stamp }), record({ ...details.judge, ...stamp }), record({ ...details.sentence, ...stamp })] as const),
  ...([record({ ...details.appeal, ...stamp }), record({ ...details.end, ...stamp }), record({ ...details.award, ...stamp })] as const),
  ...([record({ ...details.pay, ...stamp }), record({ ...details.confirm, ...stamp })] as const),
])
/** A hearing is a date to be kept, not a step. */
export const HearingSet = record({
  on: calendarDate(),
  needsPerson: yesOrNo(),
  note: maybe(SealedRef),
  by: AccountId,
  at: instant(),
  body: maybe(OrganisationId),
})
export const justiceKinds = { 'justice-track.moved.v1': JusticeMoved, 'justice-track.hearing-set.v1': HearingSet } as const
export type JusticeEvent =
  | DomainEvent<'justice-track.moved.v1', Infer<typeof JusticeMoved>>
  | DomainEvent<'justice-track.hearing-set.v1', Infer<typeof HearingSet>>

export interface JusticeTrack {
  readonly state: JusticeState | null
  readonly verdict: Infer<typeof Verdict> | null
  readonly qualifiedAs: Infer<typeof Qualified> | null
  readonly isOfficialInvolved: boolean
  readonly isVictimParticipating: boolean
  readonly months: number | null
  /** The day on which judgment became final; `null`: not yet. */
  readonly finalOn: string | null
  /** From when the vault of a witness is kept its time only: never before a final judgment was noted, nor while only somebody outside the team says it. */
  readonly keptFrom: string | null
  /** To which it goes, or that filed it: no other one outside the team sees it or takes a step of it. `null`: the team’s alone. */
  readonly body: string | null
  /** Day of the last step, as it was said. */
  readonly lastOn: string | null
  readonly passed: readonly JusticeState[]
  readonly hearings: readonly string[]
}
/** A body outside sees and works the complaints that go to it, and no other; nor what the person did not wish. The team: all. */
export const isFollowedBy = ({ body }: Pick<JusticeTrack, 'body'>, outside: string | null): boolean => outside === null || body === outside

export interface JusticeKnown {
  readonly isConsented: boolean
  readonly isConvicted: boolean
  readonly isAcquitted: boolean
  readonly isOfTeam: boolean
  readonly isUnconfirmed: boolean
}
const consented: Guard<JusticeKnown> = { code: 'complaint-without-consent', holds: (known) => known.isConsented }
const convicted: Guard<JusticeKnown> = { code: 'sentence-without-conviction', holds: (known) => known.isConvicted }
const endable: Guard<JusticeKnown> = { code: 'sentence-comes-first', holds: (known) => known.isAcquitted }
const ofTeam: Guard<JusticeKnown> = { code: 'final-judgment-confirmed-by-the-team', holds: (known) => known.isOfTeam }
const unconfirmed: Guard<JusticeKnown> = { code: 'final-judgment-already-confirmed', holds: (known) => known.isUnconfirmed }
const CONFIRMED = ['final', 'compensation-awarded', 'compensation-paid'] as const

export const justiceMachine: Machine<JusticeState, JusticeCommand['step'], JusticeKnown> = {
  ...{ name: 'justice-track', evidence: 'D', source: 'own table', states: JusticeState.options },
  names: [
    ...(['wish-no-action', 'file-complaint', 'open-investigation', 'close-no-further-action', 'refer-to-prosecution', 'charge'] as const),
    ...(['open-trial', 'give-verdict', 'sentence', 'appeal', 'become-final', 'confirm-final', 'award-compensation'] as const),
    'pay-compensation',
  ],
  steps: [
    { step: 'wish-no-action', from: [null], to: 'no-action-wished' },
    // Ours: who wished nothing may wish otherwise later.
    { step: 'file-complaint', from: [null, 'no-action-wished'], to: 'complaint-filed', guards: [consented] },
    { step: 'open-investigation', from: ['complaint-filed'], to: 'investigation' },
    { step: 'close-no-further-action', from: ['investigation'], to: 'closed-no-further-action' },
    { step: 'refer-to-prosecution', from: ['investigation', 'closed-no-further-action'], to: 'prosecution-referred' },
    { step: 'charge', from: ['prosecution-referred'], to: 'charged' },
    { step: 'open-trial', from: ['charged'], to: 'trial' },
    { step: 'give-verdict', from: ['trial'], to: 'verdict' },
    { step: 'sentence', from: ['verdict'], to: 'sentence', guards: [convicted] },
    { step: 'appeal', from: ['sentence'], to: 'appeal' },
    { step: 'become-final', from: ['sentence', 'appeal'], to: 'final' },
    // Ours: an acquittal has no sentence, and may be appealed or become final as well.
    { step: 'appeal', from: ['verdict'], to: 'appeal', guards: [endable] },
    { step: 'become-final', from: ['verdict'], to: 'final', guards: [endable] },
    // Ours: what somebody outside says ends no protection of a witness until the team, or a reader of the witness, says it too.
    ...CONFIRMED.map((at) => ({ step: 'confirm-final', from: [at], to: at, guards: [ofTeam, unconfirmed] }) as const),
    { step: 'award-compensation', from: ['final'], to: 'compensation-awarded' },
    { step: 'pay-compensation', from: ['compensation-awarded'], to: 'compensation-paid' },
  ],
}
export interface JusticeContext {
  readonly actor: AccountId
  readonly at: string
  readonly today: string
  /** Of who takes the step for a body of justice; absent: the team does. */
  readonly body?: OrganisationId | null
  /** To which a complaint of the team goes. */
  readonly goesTo?: OrganisationId | null
  /** Consent to report to this body: see consent/gate.ts. */
  readonly isConsented: boolean
}
function decide(
  track: JusticeTrack,
  command: JusticeCommand,
  { actor, at, today, isConsented, body = null, goesTo = null }: JusticeContext,
): Outcome<readonly JusticeEvent[]> {
  const known: JusticeKnown = {
    isConsented: isConsented || (command.step === 'file-complaint' && command.filedFor === 'authority' && !command.isVictimParticipating),
    isConvicted: track.verdict !== null && track.verdict !== 'acquitted',
    isAcquitted: track.verdict === 'acquitted',
    isOfTeam: body === null,
    isUnconfirmed: track.finalOn !== null && track.keptFrom === null,
  }
  const moved = take(justiceMachine, { at: track.state, before: null }, { step: command.step, known })
  if (!moved.ok) return moved
  return (
    dayFault(track, command, today) ??
    accepted([
      {
        kind: 'justice-track.moved.v1',
        payload: {
          ...{ ...command, to: moved.value, actor, at, ...bodyOf(body) },
          ...(command.step === 'file-complaint' && body === null && goesTo !== null ? { goesTo } : {}),
        },
      },
    ])
  )
}
/** A step was taken on a day that has come, and none before the one that it follows. */
function dayFault({ lastOn }: JusticeTrack, command: JusticeCommand, today: string) {
  if (!('on' in command)) return null
  if (command.on > today) return refused('justice-day-in-the-future', { on: command.on })
  return lastOn !== null && command.on < lastOn ? refused('justice-day-before-last-step', { on: lastOn }) : null
}
const later = (a: string, b: string): string => (a > b ? a : b)
const earlier = (a: string, b: string): string => (a < b ? a : b)
const dayOf = (at: string): string => at.slice(0, 10)
const bodyOf = (body: OrganisationId | null | undefined) => (body === null || body === undefined ? {} : { body })
export interface Hearing {
  readonly on: string
  readonly needsPerson: boolean
}
/** A date that is past is no reminder. */
export const decideHearing = (
  track: JusticeTrack,
  hearing: Hearing,
  { actor, at, today, body }: Pick<JusticeContext, 'actor' | 'at' | 'body' | 'today'>,
): Outcome<readonly JusticeEvent[]> => {
  if (track.state === null) return refused('unknown-justice-track')
  return hearing.on < today
    ? refused('hearing-in-the-past', { on: hearing.on })
    : accepted([{ kind: 'justice-track.hearing-set.v1', payload: { ...hearing, by: actor, at, ...bodyOf(body) } }])
}

function evolve(track: JusticeTrack, { kind, payload }: JusticeEvent): JusticeTrack {
  if (kind === 'justice-track.hearing-set.v1') return { ...track, hearings: [...track.hearings, payload.on] }
  if (payload.step === 'confirm-final')
    return { ...track, keptFrom: track.finalOn === null ? null : later(track.finalOn, dayOf(payload.at)) }
  // What was once said of a day to come holds nobody up.
  const lastOn = 'on' in payload ? earlier(payload.on, dayOf(payload.at)) : track.lastOn
  // One that was filed before this was kept belongs to the first body that worked it.
  const body = track.body ?? payload.body ?? payload.goesTo ?? null
  const next = { ...track, state: payload.to, passed: [...track.passed, payload.to], lastOn, body }
  switch (payload.step) {
    case 'file-complaint':
      return { ...next, isVictimParticipating: payload.isVictimParticipating }
    case 'open-investigation':
      return { ...next, isOfficialInvolved: payload.isOfficialInvolved }
    case 'refer-to-prosecution':
    case 'charge':
      return { ...next, qualifiedAs: payload.qualifiedAs }
    case 'give-verdict':
      return { ...next, verdict: payload.verdict, qualifiedAs: payload.qualifiedAs }
    case 'become-final':
      return {
        ...next,
        verdict: payload.verdict,
        finalOn: payload.on,
        keptFrom: payload.body === undefined ? later(payload.on, dayOf(payload.at)) : null,
      }
    case 'sentence':
      return { ...next, months: payload.months }
    default:
      return next
  }
}
export const noTrack: JusticeTrack = {
  ...{ state: null, verdict: null, qualifiedAs: null, isOfficialInvolved: false, isVictimParticipating: false, months: null },
  ...{ finalOn: null, keptFrom: null, body: null, lastOn: null, passed: [], hearings: [] },
}
export const justiceDecider: Decider<JusticeTrack, JusticeCommand, JusticeEvent, JusticeContext> = { initial: noTrack, decide, evolve }
