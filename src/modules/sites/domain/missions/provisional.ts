/*
An inspection with the commands written in that lie on a telephone and that the server has not answered yet: decided and folded by the same
functions as there. What is provisional is listed, so that a screen can say so. A decision that would be refused changes nothing and is named
with its reason; the last word is the server's.
*/
import type { Outcome, Refusal } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { FormValue, FormVersionRef } from '../../../forms/contract.ts'
import { inspectionDecider } from './inspection.ts'
import type { InspectionContext } from './inspection-context.ts'
import { type InspectionState, proposalOf } from './inspection-state.ts'
import type { InspectionCommand } from './inspection-words.ts'
import type { InspectionPage } from './mission-answers.ts'
import type { MemberBody } from './mission.ts'
import type { Proposal } from './propose-colour.ts'
import { type Moment, blankPage, withEvent } from './provisional-page.ts'
import { stateOfPage } from './provisional-state.ts'
import { type Speaker, speakerAtTheirWord } from './team.ts'

export interface WaitingCommand {
  readonly id: string
  readonly account: string
  readonly happenedAt: string
  readonly mine: boolean
  readonly command: InspectionCommand
  /** Of answers: what stands in them; null: this phone has not the form. */
  readonly values: Outcome<readonly FormValue[]> | null
}
/** What this phone knows around an inspection. */
export interface Around {
  readonly me: Speaker
  readonly mayReview: boolean
  readonly site: { readonly name: string; readonly nationalId: string } | null
  readonly mission: InspectionContext['mission']
  readonly previousYellow: readonly string[]
  readonly rulebook: { readonly id: string; readonly hash: string }
  readonly yellowMonths: number
  readonly form: FormVersionRef | null
  readonly earlierActions: InspectionPage['earlierActions']
  readonly today: string
}
/** What on a page the server has not confirmed. Findings and dissents by `criterion body`, signatures by body. */
export interface Provisional {
  readonly opened: boolean
  readonly phase: boolean
  readonly answers: readonly string[]
  readonly findings: readonly string[]
  readonly dissents: readonly string[]
  readonly signatures: readonly { readonly body: MemberBody; readonly account: string }[]
  readonly actions: readonly string[]
  /** Decisions that this phone would refuse now: the server will say. */
  readonly refused: readonly { readonly id: string; readonly refusal: Refusal }[]
  /** Commands that wait. */
  readonly waiting: number
}
export interface ProvisionalPage extends InspectionPage {
  readonly provisional?: Provisional
}

interface Fold {
  readonly state: InspectionState
  readonly page: InspectionPage | null
  readonly proposal: Proposal | null
  readonly told: Provisional
}
const nothing: Provisional = {
  ...{ opened: false, phase: false, answers: [], findings: [], dissents: [], signatures: [], actions: [], refused: [], waiting: 0 },
}

/** Null where nothing is known of the inspection and none of the commands opens it. */
export function foldInspection(known: InspectionPage | null, waiting: readonly WaitingCommand[], around: Around): ProvisionalPage | null {
  if (waiting.length === 0) return known
  const state = known === null ? inspectionDecider.initial : stateOfPage(known)
  const first: Fold = { state, page: known, proposal: null, told: { ...nothing, waiting: waiting.length } }
  const { page, told, ...after } = waiting.reduce((fold, one) => afterCommand(fold, one, around), first)
  if (page === null) return null
  const { phase, result } = after.state
  const isOpen = phase === 'draft' || phase === 'returned'
  const wasOpen = known === null || known.phase === 'draft' || known.phase === 'returned'
  const made = after.proposal ?? (isOpen || wasOpen ? proposalOf(after.state, around.previousYellow) : page.proposal)
  const proposal = { ...made, because: [...made.because], repeated: [...made.repeated], reviewOn: [...made.reviewOn] }
  return { ...page, phase, result, proposal, provisional: { ...told, phase: phase !== known?.phase } }
}

