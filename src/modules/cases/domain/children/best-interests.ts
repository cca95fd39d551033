/*
What is best for a child: an assessment always, a determination by a panel where something cannot be undone. Three things make a determination
mandatory in the guidelines of UNHCR (V), three more in ours (D). The panel is of several disciplines, each bound by an undertaking; who works the
case presents it and does not vote. Nothing here is asked by any rule that protects: a pending determination blocks no bed, no doctor, no referral.
*/
import { addMonths } from '../../../../kernel/calendar.ts'
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import type { AccountId } from '../../../people/contract.ts'
import { type Guard, type Machine, take } from '../machine.ts'
import {
  type BestInterestsCommand,
  type BestInterestsEvent,
  BestInterestsState,
  type BidTrigger,
  type PanelMember,
  bidOptions,
  isBidOption,
} from './best-interests-words.ts'

export const bidTriggers: { readonly [Trigger in BidTrigger]: Evidence } = {
  ...{ 'durable-solution-unaccompanied': 'V', 'exceptional-temporary-care': 'V', 'separation-from-parents': 'V' },
  ...{ 'testimony-by-child': 'D', 'relocation-to-another-province': 'D', 'return-to-community-with-armed-group': 'D' },
}
export interface PanelRules {
  readonly leastMembers: number
  readonly leastDisciplines: number
  readonly reviewWithinMonths: number
  readonly evidence: Evidence
}
/** Size and voting are ours, unread in the guidelines (U); so is the year (D). */
export const firstPanelRules: PanelRules = { leastMembers: 3, leastDisciplines: 2, reviewWithinMonths: 12, evidence: 'U' }

export interface BestInterests {
  readonly state: BestInterestsState | null
  /** Who opened it, and so presents the child. */
  readonly caseworker: string | null
  readonly assessedBy: string | null
  readonly triggers: readonly BidTrigger[]
  readonly panel: readonly PanelMember[]
  readonly option: string | null
  readonly reviewOn: string | null
}
export interface BestInterestsKnown {
  readonly isTrained: boolean
  readonly triggers: readonly BidTrigger[]
  readonly panelFault: 'few-members' | 'one-discipline' | 'undertaking-missing' | 'caseworker-votes' | 'member-twice' | null
  readonly areVotersOfPanel: boolean
  /** Whoever presents or assessed the child says neither what the panel decided nor that none is needed. */
  readonly isByAnother: boolean
  readonly areChildViewsHeard: boolean
  readonly isReviewInTime: boolean
  readonly isReviewDue: boolean
}
type G = Guard<BestInterestsKnown>
const trained: G = { code: 'case-worker-not-trained', holds: (known) => known.isTrained }
const free: G = {
  code: 'determination-is-mandatory',
  holds: (known) => known.triggers.length === 0,
  explain: (known) => ({ because: known.triggers }),
}
const panel: G = {
  code: 'panel-not-complete',
  holds: (known) => known.panelFault === null,
  explain: (known) => ({ because: known.panelFault }),
}
const second: G = { code: 'no-determination-by-another-person', holds: (known) => known.isByAnother }
const another: G = { code: 'panel-recorded-by-another-person', holds: (known) => known.isByAnother }
const voters: G = { code: 'panel-did-not-decide', holds: (known) => known.areVotersOfPanel }
const heard: G = { code: 'child-not-heard', holds: (known) => known.areChildViewsHeard }
const inTime: G = { code: 'review-too-late', holds: (known) => known.isReviewInTime }
const due: G = { code: 'review-not-due', holds: (known) => known.isReviewDue }

export const bestInterestsMachine: Machine<BestInterestsState, BestInterestsCommand['step'], BestInterestsKnown> = {
  ...{ name: 'best-interests', evidence: 'V', source: 'UNHCR 2008/2021 for triggers and urgency; the table is ours (D)' },
  states: BestInterestsState.options,
  names: [
    ...(['open', 'complete-assessment', 'need-no-determination', 'need-determination', 'schedule-panel', 'decide'] as const),
    ...(['implement', 'fall-due', 'begin-review'] as const),
  ],
  steps: [
    { step: 'open', from: [null], to: 'bia-due' },
    { step: 'complete-assessment', from: ['bia-due'], to: 'bia-done', guards: [trained] },
    { step: 'need-no-determination', from: ['bia-done'], to: 'no-bid', guards: [free, second] },
    { step: 'need-determination', from: ['bia-done'], to: 'bid-due' },
    { step: 'schedule-panel', from: ['bid-due'], to: 'bid-panel-scheduled', guards: [panel] },
    { step: 'decide', from: ['bid-panel-scheduled'], to: 'bid-decided', guards: [another, voters, heard] },
    { step: 'implement', from: ['bid-decided'], to: 'implemented', guards: [inTime] },
    { step: 'fall-due', from: ['implemented'], to: 'review-due', guards: [due] },
    // Ours: the review is an assessment again; and what changed for a child without a determination is one too.
    { step: 'begin-review', from: ['review-due', 'no-bid'], to: 'bia-due' },
  ],
}

