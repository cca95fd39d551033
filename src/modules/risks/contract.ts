/*
Risks: red flags and the risks of Annex II by supplier, site, route and exporter, with the grade of their evidence; what stops at once and
what is mitigated under a plan with a clock of six months. Here stand the words that others may use and the door.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  decimal,
  eitherOf,
  exactly,
  id,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { DocumentRef } from '../documents/contract.ts'
import { AnnexRisk, IncidentId } from '../incidents/contract.ts'
import { OrganisationId } from '../people/contract.ts'
import { SiteId } from '../sites/contract.ts'

export { AnnexRisk }
export const RiskId = id('risk')
export type RiskId = Id<'risk'>
export const PlanId = id('plan')
export type PlanId = Id<'plan'>

/** What a risk is about. A route by its name, as transports write it. */
export const RiskSubject = taggedBy('kind', [
  record({ kind: exactly('organisation'), organisation: OrganisationId }),
  record({ kind: exactly('site'), site: SiteId }),
  record({ kind: exactly('route'), route: text(120) }),
])
export type RiskSubject = Infer<typeof RiskSubject>

/** Of Annex II those that suspend at once. */
export const stoppingRisks: readonly AnnexRisk[] = ['A1a', 'A1b', 'A1c', 'A1d', 'A1e', 'A2']
export const RedFlag = oneOf('L1', 'L2', 'L3', 'L4', 'S1', 'S2', 'C1')
export type RedFlag = Infer<typeof RedFlag>
/** How well it is known. `reasonable`: enough for "reasonable risk" of the guidance, which stops. */
export const EvidenceGrade = oneOf('alleged', 'reasonable', 'established')
export type EvidenceGrade = Infer<typeof EvidenceGrade>
export const RiskCode = eitherOf(AnnexRisk, RedFlag)
export type RiskCode = AnnexRisk | RedFlag

/** Why trade with a subject stands still. */
export interface Suspension {
  readonly subject: RiskSubject
  /** `null`: by an incident of which nobody recorded a risk. */
  readonly risk: RiskId | null
  readonly code: RiskCode
  /** `stop-risk`: at once, by a risk that stops; `plan-failed`: no result within the clock of its plan; `decided`: by a person. */
  readonly because: 'stop-risk' | 'plan-failed' | 'decided'
  readonly since: string
  readonly plan: PlanId | null
  readonly incident: IncidentId | null
  /** By an incident that is not public: whoever may be named in it is told that trade stands still, and neither by which risk nor with whom. */
  readonly kept?: true
}

export interface RisksDoor<Tx> {
  /** What is suspended on the day, of these subjects. */
  readonly suspensions: (
    tx: Tx,
    tenant: string,
    asked: { readonly subjects: readonly RiskSubject[] | 'everything'; readonly on: string },
  ) => Promise<readonly Suspension[]>
  /** Every risk and flag of these subjects as it stands on the day, for a report: nothing of who handles it. */
  readonly table: (
    tx: Tx,
    tenant: string,
    asked: { readonly subjects: readonly RiskSubject[] | 'everything'; readonly on: string },
  ) => Promise<readonly RiskLine[]>
  /** What a body's chain consists of on the day: suppliers, sites, roads. */
  readonly chainOf: (tx: Tx, tenant: string, asked: { readonly organisation: OrganisationId; readonly on: string }) => Promise<SupplyChain>
}
/** A chain as the record knows it: named suppliers, bodies and sites of what came in during twelve months, routes that were declared. */
export interface SupplyChain {
  readonly organisations: readonly OrganisationId[]
  readonly sites: readonly SiteId[]
  readonly routes: readonly string[]
}

/** How the guidance answers a risk: at once, under a plan, or by asking more. */
export const RiskResponse = oneOf('stop', 'mitigate', 'enhanced')
export type RiskResponse = Infer<typeof RiskResponse>
export const RiskState = oneOf(
  'watched',
  'suspended',
  'lifted',
  'plan-wanted',
  'plan-proposed',
  'monitored',
  'resolved',
  'case-open',
  'closed',
)
export type RiskState = Infer<typeof RiskState>
export const PlanState = oneOf('proposed', 'adopted', 'succeeded', 'failed')
export type PlanState = Infer<typeof PlanState>
export const Mark = oneOf('V', 'S', 'U', 'D')

