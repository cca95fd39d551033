/*
Decisions about one site: registering, correcting, holding, blue requests. Observations (visits, reported colours, reported schemes)
are always accepted, even for a site that nobody registered yet. A site's colour is not decided here: it is an order's, and is
computed in `status.ts`.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Position, asId } from '../../../../kernel/schema.ts'
import type { InternalStatus } from '../../contract.ts'
import { findCriterion } from '../missions/criteria.ts'
import { MEMBER_STATES, issueIcglrId } from '../../contract-icglr-id.ts'
import { type HoldBody, type Office, holdBodyOf, objectionBodyOf, receivesAt } from '../orders/office.ts'
import {
  type RegisterContext,
  type RegisterState,
  changedMeanwhile,
  decideRegister,
  evolveRegister,
  initialRegister,
  noteFields,
} from './register-rules.ts'
import { isInCountry } from './polygon.ts'
import type { RegisterCommand } from './register-words.ts'
import type { SiteCommand, SiteCorrected, SiteEvent } from './site-words.ts'

export interface SiteState {
  readonly registered: boolean
  readonly country: string | null
  readonly position: Position | null
  readonly icglrId: string | null
  readonly holds: { readonly [hold: string]: HoldState }
  readonly applications: { readonly [application: string]: readonly Receipt[] }
  readonly register: RegisterState
}

interface Receipt {
  readonly level: string
  readonly on: string
}
interface HoldState {
  readonly by: HoldBody
  readonly organisation: string | null
  readonly from: string
  /** `null` while it lies. */
  readonly liftedOn: string | null
}

export interface SiteContext {
  /** Of who sends the command. */
  readonly office: Office
  /** Another site of the same tenant that carries this national key or, as a fact, nothing. */
  readonly nationalIdTaken: boolean
  /** Where the actor may not act; `null` when the site lies within its territory. */
  readonly outsideTerritory: { readonly place: string } | null
  /** Of the site today. */
  readonly internal: InternalStatus
  /** Next free number of the country's ICGLR identifiers. */
  readonly nextSerial: number
  /** What kind of event the fact to be voided is; `null` when this site has no such standing fact. */
  readonly factKind: string | null
  readonly register: RegisterContext
  readonly today: string
  readonly newId: () => string
}

const initial: SiteState = {
  registered: false,
  country: null,
  position: null,
  icglrId: null,
  holds: {},
  applications: {},
  register: initialRegister,
}

function decide(state: SiteState, command: SiteCommand, context: SiteContext): Outcome<readonly SiteEvent[]> {
  const away = context.outsideTerritory !== null
  if (command.say === 'record-visit') return one({ kind: 'site.visited.v1', payload: marked(command.visit, away) })
  if (command.say === 'record-qualification')
    return one({ kind: 'site.qualification-reported.v1', payload: marked(command.qualification, away) })
  if (command.say === 'record-traceability')
    return one({ kind: 'site.traceability-reported.v1', payload: marked(command.traceability, away) })
  if (context.outsideTerritory !== null) return refused('outside-your-territory', { place: context.outsideTerritory.place })
  if (command.say === 'register') return register(state, command.site, context)
  if (!state.registered) return refused('no-such-site')
  if (isRegisterCommand(command)) return decideRegister(state, command, context.register)
  if (state.register.mergedInto !== null && !endsWhatStands(command)) return refused('site-merged', { into: state.register.mergedInto })
  if (command.say === 'correct') return correct(state, command)
  if (command.say === 'void-fact') {
    const { fact, reason } = command
    return context.factKind === null ? refused('no-such-fact') : one({ kind: 'site.fact-voided.v1', payload: { fact, reason } })
  }
  if (command.say === 'issue-icglr-id') return issue(state, context)
  if (command.say === 'hold' || command.say === 'lift-hold') return holdOrLift(state, command, context)
  return blue(state, command, context)
}

