/*
Decisions about a warning. It is always kept; then RECEIVED → VERIFIED, UNVERIFIED or FALSE → SHARED with named bodies → RESPONSE → CLOSED with what who
warned was told. A later look may change the assessment without going back. A false one is closed without a response, told as false. Nobody of a body that
has a part in it decides about it or answers it, and no words stand beside what touches persons.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { IncidentId } from '../../../incidents/contract.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import type { VoiceId } from '../../../voices/contract.ts'
import {
  type AcknowledgeWarning,
  type AssessWarning,
  type Assessment,
  type CloseWarning,
  type GradeWarning,
  type ReportWarning,
  type RespondWarning,
  type SettleWarning,
  type ShareWarning,
  type WarningChannel,
  type WarningState,
  touchesPersons,
} from '../../contract-warnings.ts'
import type { WarningEvent, WarningReceived } from './warning-events.ts'
import { type HeardWarning, OPEN, unsureOf } from './sms-warning.ts'
import { afterHours, isLate } from './warning-rules.ts'

export type WarningCommand =
  | { readonly type: 'receive'; readonly report: ReportWarning }
  | { readonly type: 'receive-text'; readonly heard: HeardWarning; readonly text: TextWarning }
  | { readonly type: 'settle'; readonly to: Infer<typeof SettleWarning> }
  | ({ readonly type: 'assess' } & Infer<typeof AssessWarning>)
  | ({ readonly type: 'grade' } & Infer<typeof GradeWarning>)
  | ({ readonly type: 'share' } & Infer<typeof ShareWarning>)
  | ({ readonly type: 'acknowledge' } & Infer<typeof AcknowledgeWarning>)
  | ({ readonly type: 'respond' } & Infer<typeof RespondWarning>)
  | ({ readonly type: 'close' } & Infer<typeof CloseWarning>)
  | { readonly type: 'open-incident'; readonly incident: IncidentId }
  | { readonly type: 'incident-refused'; readonly incident: IncidentId; readonly code: string }

/** Where a text message lies, and whom it names. */
export interface TextWarning {
  readonly voice: VoiceId
  readonly channel: WarningChannel
  readonly organisations: readonly OrganisationId[]
}
export interface WarningContext {
  readonly now: string
  /** By the device that sent it; `null` where it does not say. */
  readonly writtenAt: string | null
  /** The day at the place where it is decided. */
  readonly today: string
  readonly account: string
  readonly organisation: OrganisationId | null
  readonly number: string
  /** Of a new warning; `null` where no such territoire or site is. */
  readonly place: Pick<WarningReceived, 'province' | 'territoire' | 'site'> | null
  /** The sender sees it. */
  readonly known: boolean
  readonly triages: boolean
  /** The sender's body has a part in it. */
  readonly party: boolean
  /** Of the responders named: those that exist, and those with a part in it. */
  readonly bodies: readonly string[]
  readonly partyBodies: readonly string[]
  /** Number of the incident that stands on the warning; `null` where there is none, or none was made of the announcement. */
  readonly incidentNumber: string | null
}

export interface Responder {
  readonly organisation: OrganisationId
  readonly sharedAt: string
  readonly acknowledgedAt: string | null
  readonly answer: Extract<WarningEvent, { readonly kind: 'warning.answered.v1' }>['payload'] | null
}
export interface Warning {
  readonly received: WarningReceived
  readonly state: WarningState
  readonly severity: number
  readonly assessment: Assessment | null
  readonly because: Extract<WarningEvent, { readonly kind: 'warning.assessed.v1' }>['payload']['because']
  readonly responders: readonly Responder[]
  readonly closed: Extract<WarningEvent, { readonly kind: 'warning.closed.v1' }>['payload'] | null
  /** Announced here first, then opened: so that of two who open at once one is refused. */
  readonly incident: IncidentId | null
  readonly announcedAt: string | null
  /** Who said last what it is. */
  readonly assessedBy: string | null
  /** The highest that it ever had. */
  readonly gravest: number
}
export type MaybeWarning = Warning | null
type Decided = Outcome<readonly WarningEvent[]>
type CommandOf<Type extends WarningCommand['type']> = Extract<WarningCommand, { readonly type: Type }>
interface Act {
  readonly at: string
  readonly by: string
  readonly body: string | null
}
interface Now {
  readonly warning: Warning
  readonly context: WarningContext
  readonly act: Act
}

