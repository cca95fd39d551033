/*
Decisions about the basket fund of a committee: what came in gets a receipt number, what goes out names a project and is never more than there is in that currency.
Two currencies are two purses. What was mistyped is reversed with why: the line and its reversal both stand, and no sum counts it.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, instant, orNull, record, text } from '../../../kernel/schema.ts'
import { OrganisationId } from '../../people/contract.ts'
import * as words from '../contract-fund.ts'
import { refusedWords } from './said.ts'

const by = { at: instant() }
export const FundReceived = record({ ...words.Contribute.shape, receipt: text(40), ...by })
export const FundProjectStarted = record({ id: words.FundProjectId, ...words.StartFundProject.shape, ...by })
export const FundProjectMoved = record({
  project: words.FundProjectId,
  status: words.FundProjectState,
  tender: words.TenderState,
  reason: orNull(text(400)),
  on: calendarDate(),
  ...by,
})
export const FundSpent = record({
  project: words.FundProjectId,
  amount: words.Amount,
  currency: words.Currency,
  what: text(200),
  payee: orNull(OrganisationId),
  receipt: text(40),
  on: calendarDate(),
  ...by,
})
export const FundReversed = record({ receipt: text(40), reason: text(400), on: calendarDate(), ...by })
export const fundKinds = {
  'committee-fund.received.v1': FundReceived,
  'committee-fund.project-started.v1': FundProjectStarted,
  'committee-fund.project-moved.v1': FundProjectMoved,
  'committee-fund.spent.v1': FundSpent,
  'committee-fund.reversed.v1': FundReversed,
} as const
type Kinds = typeof fundKinds
export type FundEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export type FundCommand =
  | ({ readonly type: 'contribute' } & Infer<typeof words.Contribute>)
  | ({ readonly type: 'start'; readonly id: words.FundProjectId } & Infer<typeof words.StartFundProject>)
  | ({ readonly type: 'move' } & Infer<typeof words.MoveFundProject>)
  | ({ readonly type: 'spend' } & Infer<typeof words.SpendFund>)
  | ({ readonly type: 'reverse' } & Infer<typeof words.ReverseReceipt>)
export interface FundContext {
  readonly now: string
  readonly today: string
  /** Of the committee; `null`: there is none. */
  readonly code: string | null
  /** Bodies and territory named exist. */
  readonly known: boolean
}
interface Project {
  readonly started: Infer<typeof FundProjectStarted>
  readonly status: Infer<typeof words.FundProjectState>
  readonly tender: Infer<typeof words.TenderState>
}
export interface Fund {
  readonly received: readonly Infer<typeof FundReceived>[]
  readonly spent: readonly Infer<typeof FundSpent>[]
  readonly projects: readonly Project[]
  readonly reversed: readonly Infer<typeof FundReversed>[]
}
type Decided = Outcome<readonly FundEvent[]>

const OVER: readonly string[] = ['finished', 'stopped']
export interface Purse {
  readonly currency: string
  readonly received: number
  readonly spent: number
  readonly balance: number
}
/** One purse for each currency, in the order of their names; without what was reversed. It may be below nothing: what never came in was spent (D). */
export function pursesOf({ reversed, ...all }: Pick<Fund, 'received' | 'spent' | 'reversed'>): readonly Purse[] {
  const counts = ({ receipt }: { readonly receipt: string }): boolean => !reversed.some((one) => one.receipt === receipt)
  const [received, spent] = [all.received.filter(counts), all.spent.filter(counts)]
  const currencies = [...new Set([...received, ...spent].map((one) => one.currency))].toSorted()
  const sum = (rows: readonly { readonly currency: string; readonly amount: number }[], currency: string): number =>
    rows.filter((one) => one.currency === currency).reduce((total, one) => total + one.amount, 0)
  return currencies.map((currency) => {
    const [into, out] = [sum(received, currency), sum(spent, currency)]
    return { currency, received: into, spent: out, balance: into - out }
  })
}
const receiptOf = (code: string, letter: 'R' | 'S', before: number): string => `${code}-${letter}${String(before + 1).padStart(4, '0')}`

