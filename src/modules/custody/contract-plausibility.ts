/*
Numbers that cannot be true: what a sender may say about hits, thresholds and the ledger, and what a reader gets back. A hit speaks of
figures; parties are organisations, never persons. Money and names of diggers do not occur here.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  decimal,
  eitherOf,
  grams,
  id,
  instant,
  keyed,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { OrganisationId } from '../people/contract.ts'
import { SiteId } from '../sites/contract.ts'
import { LotId, Severity } from './contract.ts'

export const HitId = id('hit')
export type HitId = Id<'hit'>
export const HitState = oneOf('open', 'reply-requested', 'replied', 'explained', 'confirmed', 'corrected', 'dismissed')
export type HitState = Infer<typeof HitState>
/** How a review ends; every end but `confirmed` releases what the hit held. */
export const HitEnd = oneOf('explained', 'confirmed', 'corrected', 'dismissed')
export type HitEnd = Infer<typeof HitEnd>

const reason = text(1_000)
export const RequestReply = record({ until: maybe(calendarDate()), question: maybe(reason) })
export const ReplyToHit = record({ text: text(4_000) })
export const CloseHit = record({ as: HitEnd, reason })

export const Evidence = oneOf('V', 'S', 'U', 'D')
export const GroupKind = oneOf('tenant', 'province', 'territoire', 'scheme', 'site')
export type GroupKind = Infer<typeof GroupKind>
/** `values: null` goes back to the default. The code of the country is `-`. */
export const ChangeThresholds = record({
  rule: text(8),
  group: record({ kind: GroupKind, code: text(80), sites: maybe(listOf(SiteId, 2_000)) }),
  values: orNull(keyed(count())),
  reason,
  source: text(400),
  evidence: Evidence,
})

export const PlaceKind = oneOf('site', 'territoire', 'province', 'tenant')
export type PlaceKind = Infer<typeof PlaceKind>
const month = text(7)
/** 2017-08 */
export const Month = month
export const LedgerMineral = oneOf('Sn', 'Ta', 'W', 'Au', 'other')
export const FigureKind = oneOf('capacity', 'produced', 'tagged', 'bought', 'exported', 'opening-stock')
export type FigureKind = Infer<typeof FigureKind>
export const DeclareFigure = record({
  place: record({ kind: PlaceKind, code: text(80) }),
  mineral: LedgerMineral,
  month,
  what: FigureKind,
  massGrams: grams(),
  source: text(400),
  evidence: Evidence,
})
export const AssumptionName = oneOf('low-milligrams-per-digger-day', 'high-milligrams-per-digger-day', 'working-days', 'diggers')
export type AssumptionName = Infer<typeof AssumptionName>
export const ChangeAssumption = record({
  place: record({ kind: PlaceKind, code: text(80) }),
  mineral: LedgerMineral,
  name: AssumptionName,
  value: count(),
  reason,
  source: text(400),
})

/* ---- what a reader gets back ---- */

const fact = orNull(eitherOf(text(), decimal(), yesOrNo()))
export const HitSummary = record({
  id: HitId,
  rule: text(8),
  version: count(),
  severity: Severity,
  found: oneOf('arrival', 'scan'),
  state: HitState,
  site: orNull(SiteId),
  siteName: orNull(text()),
  provinceCode: orNull(text()),
  territoireCode: orNull(text()),
  period: orNull(text()),
  mineral: orNull(text()),
  facts: keyed(fact),
  raisedAt: instant(),
  replyUntil: orNull(calendarDate()),
  closedAt: orNull(instant()),
  lots: count(),
})
export type HitSummary = Infer<typeof HitSummary>
export const HitDetail = record({
  hit: HitSummary,
  /** What the rule looked at, as the reader may see it; absent for a finding that was made when the event arrived: its facts are in it. */
  inputs: orNull(text(200_000)),
  threshold: listOf(record({ name: text(), value: count(), unit: text() })),
  thresholdGroup: text(),
  evidence: Evidence,
  source: text(),
  case: orNull(record({ name: text(), evidence: Evidence })),
  explanations: listOf(text()),
  lots: listOf(record({ id: LotId, number: text(), kind: text(), massGrams: grams(), quarantined: yesOrNo(), held: yesOrNo() })),
  parties: listOf(record({ id: OrganisationId, name: orNull(text()) })),
  steps: listOf(
    record({ step: text(), said: orNull(text()), organisation: orNull(OrganisationId), organisationName: orNull(text()), at: instant() }),
  ),
  may: record({ requestReply: yesOrNo(), reply: yesOrNo(), close: yesOrNo() }),
})
export type HitDetail = Infer<typeof HitDetail>
export const HitListQuery = record({
  rule: maybe(text(8)),
  severity: maybe(Severity),
  state: maybe(eitherOf(oneOf('running', 'closed'), HitState)),
  place: maybe(text(80)),
  site: maybe(SiteId),
  lot: maybe(LotId),
  /** Raised at least so many days ago. */
  olderThan: maybe(text(4).regex(/^\d+$/, 'not-a-number')),
  before: maybe(HitId),
})