function decide(state: MaybeWarning, command: WarningCommand, context: WarningContext): Decided {
  const act = { at: context.now, by: context.account, body: context.organisation }
  if (command.type === 'receive-text') return receiveText(state, command, { context, act })
  if (command.type === 'receive') return receive(state, command, { context, act })
  if (state === null || !context.known) return refused('unknown-warning')
  if (context.party) return refused('party-to-warning')
  if (state.state === 'closed') return refused('warning-closed')
  const words = 'words' in command ? command.words : undefined
  if (words !== undefined && touchesPersons(state.received.type)) return refused('warning-takes-no-words')
  // What did not say what it is may turn out to touch persons: words of before would then stand beside it.
  if (words !== undefined && (state.received.unsure ?? []).includes('type')) return refused('warning-still-unsure')
  const now: Now = { warning: state, context, act }
  if (command.type === 'acknowledge' || command.type === 'respond') return answer(command, now)
  if (!context.triages) return refused('not-yours-to-sort')
  switch (command.type) {
    case 'assess':
      return assess(command, now)
    case 'grade':
      if (command.severity === state.severity) return refused('warning-severity-the-same')
      return accepted([
        { kind: 'warning.graded.v1', payload: { severity: command.severity, why: command.why, words: command.words ?? null, ...act } },
      ])
    case 'settle':
      return settle(command, now)
    case 'share':
      return share(command, now)
    case 'close':
      return close(command, now)
    case 'open-incident':
      return openIncident(command, now)
    case 'incident-refused':
      if (state.incident !== command.incident || context.incidentNumber !== null) return refused('warning-has-no-such-incident')
      return accepted([{ kind: 'warning.incident-refused.v1', payload: { incident: command.incident, code: command.code, ...act } }])
  }
}

function openIncident({ incident }: CommandOf<'open-incident'>, { warning, context, act }: Now): Decided {
  if (warning.assessment !== 'verified') return refused('warning-not-verified')
  // An incident of the wrong kind would lie open where a sealed one belongs.
  if ((warning.received.unsure ?? []).length > 0) return refused('warning-still-unsure')
  if (context.incidentNumber !== null) return refused('warning-has-incident', { incident: context.incidentNumber })
  // Announced a moment ago, somebody else is opening it; what came to nothing does not stand in the way for ever.
  const { announcedAt } = warning
  if (warning.incident !== null && announcedAt !== null && !isLate(afterHours(announcedAt, OPENING_HOURS), context.now))
    return refused('warning-incident-being-opened')
  return accepted([{ kind: 'warning.incident-opened.v1', payload: { incident, ...act } }])
}

function receive(state: MaybeWarning, { report }: CommandOf<'receive'>, { context, act }: Omit<Now, 'warning'>): Decided {
  if (state !== null) return refused('warning-sent-already')
  if (context.place === null) return refused('unknown-warning-place')
  // Written without network, it was heard when it was written.
  const written = context.writtenAt !== null && context.writtenAt < context.now ? context.writtenAt : context.now
  const receivedAt = report.receivedAt ?? written
  if (receivedAt > context.now) return refused('warning-in-the-future')
  const payload: WarningReceived = {
    ...{ number: context.number, channel: report.channel, type: report.type, ...context.place, receivedAt, severity: report.severity },
    ...{ occurredAt: report.occurredAt ?? null, reporter: report.reporter, source: report.source ?? null },
    persons: 'persons' in report ? report.persons : null,
    what: 'what' in report ? (report.what ?? null) : null,
    ...{ organisations: report.organisations ?? [], actors: report.actors ?? [], ...act },
  }
  return accepted([{ kind: 'warning.received.v1', payload }])
}