function afterCommand(fold: Fold, waiting: WaitingCommand, around: Around): Fold {
  const { id, command, account, happenedAt } = waiting
  const decided = inspectionDecider.decide(fold.state, command, contextOf(fold, waiting, around))
  if (!decided.ok) return { ...fold, told: { ...fold.told, refused: [...fold.told.refused, { id, refusal: decided.refusal }] } }
  let { state, page, proposal } = fold
  const moment: Moment = { id, happenedAt, today: around.today, yellowMonths: around.yellowMonths }
  for (const event of decided.value) {
    if (event.kind === 'inspection.opened.v1')
      page = blankPage(event.payload, { ...moment, site: around.site, earlierActions: around.earlierActions })
    else if (page !== null) page = withEvent(page, event, moment)
    state = inspectionDecider.evolve(state, event)
    if (event.kind === 'inspection.team-signed.v1') proposal = event.payload.proposal
  }
  const standing = state.signatures.map((one) => one.body)
  const told = decided.value.length === 0 ? fold.told : noted(fold.told, waiting, account)
  return { state, page, proposal, told: { ...told, signatures: told.signatures.filter((one) => standing.includes(one.body)) } }
}

/** What a command that will be taken leaves on the page. */
function noted(told: Provisional, { id, command }: WaitingCommand, account: string): Provisional {
  switch (command.say) {
    case 'open':
      return { ...told, opened: true }
    case 'record-answers':
      return { ...told, answers: [...told.answers, id] }
    case 'record-findings':
      return { ...told, findings: [...told.findings, ...command.findings.map((one) => `${one.criterion} ${command.by}`)] }
    case 'dissent':
      return { ...told, dissents: [...told.dissents, `${command.criterion} ${command.by}`] }
    case 'sign':
      return { ...told, signatures: [...told.signatures, { body: command.body, account }] }
    case 'set-action':
      return { ...told, actions: [...told.actions, command.action ?? id] }
    default:
      return told
  }
}

function contextOf(fold: Fold, { id, command, account, mine, values }: WaitingCommand, around: Around): InspectionContext {
  const members = fold.page?.members ?? []
  const { mission, previousYellow, rulebook, yellowMonths, today } = around
  return {
    speaker: mine ? around.me : speakerAtTheirWord(members, account, bodyOf(command)),
    signers: signersOf(fold.page, fold.told),
    mayReview: mine && around.mayReview,
    siteKnown: true,
    outsideTerritory: null,
    ...{ mission, previousYellow, rulebook, yellowMonths, today },
    form: command.say === 'open' ? (command.form ?? around.form) : null,
    submission: command.say === 'record-answers' && values !== null ? { values, missingFiles: missingOf(fold.page, command.files) } : null,
    newId: () => id,
  }
}
const bodyOf = (command: InspectionCommand): MemberBody | null =>
  command.say === 'sign' ? command.body : 'by' in command ? command.by : null

/** Accounts that are known to have signed: of earlier signatures only where the mission names the account of a body. */
function signersOf(page: InspectionPage | null, told: Provisional): readonly string[] {
  const named = (page?.signatures ?? []).flatMap(({ body }) => page?.members.find((one) => one.body === body)?.account ?? [])
  return [...new Set([...named, ...told.signatures.map((one) => one.account)])]
}
function missingOf(page: InspectionPage | null, files: readonly { readonly file: { readonly sha256: string } }[]): number {
  const awaited = page?.awaitedFiles ?? []
  const here = new Set((page?.answers ?? []).flatMap((one) => one.files ?? []).map((one) => one.file.sha256))
  return new Set(files.map((one) => one.file.sha256).filter((one) => !here.has(one) || awaited.includes(one))).size
}

/** Why this decision would be refused as far as this device knows, asked before anything is sent; null: nothing speaks against it. */
export function wouldRefuse(page: ProvisionalPage, command: InspectionCommand, around: Around): Refusal | null {
  const fold: Fold = { state: stateOfPage(page), page, proposal: null, told: page.provisional ?? nothing }
  const id = asId('action', page.inspection)
  const waiting: WaitingCommand = { ...{ id, account: around.me.account, happenedAt: '', mine: true, command }, values: null }
  const decided = inspectionDecider.decide(fold.state, command, contextOf(fold, waiting, around))
  return decided.ok ? null : decided.refusal
}