/** Only the decision says that somebody told of a place outside of the own territory; the sender's word on it does not count. */
function marked<Told extends { readonly outsideTerritory?: boolean | undefined }>(
  { outsideTerritory: _said, ...told }: Told,
  away: boolean,
): Omit<Told, 'outsideTerritory'> & { readonly outsideTerritory?: true } {
  return away ? { ...told, outsideTerritory: true } : told
}

const one = (event: SiteEvent): Outcome<readonly SiteEvent[]> => accepted([event])

function register(state: SiteState, site: Extract<SiteCommand, { say: 'register' }>['site'], context: SiteContext) {
  if (state.registered) return refused('site-already-registered')
  if (!MEMBER_STATES.includes(site.country)) return refused('country-not-a-member', { country: site.country })
  if (context.nationalIdTaken) return refused('national-id-taken', { nationalId: site.nationalId })
  if (site.minerals.length === 0) return refused('site-without-mineral')
  if (site.position !== undefined && !isInCountry(site.position.at, site.country))
    return refused('position-outside-country', { country: site.country })
  return one({ kind: 'site.registered.v1', payload: site })
}

const registerSayings: ReadonlySet<string> = new Set<RegisterCommand['say']>([
  'record-entry',
  'end-entry',
  'attach-document',
  'withdraw-document',
  'merge',
  'unmerge',
  'set-parent',
  'settle-place',
  'read-icglr-id',
])
const isRegisterCommand = (command: SiteCommand): command is RegisterCommand => registerSayings.has(command.say)

/** A merged record takes nothing new; what already stands at it can still be voided, lifted, received and objected to. */
const endsWhatStands = ({ say }: SiteCommand): boolean =>
  say === 'void-fact' || say === 'lift-hold' || say === 'blue-receipt' || say === 'blue-object'

function correct(
  { register, country }: SiteState,
  { correction, seen }: Extract<SiteCommand, { say: 'correct' }>,
): Outcome<readonly SiteEvent[]> {
  const named = fieldsOf(correction)
  if (Object.values(named).every((value) => value === undefined)) return refused('nothing-to-correct')
  const moved = correction.position?.at
  if (moved !== undefined && country !== null && !isInCountry(moved, country)) return refused('position-outside-country', { country })
  if (correction.minerals?.length === 0) return refused('site-without-mineral')
  return changedMeanwhile(register, named, seen) ?? one({ kind: 'site.corrected.v1', payload: correction })
}
function fieldsOf({ reason: _reason, ...fields }: SiteCorrected) {
  return fields
}

/** The identifier is issued once and never again, whatever is corrected later. */
function issue(state: SiteState, { nextSerial }: SiteContext): Outcome<readonly SiteEvent[]> {
  if (state.icglrId !== null) return refused('icglr-id-already-issued', { icglrId: state.icglrId })
  if (state.position === null || state.country === null) return refused('site-has-no-position')
  const icglrId = issueIcglrId(state.country, state.position, nextSerial)
  return one({ kind: 'site.icglr-id-issued.v1', payload: { icglrId, serial: nextSerial } })
}

function holdOrLift(
  state: SiteState,
  command: Extract<SiteCommand, { say: 'hold' | 'lift-hold' }>,
  { newId, today, office }: SiteContext,
): Outcome<readonly SiteEvent[]> {
  const by = holdBodyOf(office)
  if (command.say === 'hold') {
    const { reason, from } = command
    if (from > today) return refused('day-in-the-future', { day: from })
    const organisation = office.organisation === null ? {} : { organisation: asId('organisation', office.organisation) }
    return one({ kind: 'site.held.v1', payload: { hold: asId('hold', newId()), by, ...organisation, reason, from } })
  }
  const { hold, on, reason } = command
  const held = state.holds[hold]
  if (held === undefined) return refused('no-such-hold')
  const own = held.organisation === null ? held.by === by : held.organisation === office.organisation
  if (!own && by !== 'ministry') return refused('hold-of-another-body', { by: held.by })
  if (held.liftedOn !== null) return refused('hold-already-lifted', { on: held.liftedOn })
  if (on < held.from) return refused('hold-lifted-before-it-began', { from: held.from })
  if (on > today) return refused('day-in-the-future', { day: on })
  return one({ kind: 'site.hold-lifted.v1', payload: { hold, on, reason } })
}