const day = calendarDate()
const reason = text(400)
const story = text(2000)
export const PlanBrief = record({
  id: PlanId,
  state: PlanState,
  measures: story,
  proposedOn: day,
  adoptedOn: orNull(day),
  deadline: orNull(day),
  endedOn: orNull(day),
})
export const RiskLine = record({
  risk: RiskId,
  number: text(40),
  code: RiskCode,
  subject: RiskSubject,
  subjectName: text(),
  grade: EvidenceGrade,
  response: RiskResponse,
  state: RiskState,
  recordedOn: day,
  suspendedSince: orNull(day),
  because: orNull(oneOf('stop-risk', 'plan-failed', 'decided')),
  plan: orNull(PlanBrief),
  endedOn: orNull(day),
})
export type RiskLine = Infer<typeof RiskLine>

/* ---- what a sender may say ---- */

export const RiskSource = taggedBy('kind', [
  record({ kind: exactly('hand') }),
  record({ kind: exactly('incident'), incident: IncidentId }),
  record({ kind: exactly('screening') }),
  record({ kind: exactly('audit'), number: text(40) }),
])
export type RiskSource = Infer<typeof RiskSource>
export const RecordRisk = record({
  subject: RiskSubject,
  code: RiskCode,
  grade: EvidenceGrade,
  why: story,
  source: RiskSource,
})
export const GradeRisk = record({ grade: EvidenceGrade, why: story })
export const SuspendRisk = record({ reason: story })
export const LiftSuspension = record({ reason: story })
export const CloseRisk = record({ outcome: oneOf('no-risk', 'became-risk', 'over'), reason: story })
/** A body or a function, never a person. */
export const AssignCase = record({ owner: text(120), dueOn: day })
export const AnswerCase = record({ ask: text(60), answer: story })
/** Measured from `baseline` to `target`, whichever is larger. */
export const Indicator = record({ name: text(160), unit: text(40), baseline: decimal(), target: decimal() })
export const ProposePlan = record({ measures: story, partners: listOf(text(160), 30), indicators: listOf(Indicator, 20) })
/** `until` may shorten the clock of the rules, never lengthen it. */
export const AdoptPlan = record({ on: maybe(day), until: maybe(day) })
/** What shows the value: words, a paper or a photograph; one of them at least. */
export const ReadIndicator = record({
  indicator: whole(),
  value: decimal(),
  grade: EvidenceGrade,
  evidence: maybe(reason),
  file: maybe(DocumentRef),
  on: maybe(day),
  note: maybe(reason),
})
/** Why a reading does not count towards success. */
export const NotCounted = oneOf('before-adoption', 'no-evidence', 'only-alleged')
export type NotCounted = Infer<typeof NotCounted>
export const EndPlan = record({ reason: story })

export const DeclarationId = id('declaration')
export type DeclarationId = Id<'declaration'>
const country = text(2).regex(/^[A-Z]{2}$/, 'not-a-country')
/** What a company or an authority holds of a place. There is no official list of such areas: it always says by whom and since when. */
export const DeclaredPlace = taggedBy('kind', [
  record({ kind: exactly('area'), code: text(20), name: text(160) }),
  record({ kind: exactly('site'), site: SiteId }),
  record({ kind: exactly('country'), country, about: oneOf('transit', 'small-output', 'recycled-gold') }),
  record({ kind: exactly('route'), route: text(120), countries: listOf(country, 10) }),
])
export type DeclaredPlace = Infer<typeof DeclaredPlace>
export const DeclarePlace = record({ place: DeclaredPlace, source: text(400), why: story })
export const WithdrawDeclaration = record({ reason })
export const ScreenChain = record({ exporter: OrganisationId })

/* ---- what a reader gets back ---- */