/** Kept whatever it says: what it does not say stands open. */
function receiveText(
  state: MaybeWarning,
  { heard, text: { voice, channel, organisations } }: CommandOf<'receive-text'>,
  { context, act }: Omit<Now, 'warning'>,
): Decided {
  if (state !== null) return refused('warning-sent-already')
  const place = context.place ?? { province: null, territoire: OPEN.territoire, site: null }
  const unsure = unsureOf({ ...heard, territoire: context.place?.territoire ?? null })
  const payload: WarningReceived = {
    ...{ number: context.number, channel, type: heard.type ?? OPEN.type, ...place, receivedAt: context.now },
    ...{ severity: heard.severity ?? OPEN.severity, occurredAt: null, reporter: 'anonymous', source: { voice }, persons: null, what: null },
    ...{ organisations: [...organisations], actors: [], unsure: [...unsure], ...act },
  }
  return accepted([{ kind: 'warning.received.v1', payload }])
}
function settle({ to }: CommandOf<'settle'>, { warning, context, act }: Now): Decided {
  if ((warning.received.unsure ?? []).length === 0) return refused('warning-nothing-unsure')
  if (context.place === null) return refused('unknown-warning-place')
  const { province, territoire } = context.place
  return accepted([{ kind: 'warning.settled.v1', payload: { type: to.type, severity: to.severity, province, territoire, ...act } }])
}

function assess({ as, basis, because, words }: CommandOf<'assess'>, { warning, act }: Now): Decided {
  if (warning.assessment === as) return refused('warning-assessed-so')
  if (as === 'false' && because === undefined) return refused('false-warning-needs-reason')
  if (as !== 'false' && because !== undefined) return refused('warning-reason-of-another')
  return accepted([{ kind: 'warning.assessed.v1', payload: { as, basis, because: because ?? null, words: words ?? null, ...act } }])
}

function share({ responders, words }: CommandOf<'share'>, { warning, context, act }: Now): Decided {
  if (warning.state === 'received') return refused('warning-not-assessed')
  if ((warning.received.unsure ?? []).length > 0) return refused('warning-still-unsure')
  if (responders.some((one) => !context.bodies.includes(one))) return refused('unknown-responder')
  if (responders.some((one) => context.partyBodies.includes(one))) return refused('responder-has-a-part')
  const fresh = [...new Set(responders)].filter((one) => !warning.responders.some(({ organisation }) => organisation === one))
  if (fresh.length === 0) return refused('warning-shared-already')
  return accepted([{ kind: 'warning.shared.v1', payload: { responders: fresh, words: words ?? null, ...act } }])
}

function answer(command: CommandOf<'acknowledge' | 'respond'>, { warning, context, act }: Now): Decided {
  if (warning.state !== 'shared' && warning.state !== 'response') return refused('warning-not-shared')
  const organisation = command.organisation ?? context.organisation
  const responder = warning.responders.find((one) => one.organisation === organisation)
  if (!responder) return refused('not-a-responder')
  // A body answers for itself; who sorts writes down what one without an account said.
  if (organisation !== context.organisation && !context.triages) return refused('not-a-responder')
  const { organisation: of } = responder
  if (command.type === 'acknowledge') {
    if (responder.acknowledgedAt !== null) return refused('warning-acknowledged-already')
    return accepted([{ kind: 'warning.acknowledged.v1', payload: { organisation: of, ...act } }])
  }
  if (command.did.length === 0) return refused('response-says-nothing')
  if (command.doneOn > context.today) return refused('response-in-the-future')
  const { did, doneOn, words } = command
  const payload = { organisation: of, did: [...new Set(did)], doneOn, words: words ?? null, ...act }
  return accepted([{ kind: 'warning.answered.v1', payload }])
}