function blue(
  state: SiteState,
  command: Extract<SiteCommand, { say: 'blue-apply' | 'blue-receipt' | 'blue-object' }>,
  { internal, newId, today, office }: SiteContext,
): Outcome<readonly SiteEvent[]> {
  if (command.say === 'blue-apply') {
    const { exporter, riskAssessment } = command
    if (exporter !== office.organisation) return refused('not-your-organisation')
    if (internal !== 'NONE' && internal !== 'BLUE_LAPSED_GREEN') return refused('blue-is-for-uninspected-sites', { status: internal })
    return one({
      kind: 'site.blue-applied.v1',
      payload: { application: asId('blue-application', newId()), exporter, riskAssessment, receipts: [] },
    })
  }
  const { application, on } = command
  const receipts = state.applications[application]
  if (receipts === undefined) return refused('no-such-application')
  if (on > today) return refused('day-in-the-future', { day: on })
  if (command.say === 'blue-receipt') {
    if (!receivesAt(office, command.level)) return refused('receipt-of-another-level', { level: command.level })
    if (receipts.some((one) => one.level === command.level)) return refused('receipt-already-recorded', { level: command.level })
    return one({ kind: 'site.blue-receipt-recorded.v1', payload: { application, level: command.level, on } })
  }
  const { criterion, narrative } = command
  const level = findCriterion(criterion)?.level
  if (level !== 'R' && level !== 'Y') return refused('objection-needs-a-criterion', { criterion })
  const first = receipts.map((one) => one.on).toSorted()[0]
  if (first !== undefined && on < first) return refused('objection-before-the-request', { from: first })
  return one({
    kind: 'site.blue-objected.v1',
    payload: { application, criterion, by: objectionBodyOf(office), on, ...(narrative === undefined ? {} : { narrative }) },
  })
}

function evolve(before: SiteState, event: SiteEvent): SiteState {
  const state = { ...before, register: { ...before.register, version: before.register.version + 1 } }
  switch (event.kind) {
    case 'site.registered.v1':
      return { ...state, registered: true, country: event.payload.country, position: event.payload.position?.at ?? null }
    case 'site.corrected.v1':
      return {
        ...state,
        position: event.payload.position?.at ?? state.position,
        register: noteFields(state.register, fieldsOf(event.payload)),
      }
    case 'site.icglr-id-read.v1':
    case 'site.icglr-id-issued.v1':
      return { ...state, icglrId: event.payload.icglrId }
    case 'site.held.v1':
      return { ...state, holds: { ...state.holds, [event.payload.hold]: heldBy(event.payload) } }
    case 'site.hold-lifted.v1': {
      const { hold, on } = event.payload
      const held = state.holds[hold]
      return held === undefined ? state : { ...state, holds: { ...state.holds, [hold]: { ...held, liftedOn: on } } }
    }
    case 'site.blue-applied.v1': {
      const { application, receipts } = event.payload
      return { ...state, applications: { ...state.applications, [application]: receipts } }
    }
    case 'site.blue-receipt-recorded.v1': {
      const { application, level, on } = event.payload
      const receipts = [...(state.applications[application] ?? []), { level, on }]
      return { ...state, applications: { ...state.applications, [application]: receipts } }
    }
    case 'site.merged.v1':
    case 'site.unmerged.v1':
    case 'site.entry-recorded.v1':
      return { ...state, register: evolveRegister(state.register, event) }
    default:
      return state
  }
}

const heldBy = ({ by, organisation, from }: Extract<SiteEvent, { kind: 'site.held.v1' }>['payload']): HoldState => ({
  by,
  organisation: organisation ?? null,
  from,
  liftedOn: null,
})

export const siteDecider: Decider<SiteState, SiteCommand, SiteEvent, SiteContext> = { initial, decide, evolve }
