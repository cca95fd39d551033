/*
The life of an inspection: opened, filled in, signed by the team, submitted, accepted or returned. What a member
found is kept even after the signature, as a late finding; it then asks for a new look and does not change what was signed.
Refuses words put into a member's mouth, a signature under an incomplete form, and a review by somebody who signed.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { decidingCriteria, findCriterion } from './criteria.ts'
import type { CriterionFinding, InspectionCommand, InspectionEvent } from './inspection-words.ts'
import { type Member, type MemberBody, stateServices } from './mission.ts'
import { type AnsweredCriterion, type Proposal, isAnswer, proposeColour } from './propose-colour.ts'
import { type Speaker, speaksFor } from './team.ts'

export interface InspectionState {
  readonly phase: 'none' | 'draft' | 'team-signed' | 'submitted' | 'accepted' | 'returned'
  /** Whether the team stood on the site. A form that it filled in elsewhere gives no colour. */
  readonly onSite: boolean
  readonly members: readonly Member[]
  readonly findings: { readonly [criterion: string]: CriterionFinding }
  /** What was found after the signatures; it joins the findings when the form comes back to the team. */
  readonly lateFindings: readonly CriterionFinding[]
  readonly dissents: readonly string[]
  readonly signatures: readonly { readonly body: MemberBody; readonly head: boolean }[]
  readonly result: 'green' | 'yellow' | 'red' | null
}

export interface InspectionContext {
  readonly speaker: Speaker
  /** Who signed so far, by account: the log knows the actor of each event, the payload does not repeat it. */
  readonly signers: readonly string[]
  readonly siteKnown: boolean
  readonly outsideTerritory: { readonly place: string } | null
  /** Of the named mission; `null` when there is none. */
  readonly mission: { readonly phase: string; readonly members: readonly Member[]; readonly visitsSite: boolean } | null
  /** Criteria violated at the last accepted inspection, when it ended yellow. */
  readonly previousYellow: readonly string[]
  readonly rulebook: { readonly id: string; readonly hash: string }
  readonly today: string
}

const initial: InspectionState = {
  phase: 'none',
  onSite: false,
  members: [],
  findings: {},
  lateFindings: [],
  dissents: [],
  signatures: [],
  result: null,
}

function decide(state: InspectionState, command: InspectionCommand, context: InspectionContext): Outcome<readonly InspectionEvent[]> {
  if (context.outsideTerritory !== null) return refused('outside-your-territory', { place: context.outsideTerritory.place })
  if (command.say === 'open') return open(state, command, context)
  if (state.phase === 'none') return refused('no-such-inspection')
  switch (command.say) {
    case 'record-findings':
      return recordFindings(state, command, context)
    case 'dissent': {
      const { by, criterion, reason } = command
      if (!isVoiceOf(state, by, context)) return refused('not-a-member', { body: by })
      if (findCriterion(criterion) === undefined) return refused('unknown-criterion', { criterion })
      return accepted([{ kind: 'inspection.dissented.v1', payload: { by, criterion, reason } }])
    }
    case 'sign':
      return sign(state, command.body, context)
    case 'submit':
      if (state.phase !== 'team-signed') return refused('inspection-not-signed', { phase: state.phase })
      return accepted([{ kind: 'inspection.submitted.v1', payload: {} }])
    default:
      return review(state, command, context)
  }
}

function open(
  state: InspectionState,
  command: Extract<InspectionCommand, { say: 'open' }>,
  { siteKnown, mission, rulebook, today }: InspectionContext,
): Outcome<readonly InspectionEvent[]> {
  if (state.phase !== 'none') return refused('inspection-already-opened')
  if (!siteKnown) return refused('no-such-site')
  if (command.date > today) return refused('day-in-the-future', { day: command.date })
  if (command.mission !== undefined && mission === null) return refused('no-such-mission')
  if (mission !== null && mission.phase !== 'in-field') return refused('mission-not-in-field', { phase: mission.phase })
  if (mission !== null && !mission.visitsSite) return refused('site-not-in-mission')
  const members = mission?.members ?? command.members ?? []
  if (members.filter((member) => member.head).length !== 1)
    return refused('mission-needs-one-head', { heads: members.filter((member) => member.head).length })
  if (!command.onSite && command.notVisitedReason === undefined) return refused('reason-not-visited-missing')
  const { say: _say, members: _members, ...rest } = command
  return accepted([{ kind: 'inspection.opened.v1', payload: { ...rest, members: [...members], rulebook } }])
}

/** Observers see and disagree like the others; they only do not sign. */
const isVoiceOf = ({ members }: InspectionState, body: MemberBody, { speaker }: InspectionContext): boolean =>
  members.some((member) => member.body === body && speaksFor(member, speaker))

function recordFindings(
  state: InspectionState,
  { by, findings }: Extract<InspectionCommand, { say: 'record-findings' }>,
  context: InspectionContext,
): Outcome<readonly InspectionEvent[]> {
  if (!isVoiceOf(state, by, context)) return refused('not-a-member', { body: by })
  const unknown = findings.find((finding) => findCriterion(finding.criterion) === undefined)
  if (unknown) return refused('unknown-criterion', { criterion: unknown.criterion })
  return accepted([{ kind: 'inspection.findings-recorded.v1', payload: { by, findings } }])
}