export const RiskSummary = record({
  ...RiskLine.shape,
  /** To the end of the plan's clock; negative once over. */
  daysLeft: orNull(whole()),
  caseDueOn: orNull(day),
  openAsks: whole(),
})
export type RiskSummary = Infer<typeof RiskSummary>
/** What stands still by an incident, without a risk of its own. Who does not see the incident reads the subject and the day alone. */
export const StopByIncident = record({
  subject: RiskSubject,
  subjectName: text(),
  since: day,
  incident: orNull(IncidentId),
  number: orNull(text(40)),
  codes: listOf(AnnexRisk, 10),
  ground: orNull(oneOf('confirmed', 'reasonable-suspicion')),
})
export type StopByIncident = Infer<typeof StopByIncident>
/** What somebody did, by the body; `null` where who asks is concerned and is not told. */
export const RiskAct = record({ what: text(60), on: day, body: orNull(text()), text: orNull(text(2000)), grade: orNull(EvidenceGrade) })
export const RiskDetail = record({
  summary: RiskSummary,
  why: orNull(text(2000)),
  source: orNull(RiskSource),
  mark: Mark,
  rule: text(),
  /** Who asks belongs to a body that the risk is about. */
  concerned: yesOrNo(),
  asks: listOf(record({ ask: text(60), answers: listOf(record({ on: day, text: text(2000) }), 200) }), 40),
  caseOwner: orNull(text()),
  plans: listOf(
    record({
      plan: PlanBrief,
      partners: listOf(text(), 30),
      clockMonths: orNull(whole()),
      ended: orNull(text(2000)),
      indicators: listOf(
        record({
          ...Indicator.shape,
          readings: listOf(
            record({
              ...{ on: day, value: decimal(), note: orNull(text()), grade: orNull(EvidenceGrade), evidence: orNull(text()) },
              ...{ file: orNull(DocumentRef), notCounted: orNull(NotCounted) },
            }),
            1_000,
          ),
          reached: yesOrNo(),
        }),
        20,
      ),
    }),
    50,
  ),
  acts: listOf(RiskAct, 2_000),
  /** Incidents by which the same subject stands still, whatever becomes of this risk. */
  byIncident: listOf(StopByIncident, 500),
  /** `succeed`: decides, and did not record a reading that the success would rest on. */
  may: record({ assess: yesOrNo(), decide: yesOrNo(), lift: yesOrNo(), succeed: yesOrNo() }),
})
export type RiskDetail = Infer<typeof RiskDetail>

export const FoundFlag = record({
  flag: RedFlag,
  subject: RiskSubject,
  subjectName: text(),
  /** Sentence key and its facts. */
  why: text(60),
  facts: record({ place: maybe(text()), source: maybe(text()), declaredBy: maybe(text()), declaredOn: maybe(day), other: maybe(text()) }),
  mark: Mark,
  grade: EvidenceGrade,
  /** The case that is open on it. */
  risk: orNull(RiskId),
})
export type FoundFlag = Infer<typeof FoundFlag>
export const DeclarationLine = record({
  id: DeclarationId,
  place: DeclaredPlace,
  placeName: text(),
  source: text(),
  why: text(2000),
  by: orNull(text()),
  on: day,
  mine: yesOrNo(),
})
export type DeclarationLine = Infer<typeof DeclarationLine>
/** Something of an incident that could be a risk of this chain and has no record yet. */
export const IncidentHint = record({
  incident: IncidentId,
  number: text(),
  code: AnnexRisk,
  subject: RiskSubject,
  subjectName: text(),
  grade: EvidenceGrade,
})
export const ScreeningAnswer = record({
  exporter: OrganisationId,
  name: text(),
  on: day,
  counts: record({ suppliers: whole(), sites: whole(), routes: whole() }),
  flags: listOf(FoundFlag, 2_000),
  incidents: listOf(IncidentHint, 500),
  mayScreen: yesOrNo(),
})
export type ScreeningAnswer = Infer<typeof ScreeningAnswer>
