/*
The life of an inspection: opened, filled in, signed by the team, submitted, accepted or returned; or abandoned with a reason. What a
member found is kept even after the signature, as a late finding; it then asks for a new look and does not change what was signed.
What comes from outside the sender's territory or after the mission is kept too, and says so: observations are never refused for how
they came. Refuses words put into a member's mouth, a signature under an incomplete form, and a review by somebody who signed.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { FormValue } from '../../../forms/contract.ts'
import { findCriterion } from './criteria.ts'
import { readAnswers } from './form-answers.ts'
import { decideAction, isActionCommand, yellowActions } from './inspection-actions.ts'
import {
  type InspectionState,
  disputed,
  evolveInspection,
  initialInspection,
  isCritical,
  isOpen,
  isSameWithOtherFiles,
  proposalOf,
  submissionText,
} from './inspection-state.ts'
import type { InspectionContext } from './inspection-context.ts'
import { isCarried, openInspection } from './inspection-opening.ts'
import type { AnswerMark, InspectionCommand, InspectionEvent } from './inspection-words.ts'
import { type MemberBody, stateServices } from './mission.ts'
import { speaksFor } from './team.ts'

type Decided = Outcome<readonly InspectionEvent[]>

function decide(state: InspectionState, command: InspectionCommand, context: InspectionContext): Decided {
  if (isObservation(command)) return observe(state, command, context)
  if (context.outsideTerritory !== null && !isCarried(command))
    return refused('outside-your-territory', { place: context.outsideTerritory.place })
  if (command.say === 'open') return openInspection(state, command, context)
  if (state.phase === 'none') return refused('no-such-inspection')
  if (isActionCommand(command)) return decideAction(state, command, { ...context, isMember: isOfTeam(state, context) })
  switch (command.say) {
    case 'sign':
      return sign(state, command.body, context)
    case 'submit':
      if (state.phase !== 'team-signed') return refused('inspection-not-signed', { phase: state.phase })
      return accepted([{ kind: 'inspection.submitted.v1', payload: {} }])
    case 'abandon':
      return abandon(state, command.reason, context)
    default:
      return review(state, command, context)
  }
}

type Observation = Extract<InspectionCommand, { say: 'record-findings' | 'record-answers' | 'dissent' }>
const isObservation = (command: InspectionCommand): command is Observation =>
  command.say === 'record-findings' || command.say === 'record-answers' || command.say === 'dissent'

/** Observers see and disagree like the others; they only do not sign. */
const isVoiceOf = ({ members }: InspectionState, body: MemberBody, { speaker }: InspectionContext): boolean =>
  members.some((member) => member.body === body && speaksFor(member, speaker))
const isOfTeam = ({ members }: InspectionState, { speaker }: InspectionContext): boolean =>
  members.some((member) => speaksFor(member, speaker))

function observe(state: InspectionState, command: Observation, context: InspectionContext): Decided {
  if (state.phase === 'none') return refused('no-such-inspection')
  if (!isVoiceOf(state, command.by, context)) return refused('not-a-member', { body: command.by })
  const marks = marksOf(state, context)
  const marked = marks.length > 0 ? { marks } : {}
  if (command.say === 'record-answers') return recordAnswers(state, command, { context, marks })
  if (command.say === 'dissent') {
    const { by, criterion, reason } = command
    if (findCriterion(criterion) === undefined) return refused('unknown-criterion', { criterion })
    return accepted([{ kind: 'inspection.dissented.v1', payload: { by, criterion, reason, ...marked } }])
  }
  const unknown = command.findings.find((finding) => findCriterion(finding.criterion) === undefined)
  if (unknown) return refused('unknown-criterion', { criterion: unknown.criterion })
  return accepted([{ kind: 'inspection.findings-recorded.v1', payload: { by: command.by, findings: command.findings, ...marked } }])
}

function marksOf(state: InspectionState, { mission, outsideTerritory }: InspectionContext): AnswerMark[] {
  const marks: AnswerMark[] = []
  if (!isOpen(state)) marks.push('late')
  if (mission !== null && (mission.phase === 'closed' || mission.phase === 'cancelled')) marks.push('mission-over')
  if (outsideTerritory !== null) marks.push('outside-territory')
  return marks
}

