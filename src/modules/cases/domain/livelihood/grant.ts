/*
A grant from the first idea to the last visit. In kind unless somebody wrote why cash is safe: money that is seen at a mine is taken. Who wrote
the business plan does not approve it, and what was found at one, three, six and twelve months is what "survived" means in a report.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import {
  type Infer,
  calendarDate,
  count,
  exactly,
  instant,
  listOf,
  maybe,
  oneOf,
  record,
  taggedBy,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { SubjectCode } from '../codes.ts'
import { AccountId } from '../../../people/contract.ts'
import { type Guard, type Machine, take } from '../machine.ts'
import { SealedRef } from '../sealed-ref.ts'

export const GrantType = oneOf(
  'income-generating-activity',
  'vocational-training',
  'job-placement',
  'school-support',
  'savings-group',
  'debt-settlement-mediation',
)
export const GrantState = oneOf(
  ...([
    'identified',
    'skills-assessed',
    'business-plan',
    'committee-review',
    'approved',
    'procurement',
    'delivered',
    'monitored',
    'closed',
  ] as const),
)
export type GrantState = Infer<typeof GrantState>
export const Currency = oneOf('CDF', 'USD', 'MNT')
export const MonitoringMonth = oneOf('1', '3', '6', '12')
export type MonitoringMonth = Infer<typeof MonitoringMonth>
export const MONITORING: readonly MonitoringMonth[] = ['1', '3', '6', '12']

const details = {
  identify: { step: exactly('identify'), subject: SubjectCode, type: GrantType },
  skills: { step: exactly('assess-skills'), assessment: maybe(SealedRef) },
  plan: {
    ...{ step: exactly('write-business-plan'), amountCents: count(), currency: Currency, isInKind: yesOrNo() },
    ...{ tranches: count(), trancheDays: maybe(listOf(calendarDate(), 24)), safeguarding: maybe(SealedRef), plan: maybe(SealedRef) },
  },
  submit: { step: exactly('submit-to-committee') },
  approve: { step: exactly('approve'), amountCents: count() },
  /** Ours: a committee may ask for another plan. */
  send: { step: exactly('send-back'), note: SealedRef },
  procure: { step: exactly('begin-procurement') },
  deliver: { step: exactly('deliver'), on: calendarDate(), receipts: listOf(SealedRef, 20) },
  monitor: { step: exactly('monitor'), month: MonitoringMonth, on: calendarDate(), isRunning: yesOrNo() },
  close: { step: exactly('close'), reason: oneOf('course-complete', 'activity-ended', 'contact-lost') },
  /** Ours: before anything was delivered, a wish changes or a committee says no. */
  drop: { step: exactly('drop'), reason: oneOf('own-wish', 'not-approved', 'not-safe', 'other-support', 'funds-ended') },
}
const all = [
  ...([record(details.identify), record(details.skills), record(details.plan), record(details.submit), record(details.approve)] as const),
  ...([record(details.send), record(details.procure), record(details.deliver), record(details.monitor), record(details.close)] as const),
  record(details.drop),
] as const
export const GrantCommand = taggedBy('step', all)
export type GrantCommand = Infer<typeof GrantCommand>
const stamp = { to: GrantState, by: AccountId, at: instant() }
export const GrantMoved = taggedBy('step', [
  ...([record({ ...details.identify, ...stamp }), record({ ...details.skills, ...stamp }), record({ ...details.plan, ...stamp })] as const),
  ...([record({ ...details.submit, ...stamp }), record({ ...details.approve, ...stamp }), record({ ...details.send, ...stamp })] as const),
  ...([
    record({ ...details.procure, ...stamp }),
    record({ ...details.deliver, ...stamp }),
    record({ ...details.monitor, ...stamp }),
  ] as const),
  ...([record({ ...details.close, ...stamp }), record({ ...details.drop, ...stamp })] as const),
])
export const grantKinds = { 'grant.moved.v1': GrantMoved } as const
export type GrantEvent = DomainEvent<'grant.moved.v1', Infer<typeof GrantMoved>>