/** What the findings so far would propose: the live preview of a form, and the team's proposal once it signs. */
export const proposalOf = (state: InspectionState, previousYellow: readonly string[]): Proposal =>
  proposeColour({ findings: Object.values(state.findings), previousYellow, dissents: state.dissents })

/** Once enough members have signed, the others add theirs under the same form until it is submitted. */
function sign(state: InspectionState, body: MemberBody, context: InspectionContext): Outcome<readonly InspectionEvent[]> {
  const isTeamSigned = state.phase === 'team-signed'
  if (!isTeamSigned && state.phase !== 'draft' && state.phase !== 'returned') return refused('inspection-not-open', { phase: state.phase })
  if (!state.onSite) return refused('inspection-not-on-site')
  const member = state.members.find((one) => one.body === body && one.attendance !== 'observer' && speaksFor(one, context.speaker))
  if (!member) return refused('not-a-member', { body })
  if (state.signatures.some((signature) => signature.body === body)) return refused('already-signed', { body })
  if (context.signers.includes(context.speaker.account)) return refused('one-person-one-signature', { body })
  const signed: InspectionEvent = { kind: 'inspection.signed.v1', payload: { body, head: member.head } }
  if (isTeamSigned) return accepted([signed])
  const proposal = proposalOf(state, context.previousYellow)
  if (proposal.result === 'incomplete') return refused('criteria-unanswered', { criteria: proposal.because })
  const signatures = [...state.signatures, { body, head: member.head }]
  if (!isTeamComplete(signatures)) return accepted([signed])
  const { result, because, repeated, reviewOn } = proposal
  const made = { result, because: [...because], repeated: [...repeated], reviewOn: [...reviewOn] }
  return accepted([signed, { kind: 'inspection.team-signed.v1', payload: { proposal: made } }])
}

/** The head, at least one service of the State, and civil society have signed (D). */
const isTeamComplete = (signatures: readonly { readonly body: MemberBody; readonly head: boolean }[]): boolean =>
  signatures.some((one) => one.head) &&
  signatures.some((one) => stateServices.includes(one.body)) &&
  signatures.some((one) => one.body === 'civil-society')

function review(
  state: InspectionState,
  command: Extract<InspectionCommand, { say: 'accept' | 'return' }>,
  { speaker, signers }: InspectionContext,
): Outcome<readonly InspectionEvent[]> {
  if (state.phase !== 'submitted' || state.result === null) return refused('inspection-not-submitted', { phase: state.phase })
  if (signers.includes(speaker.account)) return refused('reviewer-signed')
  if (command.say === 'return') return accepted([{ kind: 'inspection.returned.v1', payload: { reason: command.reason } }])
  const critical = state.dissents.filter((criterion) => findCriterion(criterion)?.level === 'R')
  if (critical.length > 0 && command.reason === undefined) return refused('dissent-needs-an-answer', { criteria: critical })
  if (state.lateFindings.length > 0 && command.reason === undefined)
    return refused('late-findings-need-an-answer', { findings: state.lateFindings.length })
  const { reason } = command
  return accepted([{ kind: 'inspection.accepted.v1', payload: { colour: state.result, ...(reason === undefined ? {} : { reason }) } }])
}

function evolve(state: InspectionState, event: InspectionEvent): InspectionState {
  switch (event.kind) {
    case 'inspection.opened.v1':
      return { ...state, phase: 'draft', onSite: event.payload.onSite, members: event.payload.members }
    case 'inspection.findings-recorded.v1': {
      if (state.phase !== 'draft' && state.phase !== 'returned')
        return { ...state, lateFindings: [...state.lateFindings, ...event.payload.findings] }
      return { ...state, findings: joined(state.findings, event.payload.findings), signatures: [] }
    }
    case 'inspection.dissented.v1':
      return { ...state, dissents: [...new Set([...state.dissents, event.payload.criterion])] }
    case 'inspection.signed.v1':
      return { ...state, signatures: [...state.signatures, event.payload] }
    case 'inspection.team-signed.v1':
      return { ...state, phase: 'team-signed', result: event.payload.proposal.result }
    case 'inspection.submitted.v1':
      return { ...state, phase: 'submitted' }
    case 'inspection.accepted.v1':
      return { ...state, phase: 'accepted' }
    case 'inspection.returned.v1':
      return {
        ...state,
        phase: 'returned',
        findings: joined(state.findings, state.lateFindings),
        lateFindings: [],
        signatures: [],
        result: null,
      }
  }
}

/** The last answer to a criterion counts. */
const joined = (findings: InspectionState['findings'], fresh: readonly CriterionFinding[]): InspectionState['findings'] => ({
  ...findings,
  ...Object.fromEntries(fresh.map((finding) => [finding.criterion, finding])),
})

/** How many of the deciding criteria have an answer, of how many. */
export const answeredOf = (findings: readonly AnsweredCriterion[]): { readonly answered: number; readonly of: number } => ({
  answered: decidingCriteria.filter((one) => findings.some((finding) => finding.criterion === one.id && isAnswer(finding))).length,
  of: decidingCriteria.length,
})

export const inspectionDecider: Decider<InspectionState, InspectionCommand, InspectionEvent, InspectionContext> = {
  initial,
  decide,
  evolve,
}