function recordAnswers(
  state: InspectionState,
  command: Extract<InspectionCommand, { say: 'record-answers' }>,
  { context, marks }: { readonly context: InspectionContext; readonly marks: readonly AnswerMark[] },
): Decided {
  const { by, form, instance, xml, files, signals, amends } = command
  const earlier = state.submissions.filter((one) => one.instance === instance)
  // The same thing again: it is there already, and whoever sends it is told where.
  if (earlier.some((one) => one.by === by && one.content === submissionText(command))) return accepted([])
  const read = valuesOf(command, context)
  if (!read.ok) return read
  const { values, trouble, missingFiles } = read.value
  const { findings, said, unread } = readAnswers(values, files)
  const all: AnswerMark[] = [...marks]
  if (earlier.some((one) => one.by !== by || !isSameWithOtherFiles(one.content, command))) all.push('instance-repeated')
  if (missingFiles + (command.filesAwaited ?? 0) > 0) all.push(command.filesFollow ? 'files-follow' : 'files-missing')
  if (state.formVersion !== null && state.formVersion !== form.version) all.push('other-version')
  if (trouble !== null) all.push(trouble)
  const beside = { ...(signals && signals.length > 0 ? { signals } : {}), ...(amends ? { amends } : {}) }
  const payload = { by, form, instance, xml, values: [...values], files, findings, said, unread, marks: all, ...beside }
  return accepted([{ kind: 'inspection.answers-recorded.v1', payload }])
}

interface Read {
  readonly values: readonly FormValue[]
  readonly trouble: 'form-unknown' | 'form-unreadable' | null
  readonly missingFiles: number
}
/** What was carried without network is kept whole even where nothing can be read in it: it was seen, and a phone must be able to let go of it. */
function valuesOf(
  { form, files, carried }: Extract<InspectionCommand, { say: 'record-answers' }>,
  { submission }: InspectionContext,
): Outcome<Read> {
  if (submission === null && !carried) return refused('form-not-published-here', { form: form.form, version: form.version })
  if (submission === null) return accepted({ values: [], trouble: 'form-unknown', missingFiles: files.length })
  const { values, missingFiles } = submission
  if (values.ok) return accepted({ values: values.value, trouble: null, missingFiles })
  return carried ? accepted({ values: [], trouble: 'form-unreadable', missingFiles }) : values
}

/** Once enough members have signed, the others add theirs under the same form until it is submitted. */
function sign(state: InspectionState, body: MemberBody, context: InspectionContext): Decided {
  const isTeamSigned = state.phase === 'team-signed'
  if (!isTeamSigned && !isOpen(state)) return refused('inspection-not-open', { phase: state.phase })
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

/** A form that nobody will finish; what was found in it stays readable and gives no colour. */
function abandon(state: InspectionState, reason: string, context: InspectionContext): Decided {
  if (!isOpen(state) && state.phase !== 'team-signed') return refused('inspection-not-open', { phase: state.phase })
  if (!context.mayReview && !isOfTeam(state, context)) return refused('not-of-the-team')
  return accepted([{ kind: 'inspection.abandoned.v1', payload: { reason } }])
}

function review(
  state: InspectionState,
  command: Extract<InspectionCommand, { say: 'accept' | 'return' }>,
  context: InspectionContext,
): Decided {
  const { speaker, signers } = context
  if (state.phase !== 'submitted' || state.result === null) return refused('inspection-not-submitted', { phase: state.phase })
  if (signers.includes(speaker.account)) return refused('reviewer-signed')
  if (command.say === 'return') return accepted([{ kind: 'inspection.returned.v1', payload: { reason: command.reason } }])
  if (state.lateFindings.length > 0 && command.reason === undefined)
    return refused('late-findings-need-an-answer', { findings: state.lateFindings.length })
  const critical = disputed(state).filter(isCritical)
  if (critical.length > 0 && command.reason === undefined) return refused('dissent-needs-an-answer', { criteria: critical })
  const { reason } = command
  const taken: InspectionEvent = {
    kind: 'inspection.accepted.v1',
    payload: { colour: state.result, ...(reason === undefined ? {} : { reason }) },
  }
  return accepted([taken, ...yellowActions(state, context)])
}

export const inspectionDecider: Decider<InspectionState, InspectionCommand, InspectionEvent, InspectionContext> = {
  initial: initialInspection,
  decide,
  evolve: evolveInspection,
}
