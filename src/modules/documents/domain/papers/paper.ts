/*
A paper as decisions: drafted, revised, issued, cancelled. Its use on the way is an observation and always kept, with what its figures say when they do not fit
(rule F31: on a second trip, out of its time, more than stated). A number is unique for its issuer and type.
*/
import { addDays, daysBetween } from '../../../../kernel/calendar.ts'
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, count, maybe, orNull, record, text } from '../../../../kernel/schema.ts'
import {
  type CancelPaper,
  DraftPaper,
  type IssuePaper,
  type PaperDoubt,
  type PaperState,
  type PaperType,
  PaperUse,
  RevisePaper,
  type UsePaper,
} from '../../contract-papers.ts'
import { DocumentRef } from '../../contract.ts'
import { OrganisationId, type OrganisationKind } from '../../../people/contract.ts'
import { mayIssue, statedGrams } from './paper-types.ts'

export const PaperDrafted = record({ ...DraftPaper.shape, mostUses: orNull(count()), draftedBy: orNull(OrganisationId) })
export const PaperRevised = RevisePaper
export const PaperIssued = record({ issuedOn: calendarDate(), validFrom: calendarDate(), validUntil: orNull(calendarDate()) })
export const PaperUsed = PaperUse
export const PaperCancelled = record({ on: calendarDate(), reason: text(400) })
export const PaperScanned = record({ scan: DocumentRef, remark: maybe(text(200)) })
export const paperKinds = {
  'paper.drafted.v1': PaperDrafted,
  'paper.revised.v1': PaperRevised,
  'paper.issued.v1': PaperIssued,
  'paper.used.v1': PaperUsed,
  'paper.cancelled.v1': PaperCancelled,
  'paper.scan-attached.v1': PaperScanned,
} as const
type Kinds = typeof paperKinds
export type PaperEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export type PaperCommand =
  | { readonly type: 'draft'; readonly draft: Infer<typeof DraftPaper> }
  | { readonly type: 'revise'; readonly revision: Infer<typeof RevisePaper> }
  | ({ readonly type: 'issue' } & Infer<typeof IssuePaper>)
  | { readonly type: 'use'; readonly use: UsePaper }
  | ({ readonly type: 'cancel' } & Infer<typeof CancelPaper>)
  | { readonly type: 'attach-scan'; readonly scan: Infer<typeof DocumentRef> }
/** What the clock and the doubts need of a paper; the row carries the same. */
export interface PaperClock {
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly issuedOn: string | null
  readonly cancelledOn: string | null
  readonly mostUses: number | null
  readonly statedGrams: number | null
  readonly uses: readonly { readonly on: string; readonly massGrams?: number | undefined }[]
}
export type PaperStanding = (PaperClock & { readonly content: Infer<typeof PaperDrafted> }) | null
export interface PaperContext {
  readonly today: string
  readonly happenedOn: string
  readonly organisation: OrganisationId | null
  /** The issuer is the asker's own organisation, or the asker watches over the trade and may draw papers for it. */
  readonly mayDraw: boolean
  readonly issuerKnown: boolean
  /** What kind of body the issuer is; absent where nobody asked. */
  readonly issuerKind?: OrganisationKind | undefined
  readonly type: PaperType | null
  readonly numberTaken: boolean
  readonly scanKept: boolean
}
type Decided = Outcome<readonly PaperEvent[]>

/** Pure: draft → issued → used | expired, or cancelled, on any day. A paper whose uses are used up is `used`, also after its end. */
export function paperStateOn(paper: PaperClock, day: string): PaperState {
  if (paper.cancelledOn !== null && paper.cancelledOn <= day) return 'cancelled'
  if (paper.issuedOn === null || paper.issuedOn > day) return 'draft'
  const uses = paper.uses.filter((use) => use.on <= day).length
  if (paper.mostUses !== null && uses >= paper.mostUses) return 'used'
  return paper.validUntil !== null && paper.validUntil < day ? 'expired' : 'issued'
}
export const daysLeftOn = (paper: Pick<PaperClock, 'validUntil'>, day: string): number | null =>
  paper.validUntil === null ? null : daysBetween(day, paper.validUntil)

const doubt = (code: PaperDoubt['code'], facts: PaperDoubt['facts']): PaperDoubt => ({ code, facts })
/** Rule F31 for one use more. What a paper does not state raises no doubt. */
export function doubtsOf(paper: PaperClock, use: { readonly on: string; readonly massGrams?: number | undefined }): readonly PaperDoubt[] {
  const doubts: PaperDoubt[] = []
  const { issuedOn, cancelledOn, validFrom, validUntil, mostUses, uses } = paper
  if (cancelledOn !== null && cancelledOn <= use.on) doubts.push(doubt('cancelled', { on: cancelledOn }))
  else if (issuedOn === null || issuedOn > use.on) doubts.push(doubt('not-issued', { on: use.on }))
  if (mostUses !== null && uses.length >= mostUses) doubts.push(doubt('used-again', { uses: uses.length + 1, most: mostUses }))
  if (validUntil !== null && use.on > validUntil) doubts.push(doubt('used-after-end', { on: use.on, until: validUntil }))
  if (validFrom !== null && use.on < validFrom) doubts.push(doubt('used-before-start', { on: use.on, from: validFrom }))
  if (paper.statedGrams !== null && use.massGrams !== undefined && use.massGrams > paper.statedGrams)
    doubts.push(doubt('more-than-stated', { grams: use.massGrams, stated: paper.statedGrams }))
  return doubts
}

