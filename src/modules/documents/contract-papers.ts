/*
Papers along the chain (slips, authorisations, notes, certificates, minutes): types as data, and a paper with its number, validity, signatories by
function and body, links to what it is about, and its scan. A signatory is never a person's name. Here stand the words that others may use and the door.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  decimal,
  eitherOf,
  exactly,
  grams,
  id,
  instant,
  keyed,
  listOf,
  maybe,
  numberInUrl,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  yesOrNo,
} from '../../kernel/schema.ts'
import { LotId } from '../custody/contract.ts'
import { OrganisationId } from '../people/contract.ts'
import { SiteId } from '../sites/contract.ts'
import { DocumentRef } from './contract.ts'

export const PaperId = id('paper')
export type PaperId = Id<'paper'>
export const MissionOfPaper = id('mission')

export const PaperState = oneOf('draft', 'issued', 'used', 'expired', 'cancelled')
export type PaperState = Infer<typeof PaperState>

const PaperCode = text(40).regex(/^[a-z][a-z0-9-]*$/, 'not-a-code')
const bilingual = (most: number) => record({ fr: text(most), en: text(most) })
export const PaperField = record({
  key: PaperCode,
  label: bilingual(80),
  kind: oneOf('text', 'number', 'kilograms', 'day', 'long-text'),
  required: yesOrNo(),
})
export type PaperField = Infer<typeof PaperField>
/** A type as data; a programme may change it, and what it changed carries the mark D. */
export const PaperType = record({
  code: PaperCode,
  /** Place in the chain, 1 to 15; types of a programme's own come after. */
  step: count(),
  name: bilingual(120),
  /** Who issues or signs it, in words. */
  issuers: bilingual(200),
  /** Functions that a new paper of this type proposes as signatories. */
  signatories: listOf(text(80), 10),
  fields: listOf(PaperField, 40),
  evidence: oneOf('V', 'S', 'U', 'D'),
  source: text(200),
  /** Usual validity in days; `null`: none known. */
  validDays: orNull(count()),
  /** How often it may be used; `null`: it is not used up. */
  mostUses: orNull(count()),
})
export type PaperType = Infer<typeof PaperType>
export const ListedPaperType = record({ type: PaperType, changed: yesOrNo() })
export type ListedPaperType = Infer<typeof ListedPaperType>

export const PaperLink = taggedBy('kind', [
  record({ kind: exactly('lot'), lot: LotId }),
  /** A leg of the way: a lot from hand to hand. */
  record({ kind: exactly('leg'), lot: LotId, from: OrganisationId, to: OrganisationId }),
  record({ kind: exactly('site'), site: SiteId }),
  record({ kind: exactly('operator'), organisation: OrganisationId }),
  record({ kind: exactly('mission'), mission: MissionOfPaper }),
])
export type PaperLink = Infer<typeof PaperLink>
export const Signatory = record({ function: text(80), body: text(120) })

const Values = keyed(eitherOf(text(1000), decimal()))
const Content = {
  number: text(60),
  validFrom: maybe(calendarDate()),
  validUntil: maybe(calendarDate()),
  values: Values,
  signatories: listOf(Signatory, 10),
  links: listOf(PaperLink, 200),
  scan: maybe(DocumentRef),
}
/** The issuer is the organisation whose paper it is. */
export const DraftPaper = record({ type: PaperCode, issuer: OrganisationId, ...Content })
export const RevisePaper = record(Content)
export const IssuePaper = record({ issuedOn: maybe(calendarDate()) })
/** An observation: always kept, with what does not fit. */
export const UsePaper = record({
  on: maybe(calendarDate()),
  lot: maybe(LotId),
  from: maybe(OrganisationId),
  to: maybe(OrganisationId),
  /** What was carried under it, by the scale. */
  massGrams: maybe(grams()),
})
export type UsePaper = Infer<typeof UsePaper>
export const CancelPaper = record({ reason: text(400) })
export const AttachScan = record({ scan: DocumentRef })
export const ChangePaperType = record({ type: PaperType })

/** What the figures of a use say (rule F31). */
export const PaperDoubt = record({
  code: oneOf('used-again', 'used-after-end', 'used-before-start', 'more-than-stated', 'not-issued', 'cancelled'),
  facts: keyed(eitherOf(text(60), decimal())),
})
export type PaperDoubt = Infer<typeof PaperDoubt>
export const PaperUse = record({ ...UsePaper.shape, on: calendarDate(), doubts: listOf(PaperDoubt, 10) })
export type PaperUse = Infer<typeof PaperUse>

export const PaperSummary = record({
  id: PaperId,
  type: PaperCode,
  typeName: bilingual(120),
  number: text(),
  issuer: OrganisationId,
  issuerName: orNull(text()),
  state: PaperState,
  validFrom: orNull(calendarDate()),
  validUntil: orNull(calendarDate()),
  /** Negative once past. */
  daysLeft: orNull(decimal()),
  issuedOn: orNull(calendarDate()),
  uses: count(),
  mostUses: orNull(count()),
  doubts: count(),
})
export type PaperSummary = Infer<typeof PaperSummary>
export const LabelledLink = record({ link: PaperLink, label: orNull(text(400)) })
export type LabelledLink = Infer<typeof LabelledLink>
export const PaperDetail = record({
  paper: PaperSummary,
  type: PaperType,
  values: Values,
  signatories: listOf(Signatory, 10),
  links: listOf(LabelledLink, 200),
  scan: orNull(DocumentRef),
  used: listOf(PaperUse, 500),
  cancelled: orNull(record({ on: calendarDate(), reason: text() })),
  learnedAt: instant(),
  /** Whether who asks may issue, revise and cancel it. */
  mine: yesOrNo(),
})
export type PaperDetail = Infer<typeof PaperDetail>

/** Asked before goods leave under a number; the mass in grams as an address carries it. */
export const CheckPaper = record({ number: text(60), on: calendarDate(), massGrams: maybe(numberInUrl()) })
export type CheckPaper = Infer<typeof CheckPaper>
export const PaperCheck = record({
  state: PaperState,
  validUntil: orNull(calendarDate()),
  uses: count(),
  mostUses: orNull(count()),
  statedGrams: orNull(grams()),
  doubts: listOf(PaperDoubt, 10),
})
export type PaperCheck = Infer<typeof PaperCheck>

/** A paper as other modules see it: input of rule F31 and of the certificate's checks 9 and 12. */
export interface PaperBrief {
  readonly id: PaperId
  readonly type: string
  readonly number: string
  readonly issuer: OrganisationId
  readonly state: PaperState
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly statedGrams: number | null
  readonly uses: readonly PaperUse[]
}
export interface PapersDoor<Tx> {
  /** Papers that are linked to a thing, as they stood on a day. */
  readonly papersOf: (tx: Tx, tenant: string, asked: { readonly link: PaperLink; readonly on: string }) => Promise<readonly PaperBrief[]>
  /** Papers that are linked to any of these lots (as lot or as leg) or sites, or that bear one of these numbers, in one question. */
  readonly papersAbout: (
    tx: Tx,
    tenant: string,
    asked: {
      readonly lots: readonly LotId[]
      readonly sites: readonly SiteId[]
      readonly numbers: readonly string[]
      readonly on: string
    },
  ) => Promise<readonly (PaperBrief & { readonly links: readonly PaperLink[] })[]>
  /** Papers with this number, of one type where it is said: the number on a slip to its uses. */
  readonly paperUse: (
    tx: Tx,
    tenant: string,
    asked: { readonly number: string; readonly type?: string; readonly on: string },
  ) => Promise<readonly PaperBrief[]>
}