export interface Grant {
  readonly state: GrantState | null
  readonly plan: {
    readonly by: string
    readonly amountCents: number
    readonly currency: string
    readonly trancheDays: readonly string[]
  } | null
  /** What was signed for what was handed over; the papers lie sealed. */
  readonly receipts: number
  readonly monitored: ReadonlyMap<MonitoringMonth, boolean>
}
export interface GrantKnown {
  readonly isCashSafe: boolean
  readonly areDaysWhole: boolean
  readonly isPlanAuthor: boolean
  readonly isOnCommittee: boolean
  readonly isWithinPlan: boolean
  readonly isRoundNew: boolean
  readonly roundsMissing: readonly MonitoringMonth[]
}
type G = Guard<GrantKnown>
const cashSafe: G = { code: 'cash-needs-safeguarding-note', holds: (known) => known.isCashSafe }
const days: G = { code: 'grant-days-and-tranches-differ', holds: (known) => known.areDaysWhole }
const another: G = { code: 'grant-approved-by-another-person', holds: (known) => !known.isPlanAuthor }
const committee: G = { code: 'grant-committee-must-decide', holds: (known) => known.isOnCommittee }
const within: G = { code: 'grant-more-than-planned', holds: (known) => known.isWithinPlan }
const newRound: G = { code: 'grant-round-already-visited', holds: (known) => known.isRoundNew }
const complete: G = {
  code: 'grant-visits-missing',
  holds: (known) => known.roundsMissing.length === 0,
  explain: (known) => ({ months: known.roundsMissing }),
}
export const grantMachine: Machine<GrantState, GrantCommand['step'], GrantKnown> = {
  ...{ name: 'grant', evidence: 'D', source: 'own table' },
  states: GrantState.options,
  names: [
    ...(['identify', 'assess-skills', 'write-business-plan', 'submit-to-committee', 'approve', 'send-back'] as const),
    ...(['begin-procurement', 'deliver', 'monitor', 'close', 'drop'] as const),
  ],
  steps: [
    { step: 'identify', from: [null], to: 'identified' },
    { step: 'assess-skills', from: ['identified'], to: 'skills-assessed' },
    { step: 'write-business-plan', from: ['skills-assessed'], to: 'business-plan', guards: [cashSafe, days] },
    { step: 'submit-to-committee', from: ['business-plan'], to: 'committee-review' },
    { step: 'approve', from: ['committee-review'], to: 'approved', guards: [committee, another, within] },
    { step: 'send-back', from: ['committee-review'], to: 'skills-assessed', guards: [committee] },
    { step: 'begin-procurement', from: ['approved'], to: 'procurement' },
    { step: 'deliver', from: ['procurement'], to: 'delivered' },
    { step: 'monitor', from: ['delivered', 'monitored'], to: 'monitored', guards: [newRound] },
    { step: 'close', from: ['monitored'], to: 'closed', guards: [complete] },
    {
      ...({ step: 'drop', to: 'closed' } as const),
      from: ['identified', 'skills-assessed', 'business-plan', 'committee-review', 'approved', 'procurement'],
    },
  ],
}
export interface GrantContext {
  readonly by: AccountId
  readonly at: string
  readonly isOnCommittee: boolean
}
type PlanSaid = Extract<GrantCommand, { step: 'write-business-plan' }>
/** A day for each instalment, one after the other; older plans have none. */
const areWhole = ({ tranches, trancheDays }: PlanSaid): boolean =>
  trancheDays === undefined ||
  (trancheDays.length === tranches && trancheDays.every((day, at) => at === 0 || (trancheDays[at - 1] ?? '') <= day))
const planOf = ({ by, amountCents, currency, trancheDays = [] }: PlanSaid & { readonly by: string }): Grant['plan'] => ({
  ...{ by, amountCents, currency, trancheDays },
})
const missing = (grant: Grant): readonly MonitoringMonth[] => MONITORING.filter((month) => !grant.monitored.has(month))

function decide(grant: Grant, command: GrantCommand, { by, at, isOnCommittee }: GrantContext): Outcome<readonly GrantEvent[]> {
  const known: GrantKnown = {
    isCashSafe: command.step !== 'write-business-plan' || command.isInKind || command.safeguarding !== undefined,
    areDaysWhole: command.step !== 'write-business-plan' || areWhole(command),
    isPlanAuthor: grant.plan?.by === by,
    isOnCommittee,
    isWithinPlan: command.step !== 'approve' || command.amountCents <= (grant.plan?.amountCents ?? 0),
    isRoundNew: command.step !== 'monitor' || !grant.monitored.has(command.month),
    // Who stopped or cannot be found is not visited on for the sake of the form.
    roundsMissing: command.step === 'close' && command.reason === 'course-complete' ? missing(grant) : [],
  }
  const moved = take(grantMachine, { at: grant.state, before: null }, { step: command.step, known })
  return moved.ok ? accepted([{ kind: 'grant.moved.v1', payload: { ...command, to: moved.value, by, at } }]) : moved
}
function evolve(grant: Grant, { payload }: GrantEvent): Grant {
  const next = { ...grant, state: payload.to }
  if (payload.step === 'write-business-plan') return { ...next, plan: planOf(payload) }
  if (payload.step === 'deliver') return { ...next, receipts: grant.receipts + payload.receipts.length }
  if (payload.step === 'monitor') return { ...next, monitored: new Map([...grant.monitored, [payload.month, payload.isRunning]]) }
  return next
}
export const grantDecider: Decider<Grant, GrantCommand, GrantEvent, GrantContext> = {
  ...{ initial: { state: null, plan: null, receipts: 0, monitored: new Map() }, decide, evolve },
}
/** Running at that visit; `null`: not visited then, which is not the same as failed. */
export const survives = (grant: Grant, month: '6' | '12'): boolean | null => grant.monitored.get(month) ?? null