interface PanelAsked {
  readonly presenters: readonly (string | null)[]
  /** Accounts that are open and signed the undertaking of this year. */
  readonly bound: readonly string[]
  readonly rules?: PanelRules
}
export function panelFault(
  members: readonly PanelMember[],
  { presenters, bound, rules = firstPanelRules }: PanelAsked,
): BestInterestsKnown['panelFault'] {
  const voting = members.filter((one) => one.isVoting)
  if (new Set(members.map((one) => one.account)).size < members.length) return 'member-twice'
  if (voting.some((one) => presenters.includes(one.account))) return 'caseworker-votes'
  if (members.some((one) => !one.isUndertakingSigned || !bound.includes(one.account))) return 'undertaking-missing'
  if (voting.length < rules.leastMembers) return 'few-members'
  return new Set(voting.map((one) => one.discipline)).size < rules.leastDisciplines ? 'one-discipline' : null
}

export interface BestInterestsContext {
  readonly by: AccountId
  readonly at: string
  readonly today: string
  readonly isTrained: boolean
  /** Of those whom the step calls onto a panel: open accounts that signed the undertaking of this year. */
  readonly bound: readonly string[]
  readonly panel?: PanelRules
}
function knownOf(
  state: BestInterests,
  command: BestInterestsCommand,
  { by, isTrained, today, bound, panel: rules = firstPanelRules }: BestInterestsContext,
): BestInterestsKnown {
  const presenters = [state.caseworker, state.assessedBy]
  const entitled = state.panel.filter((one) => one.isVoting)
  const votes = command.step === 'decide' ? new Set(command.voters) : new Set<AccountId>()
  return {
    isTrained,
    triggers: state.triggers,
    panelFault: command.step === 'schedule-panel' ? panelFault(command.members, { presenters, bound, rules }) : null,
    areVotersOfPanel: votes.size >= rules.leastMembers && [...votes].every((one) => entitled.some((member) => member.account === one)),
    isByAnother: state.caseworker !== null && !presenters.includes(by),
    areChildViewsHeard: command.step === 'decide' && command.areChildViewsHeard,
    isReviewInTime:
      command.step === 'implement' && command.reviewOn > command.on && command.reviewOn <= addMonths(command.on, rules.reviewWithinMonths),
    isReviewDue: state.reviewOn !== null && state.reviewOn <= today,
  }
}
function decide(
  state: BestInterests,
  command: BestInterestsCommand,
  context: BestInterestsContext,
): Outcome<readonly BestInterestsEvent[]> {
  const { by, at } = context
  const moved = take(
    bestInterestsMachine,
    { at: state.state, before: null },
    { step: command.step, known: knownOf(state, command, context) },
  )
  if (!moved.ok) return moved
  // Who presents the child is who says so, never somebody whom they name.
  const said = command.step === 'open' ? { ...command, caseworker: by } : command
  return accepted([{ kind: 'best-interests.moved.v1', payload: { ...said, to: moved.value, by, at } }])
}
function evolve(state: BestInterests, { payload }: BestInterestsEvent): BestInterests {
  const next = { ...state, state: payload.to }
  switch (payload.step) {
    case 'open':
      return { ...next, caseworker: payload.caseworker }
    case 'complete-assessment':
      return { ...next, triggers: payload.triggers, assessedBy: payload.by, option: null }
    case 'schedule-panel':
      return { ...next, panel: payload.members }
    case 'decide':
      return { ...next, option: payload.option }
    case 'implement':
      return { ...next, reviewOn: payload.reviewOn }
    default:
      return next
  }
}
/** The procedure has an answer that stands: nothing called for a panel, or the panel decided. */
export const isFound = ({ state }: Pick<BestInterests, 'state'>): boolean =>
  state === 'no-bid' || state === 'bid-decided' || state === 'implemented'
function saysOfReturn({ state, option }: BestInterests): 'for' | 'against' | 'neither' {
  if (state === 'no-bid') return 'for'
  return option !== null && isBidOption(option) ? bidOptions[option] : 'against'
}
/** A child may travel when every procedure has its answer, none of them is against it and one is for it: an older answer never stands beside a newer question. */
export const allowsReturn = (all: readonly BestInterests[]): boolean =>
  all.every((one) => isFound(one) && saysOfReturn(one) !== 'against') && all.some((one) => saysOfReturn(one) === 'for')
export const bestInterestsDecider: Decider<BestInterests, BestInterestsCommand, BestInterestsEvent, BestInterestsContext> = {
  ...{
    initial: { state: null, caseworker: null, assessedBy: null, triggers: [], panel: [], option: null, reviewOn: null },
    decide,
    evolve,
  },
}
