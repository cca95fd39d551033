/*
Decisions about a recruiter: an agency or a company, never a person. Licence, complaints by their kind, a warning with its reason and its lifting. A complaint has no words: what was told of a
person has no place in a register that others read.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, exactly, instant, listOf, maybe, orNull, record, taggedBy, text } from '../../../../kernel/schema.ts'
import {
  type CheckLicence,
  ComplaintKind,
  type HearComplaint,
  LicenceState,
  LiftRecruiterWarning,
  type RecruiterLine,
  RecruiterWarning,
  type RegisterRecruiter,
  type WarnOfRecruiter,
} from '../../contract-desk.ts'

const by = { on: calendarDate(), at: instant(), body: orNull(text(60)) }
const licence = { licence: LicenceState, licenceNumber: maybe(text(60)), licenceUntil: maybe(calendarDate()) }
export const RecruiterRegistered = record({ name: text(160), country: text(3), ...licence, ...by })
export const RecruiterLicence = record({ ...licence, ...by })
export const RecruiterComplaint = record({ kind: ComplaintKind, ...by })
export const RecruiterWarned = record({ because: RecruiterWarning, ...by })
export const RecruiterCleared = record({ because: LiftRecruiterWarning.shape.because, ...by })
export const recruiterKinds = {
  'recruiter.registered.v1': RecruiterRegistered,
  'recruiter.licence-checked.v1': RecruiterLicence,
  'recruiter.complaint-heard.v1': RecruiterComplaint,
  'recruiter.warned.v1': RecruiterWarned,
  'recruiter.warning-lifted.v1': RecruiterCleared,
} as const
type Kinds = typeof recruiterKinds
export type RecruiterEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export const RecruiterActs = listOf(
  taggedBy('kind', [
    record({ kind: exactly('recruiter.registered.v1'), payload: RecruiterRegistered }),
    record({ kind: exactly('recruiter.licence-checked.v1'), payload: RecruiterLicence }),
    record({ kind: exactly('recruiter.complaint-heard.v1'), payload: RecruiterComplaint }),
    record({ kind: exactly('recruiter.warned.v1'), payload: RecruiterWarned }),
    record({ kind: exactly('recruiter.warning-lifted.v1'), payload: RecruiterCleared }),
  ]),
)
export type RecruiterCommand =
  | ({ readonly type: 'register' } & RegisterRecruiter)
  | ({ readonly type: 'check' } & Infer<typeof CheckLicence>)
  | ({ readonly type: 'complain' } & Infer<typeof HearComplaint>)
  | ({ readonly type: 'warn' } & Infer<typeof WarnOfRecruiter>)
  | ({ readonly type: 'lift' } & Infer<typeof LiftRecruiterWarning>)
export interface RecruiterContext {
  readonly now: string
  readonly today: string
  readonly organisation: string | null
  /** Of the same letters and country. */
  readonly isKnownAlready: boolean
}
export interface Recruiter {
  readonly registered: Infer<typeof RecruiterRegistered>
  readonly licence: Infer<typeof RecruiterLicence>
  readonly complaints: readonly Infer<typeof RecruiterComplaint>[]
  readonly warned: Infer<typeof RecruiterWarned> | null
}
export type MaybeRecruiter = Recruiter | null

function decide(state: MaybeRecruiter, command: RecruiterCommand, context: RecruiterContext): Outcome<readonly RecruiterEvent[]> {
  const act = { on: context.today, at: context.now, body: context.organisation }
  if (command.type === 'register') {
    if (state !== null || context.isKnownAlready) return refused('recruiter-there')
    if (command.licence === 'valid' && command.licenceNumber === undefined) return refused('licence-needs-number')
    const { type: _register, ...registered } = command
    return accepted([{ kind: 'recruiter.registered.v1', payload: { ...registered, ...act } }])
  }
  if (state === null) return refused('unknown-recruiter')
  switch (command.type) {
    case 'check': {
      if (command.licence === 'valid' && command.licenceNumber === undefined) return refused('licence-needs-number')
      const { type: _check, ...checked } = command
      return accepted([{ kind: 'recruiter.licence-checked.v1', payload: { ...checked, ...act } }])
    }
    case 'complain':
      return accepted([{ kind: 'recruiter.complaint-heard.v1', payload: { kind: command.kind, ...act } }])
    case 'warn':
      if (state.warned !== null) return refused('recruiter-warned-already')
      return accepted([{ kind: 'recruiter.warned.v1', payload: { because: command.because, ...act } }])
    case 'lift':
      if (state.warned === null) return refused('recruiter-not-warned')
      return accepted([{ kind: 'recruiter.warning-lifted.v1', payload: { because: command.because, ...act } }])
  }
}
function evolve(state: MaybeRecruiter, event: RecruiterEvent): MaybeRecruiter {
  if (event.kind === 'recruiter.registered.v1') {
    const { name: _name, country: _country, ...licenceOf } = event.payload
    return { registered: event.payload, licence: licenceOf, complaints: [], warned: null }
  }
  if (state === null) return null
  switch (event.kind) {
    case 'recruiter.licence-checked.v1':
      return { ...state, licence: event.payload }
    case 'recruiter.complaint-heard.v1':
      return { ...state, complaints: [...state.complaints, event.payload] }
    case 'recruiter.warned.v1':
      return { ...state, warned: event.payload }
    case 'recruiter.warning-lifted.v1':
      return { ...state, warned: null }
  }
}
export const recruiterDecider: Decider<MaybeRecruiter, RecruiterCommand, RecruiterEvent, RecruiterContext> = {
  initial: null,
  decide,
  evolve,
}

/** From so many on complaints are called many, and their kinds are told (D): one complaint could name who complained. */
export const MANY_COMPLAINTS = 5
export function standingOf({ registered, licence: last, complaints, warned }: Recruiter, today: string): Omit<RecruiterLine, 'id'> {
  const isOver = last.licence === 'valid' && last.licenceUntil !== undefined && last.licenceUntil < today
  const isMany = complaints.length >= MANY_COMPLAINTS
  return {
    ...{ name: registered.name, country: registered.country, licence: isOver ? 'expired' : last.licence },
    ...{ licenceNumber: last.licenceNumber ?? null, licenceUntil: last.licenceUntil ?? null, checkedOn: last.on },
    complaints: complaints.length === 0 ? 'none' : isMany ? 'many' : 'some',
    kinds: isMany ? ComplaintKind.options.filter((one) => complaints.some(({ kind }) => kind === one)) : [],
    warning: warned === null ? null : { because: warned.because, on: warned.on },
  }
}