export const RuleShown = record({
  id: text(8),
  version: count(),
  family: text(),
  severities: listOf(Severity),
  evidence: Evidence,
  source: text(),
  case: orNull(record({ name: text(), evidence: Evidence })),
  evaluated: oneOf('arrival', 'scan'),
  /** `live`: this installation has what the rule looks at; else which data it waits for. */
  data: oneOf('live', 'partly', 'none'),
  waitsFor: orNull(text()),
  thresholds: listOf(record({ name: text(), value: count(), unit: text(), least: count(), most: count(), set: orNull(count()) })),
  hits: count(),
  open: count(),
})
export type RuleShown = Infer<typeof RuleShown>
export const ThresholdChange = record({
  rule: text(8),
  groupKind: GroupKind,
  groupCode: text(),
  groupName: orNull(text()),
  values: orNull(keyed(count())),
  reason: text(),
  source: text(),
  evidence: Evidence,
  organisationName: orNull(text()),
  changedAt: instant(),
})
export type ThresholdChange = Infer<typeof ThresholdChange>
export const ScanShown = record({
  id: text(),
  startedAt: instant(),
  seenAt: instant(),
  finishedAt: orNull(instant()),
  rulesDone: count(),
  rulesTotal: count(),
  lookedAt: count(),
  raised: count(),
  held: count(),
  problem: orNull(text()),
})
export type ScanShown = Infer<typeof ScanShown>

export const LedgerMonth = record({
  month,
  declaredGrams: orNull(grams()),
  observedLowGrams: orNull(grams()),
  observedHighGrams: orNull(grams()),
  labourLowGrams: orNull(grams()),
  labourHighGrams: orNull(grams()),
  taggedGrams: orNull(grams()),
  boughtGrams: orNull(grams()),
  exportedGrams: orNull(grams()),
  /** Bought less tagged; hundredths of a percent of what was bought. */
  gapGrams: orNull(whole()),
  gapHundredthsOfPercent: orNull(whole()),
  /** Figures that somebody declared instead of those of this register: their kinds. */
  declared: listOf(text()),
  verdicts: listOf(record({ rule: text(8), severity: Severity })),
})
export type LedgerMonth = Infer<typeof LedgerMonth>
export const LedgerAssumption = record({
  name: AssumptionName,
  value: count(),
  isDefault: yesOrNo(),
  evidence: Evidence,
  source: text(),
  reason: orNull(text()),
  organisationName: orNull(text()),
  changedAt: orNull(instant()),
})
export const LedgerAnswer = record({
  place: record({ kind: PlaceKind, code: text(), name: text() }),
  mineral: LedgerMineral,
  months: listOf(LedgerMonth),
  miners: orNull(count()),
  minersFrom: orNull(text()),
  assumptions: listOf(LedgerAssumption),
  figures: listOf(
    record({
      month,
      what: FigureKind,
      massGrams: grams(),
      source: text(),
      evidence: Evidence,
      organisationName: orNull(text()),
      declaredAt: instant(),
    }),
  ),
})
export type LedgerAnswer = Infer<typeof LedgerAnswer>
export const LedgerQuery = record({ kind: PlaceKind, code: text(80), mineral: LedgerMineral, from: maybe(month), to: maybe(month) })

const verdict = record({ rule: text(8), version: count(), severity: Severity, facts: keyed(fact), threshold: keyed(count()) })
export const ExampleAnswer = record({
  kalimbi: listOf(record({ month, boughtGrams: grams(), producedGrams: grams(), verdict: orNull(verdict) })),
  coltan: listOf(record({ period: text(), exportedGrams: orNull(grams()), producedGrams: orNull(grams()), verdict: orNull(verdict) })),
  explanations: keyed(listOf(text())),
})
export type ExampleAnswer = Infer<typeof ExampleAnswer>