/** Refusals: `paper-type-unknown`, `paper-fields-missing`, `paper-dates-not-valid`, `paper-scan-not-sent`. */
function contentFits(content: Infer<typeof RevisePaper>, { type, scanKept }: PaperContext): ReturnType<typeof refused> | null {
  if (!type) return refused('paper-type-unknown')
  const { values, validFrom, validUntil, scan } = content
  const wrong = type.fields.filter((field) => {
    const value = values[field.key]
    if (value === undefined) return field.required
    return field.kind === 'number' || field.kind === 'kilograms' ? typeof value !== 'number' || value < 0 : typeof value !== 'string'
  })
  const strange = Object.keys(values).filter((key) => !type.fields.some((field) => field.key === key))
  if (wrong.length + strange.length > 0) return refused('paper-fields-missing', { fields: [...wrong.map((one) => one.key), ...strange] })
  if (validFrom !== undefined && validUntil !== undefined && validUntil < validFrom)
    return refused('paper-dates-not-valid', { from: validFrom, until: validUntil })
  return scan !== undefined && !scanKept ? refused('paper-scan-not-sent') : null
}

/** Refusals: `paper-exists`, `unknown-paper-issuer`, `paper-not-yours`, `paper-of-an-authority`, those of the content, `paper-number-taken`. */
function draft(state: PaperStanding, content: Infer<typeof DraftPaper>, context: PaperContext): Decided {
  if (state) return refused('paper-exists')
  if (!context.issuerKnown) return refused('unknown-paper-issuer')
  if (!context.mayDraw) return refused('paper-not-yours')
  if (!mayIssue(content.type, context.issuerKind)) return refused('paper-of-an-authority')
  const wrong = contentFits(content, context)
  if (wrong) return wrong
  if (context.numberTaken) return refused('paper-number-taken', { number: content.number })
  const payload = { ...content, number: content.number.trim(), mostUses: context.type?.mostUses ?? null, draftedBy: context.organisation }
  return accepted([{ kind: 'paper.drafted.v1', payload }])
}

/** Refusals: `paper-not-yours`, `paper-of-an-authority`, `paper-is-cancelled`, `paper-is-issued`, `paper-day-in-the-future`, `paper-dates-not-valid`. */
function issue(state: NonNullable<PaperStanding>, { issuedOn: given }: Infer<typeof IssuePaper>, context: PaperContext): Decided {
  if (state.issuedOn !== null) return refused('paper-is-issued')
  if (!mayIssue(state.content.type, context.issuerKind)) return refused('paper-of-an-authority')
  const issuedOn = given ?? context.happenedOn
  if (issuedOn > context.today) return refused('paper-day-in-the-future', { on: issuedOn })
  const validFrom = state.validFrom ?? issuedOn
  const days = context.type?.validDays ?? null
  const validUntil = state.validUntil ?? (days === null ? null : addDays(validFrom, days))
  if (validUntil !== null && validUntil < validFrom) return refused('paper-dates-not-valid', { from: validFrom, until: validUntil })
  return accepted([{ kind: 'paper.issued.v1', payload: { issuedOn, validFrom, validUntil } }])
}

function decide(state: PaperStanding, command: PaperCommand, context: PaperContext): Decided {
  if (command.type === 'draft') return draft(state, command.draft, context)
  if (!state) return refused('unknown-paper')
  if (command.type === 'use') {
    const on = command.use.on ?? context.happenedOn
    if (on > context.today) return refused('paper-day-in-the-future', { on })
    const use = { ...command.use, on }
    return accepted([{ kind: 'paper.used.v1', payload: { ...use, doubts: [...doubtsOf(state, use)] } }])
  }
  if (!context.mayDraw) return refused('paper-not-yours')
  if (command.type === 'attach-scan') {
    if (!context.scanKept) return refused('paper-scan-not-sent')
    return accepted([{ kind: 'paper.scan-attached.v1', payload: { scan: command.scan } }])
  }
  if (state.cancelledOn !== null) return refused('paper-is-cancelled')
  if (command.type === 'cancel')
    return accepted([{ kind: 'paper.cancelled.v1', payload: { on: context.happenedOn, reason: command.reason } }])
  if (command.type === 'issue') return issue(state, command, context)
  if (state.issuedOn !== null) return refused('paper-is-issued')
  const wrong = contentFits(command.revision, context)
  if (wrong) return wrong
  if (context.numberTaken) return refused('paper-number-taken', { number: command.revision.number })
  return accepted([{ kind: 'paper.revised.v1', payload: command.revision }])
}

function evolve(state: PaperStanding, event: PaperEvent): PaperStanding {
  if (event.kind === 'paper.drafted.v1') {
    const { validFrom = null, validUntil = null, mostUses, values } = event.payload
    const unused = { issuedOn: null, cancelledOn: null, uses: [] }
    return { ...unused, content: event.payload, validFrom, validUntil, mostUses, statedGrams: statedGrams(values) }
  }
  if (!state) throw new Error(`${event.kind} of a paper that does not exist`)
  switch (event.kind) {
    case 'paper.revised.v1': {
      const { validFrom = null, validUntil = null, values } = event.payload
      return { ...state, content: { ...state.content, ...event.payload }, validFrom, validUntil, statedGrams: statedGrams(values) }
    }
    case 'paper.issued.v1':
      return { ...state, ...event.payload }
    case 'paper.used.v1':
      return { ...state, uses: [...state.uses, event.payload] }
    case 'paper.cancelled.v1':
      return { ...state, cancelledOn: event.payload.on }
    case 'paper.scan-attached.v1':
      return { ...state, content: { ...state.content, scan: event.payload.scan } }
  }
}
export const paperDecider: Decider<PaperStanding, PaperCommand, PaperEvent, PaperContext> = { initial: null, decide, evolve }