/** Grave ones, and those that touch persons, are not verified, shared and closed by one hand (D). A lower severity given later changes nothing. */
export const SECOND_PERSON_FROM = 4
export const needsSecondToClose = ({ received, gravest }: Warning): boolean =>
  gravest >= SECOND_PERSON_FROM || touchesPersons(received.type)

function close({ feedback, unanswered, words }: CommandOf<'close'>, { warning, act }: Now): Decided {
  if (warning.state === 'received') return refused('warning-not-assessed')
  const isFalse = warning.assessment === 'false'
  if (!isFalse && warning.state !== 'response') return refused('warning-without-response')
  const missing = warning.responders.filter((one) => one.answer === null).length
  if (!isFalse && missing > 0 && unanswered === undefined) return refused('warning-responses-missing', { n: missing })
  if (needsSecondToClose(warning) && warning.assessedBy === act.by) return refused('second-person-to-close')
  return accepted([{ kind: 'warning.closed.v1', payload: { feedback, unanswered: unanswered ?? null, words: words ?? null, ...act } }])
}

/** How long an incident that was announced and never came keeps others from opening one (D). */
const OPENING_HOURS = 1 / 12
const BEFORE_SHARING: readonly WarningState[] = ['received', 'verified', 'unverified', 'false']
function evolve(state: MaybeWarning, event: WarningEvent): MaybeWarning {
  if (event.kind === 'warning.received.v1') {
    const { payload: received } = event
    const nothing = { assessment: null, because: null, responders: [], closed: null, incident: null, announcedAt: null, assessedBy: null }
    return { received, state: 'received', severity: received.severity, gravest: received.severity, ...nothing }
  }
  if (state === null) return null
  switch (event.kind) {
    case 'warning.assessed.v1': {
      const { as, because, by: assessedBy } = event.payload
      return { ...state, assessment: as, because, assessedBy, state: BEFORE_SHARING.includes(state.state) ? as : state.state }
    }
    case 'warning.settled.v1': {
      const { type, severity, province, territoire } = event.payload
      const received = { ...state.received, type, province, territoire, unsure: [] }
      return { ...state, received, severity, gravest: Math.max(severity, state.received.unsure?.includes('severity') ? 0 : state.gravest) }
    }
    case 'warning.graded.v1':
      return { ...state, severity: event.payload.severity, gravest: Math.max(state.gravest, event.payload.severity) }
    case 'warning.shared.v1': {
      const { responders, at: sharedAt } = event.payload
      const more = responders.map((organisation) => ({ organisation, sharedAt, acknowledgedAt: null, answer: null }))
      return { ...state, responders: [...state.responders, ...more], state: state.state === 'response' ? 'response' : 'shared' }
    }
    case 'warning.acknowledged.v1': {
      const { organisation, at: acknowledgedAt } = event.payload
      return { ...state, responders: changed(state.responders, organisation, { acknowledgedAt }) }
    }
    case 'warning.answered.v1': {
      const { organisation, at } = event.payload
      const before = state.responders.find((one) => one.organisation === organisation)?.acknowledgedAt ?? at
      const responders = changed(state.responders, organisation, { answer: event.payload, acknowledgedAt: before })
      return { ...state, state: 'response', responders }
    }
    case 'warning.closed.v1':
      return { ...state, state: 'closed', closed: event.payload }
    case 'warning.incident-opened.v1':
      return { ...state, incident: event.payload.incident, announcedAt: event.payload.at }
    case 'warning.incident-refused.v1':
      return { ...state, incident: null, announcedAt: null }
  }
}
const changed = (responders: readonly Responder[], organisation: string, to: Partial<Responder>): readonly Responder[] =>
  responders.map((one) => (one.organisation === organisation ? { ...one, ...to } : one))

export const warningDecider: Decider<MaybeWarning, WarningCommand, WarningEvent, WarningContext> = { initial: null, decide, evolve }