function decide(state: Fund, command: FundCommand, { now: at, today, code, known }: FundContext): Decided {
  if (code === null) return refused('unknown-committee')
  if (!known) return refused('unknown-fund-link')
  switch (command.type) {
    case 'contribute': {
      const { type: _contribute, ...given } = command
      if (given.on > today) return refused('committee-day-in-the-future')
      const stop = given.basis.is === 'other' ? refusedWords(given.basis.words) : null
      if (stop) return stop
      return accepted([
        { kind: 'committee-fund.received.v1', payload: { ...given, receipt: receiptOf(code, 'R', state.received.length), at } },
      ])
    }
    case 'start': {
      const { type: _start, ...started } = command
      const stop = refusedWords(started.title)
      if (stop) return stop
      return accepted([{ kind: 'committee-fund.project-started.v1', payload: { ...started, at } }])
    }
    case 'move': {
      const { project, status, tender, reason } = command
      const found = state.projects.find((one) => one.started.id === project)
      if (found === undefined) return refused('unknown-fund-project')
      if (found.status === status && found.tender === tender) return refused('fund-project-the-same')
      if ((status === 'stopped' || OVER.includes(found.status)) && reason === undefined) return refused('fund-project-needs-reason')
      const stop = refusedWords(reason)
      if (stop) return stop
      const payload = { project, status, tender, reason: reason ?? null, on: today, at }
      return accepted([{ kind: 'committee-fund.project-moved.v1', payload }])
    }
    case 'spend':
      return spend(state, command, { at, today, code })
    case 'reverse':
      return reverse(state, command, { at, today })
  }
}
function spend(
  state: Fund,
  { project, amount, currency, what, payee, on }: Extract<FundCommand, { type: 'spend' }>,
  { at, today, code }: { readonly at: string; readonly today: string; readonly code: string },
): Decided {
  const found = state.projects.find((one) => one.started.id === project)
  if (found === undefined) return refused('unknown-fund-project')
  if (found.status === 'proposed' || OVER.includes(found.status)) return refused('fund-project-not-running')
  if (on > today) return refused('committee-day-in-the-future')
  const balance = pursesOf(state).find((one) => one.currency === currency)?.balance ?? 0
  if (amount > balance) return refused('fund-too-small', { balance: balance / 100, currency })
  const stop = refusedWords(what)
  if (stop) return stop
  const payload = { project, amount, currency, what, payee: payee ?? null, receipt: receiptOf(code, 'S', state.spent.length), on, at }
  return accepted([{ kind: 'committee-fund.spent.v1', payload }])
}
function reverse(
  { received, spent, reversed }: Fund,
  { receipt, reason }: Extract<FundCommand, { type: 'reverse' }>,
  { at, today }: { readonly at: string; readonly today: string },
): Decided {
  if (![...received, ...spent].some((one) => one.receipt === receipt)) return refused('unknown-receipt')
  if (reversed.some((one) => one.receipt === receipt)) return refused('receipt-reversed-already')
  const stop = refusedWords(reason)
  return stop ?? accepted([{ kind: 'committee-fund.reversed.v1', payload: { receipt, reason, on: today, at } }])
}
function evolve(state: Fund, event: FundEvent): Fund {
  switch (event.kind) {
    case 'committee-fund.received.v1':
      return { ...state, received: [...state.received, event.payload] }
    case 'committee-fund.project-started.v1':
      return { ...state, projects: [...state.projects, { started: event.payload, status: 'proposed', tender: 'none' }] }
    case 'committee-fund.project-moved.v1': {
      const { project, status, tender } = event.payload
      return { ...state, projects: state.projects.map((one) => (one.started.id === project ? { ...one, status, tender } : one)) }
    }
    case 'committee-fund.spent.v1':
      return { ...state, spent: [...state.spent, event.payload] }
    case 'committee-fund.reversed.v1':
      return { ...state, reversed: [...state.reversed, event.payload] }
  }
}
export const fundDecider: Decider<Fund, FundCommand, FundEvent, FundContext> = {
  initial: { received: [], spent: [], projects: [], reversed: [] },
  decide,
  evolve,
}
