/*
Conflict sheets as they travel. The four facets are those that the workshops recorded: nature, main actors with their role, how they operate in the chain, who
benefits in the end; then what a reader needs to weigh them. Codes are those of the domain specification in this house's spelling; their words stand in
words/. No field here takes a person's name: a name lies in a sealed box (contract-names.ts), and only its number stands here.
*/
import { type Infer, calendarDate, count, listOf, oneOf, orNull, position, record, text, whole } from '../../kernel/schema.ts'
import { SiteId } from '../sites/contract.ts'
import { ActorId, WorkshopId } from './contract-ids.ts'
import { SecretNameId } from './contract-names.ts'

export const SiteKind = oneOf('artisanal', 'semi-industrial', 'industrial', 'abandoned')
export const LegalState = oneOf('artisanal-zone', 'permit-overlap', 'no-title', 'not-known')
export const ActorRole = oneOf(
  ...([
    'controls-site',
    'taxes',
    'guards',
    'trades',
    'prefinances',
    'transports',
    'protects',
    'claims-land',
    'mediates',
    'exploited',
  ] as const),
)
export type ActorRole = Infer<typeof ActorRole>
export const OperatingMode = oneOf(
  ...(['pit-tax', 'entry-fee', 'production-share', 'forced-labour', 'pillage', 'checkpoint-tax', 'prefinance'] as const),
  ...(['monopoly-buying', 'escort-service', 'smuggling', 'mixing-tags', 'fake-documents', 'own-digging', 'protection-racket'] as const),
)
export type OperatingMode = Infer<typeof OperatingMode>
export const ChainStage = oneOf('pit', 'haul', 'depot', 'trading-house', 'processor', 'export', 'cross-border')
export type ChainStage = Infer<typeof ChainStage>
export const BeneficiaryKind = oneOf(
  ...(['armed-group', 'state-security-individual', 'political', 'trader', 'exporter', 'foreign-buyer', 'community', 'unknown'] as const),
)
export type BeneficiaryKind = Infer<typeof BeneficiaryKind>
/** How often armed or other actors interfere. `not-known` is not `none`: nobody could say. */
export const Interference = oneOf('none', 'occasional', 'regular', 'permanent', 'not-known')
export type Interference = Infer<typeof Interference>
/** Admiralty scale: how far the source is trusted, how far the information is confirmed. */
export const Reliability = oneOf('A', 'B', 'C', 'D', 'E', 'F')
export type Reliability = Infer<typeof Reliability>
export const Credibility = oneOf('1', '2', '3', '4', '5', '6')
export type Credibility = Infer<typeof Credibility>
export const Response = oneOf(
  ...(['ddr', 'extend-traceability', 'demilitarise', 'dialogue', 'justice', 'access-road', 'alternative-livelihood'] as const),
)
export type Response = Infer<typeof Response>
export const SheetMineral = oneOf('Au', 'Sn', 'Ta', 'W', 'other')

/** Where it is: a site of the register, or a place that nobody has registered yet, with or without a point; or a whole zone. */
export const SheetPlace = record({
  site: orNull(SiteId),
  /** How people call it, where it is no site of the register, or a zone. Never of a person. */
  provisionalName: orNull(text(120)),
  at: orNull(position()),
  province: text(12),
  territoire: orNull(text(12)),
})
export type SheetPlace = Readonly<Infer<typeof SheetPlace>>

export const SheetActor = record({
  /** From the register of actors; `null` with a kind alone where the hall could not or would not say who. */
  actor: orNull(ActorId),
  written: orNull(text(120)),
  role: ActorRole,
})
export const SheetMode = record({ mode: OperatingMode, stage: ChainStage })
export const SheetBeneficiary = record({ kind: BeneficiaryKind, name: orNull(SecretNameId), grade: orNull(Credibility) })
/** Patterns with counts, never persons. `null`: not asked; 0: asked, and none. */
export const VictimsPattern = record({
  forcedLabour: orNull(count()),
  children: orNull(count()),
  sexualViolence: orNull(count()),
})

export const MOST_BENEFICIARIES = 10
export const SheetContent = record({
  place: SheetPlace,
  minerals: listOf(SheetMineral, 5),
  siteKind: orNull(SiteKind),
  legalState: orNull(LegalState),
  access: orNull(text(200)),
  /** What it is about, in the words of the hall. */
  nature: text(2000),
  actors: listOf(SheetActor, 20),
  modes: listOf(SheetMode, 20),
  beneficiaries: listOf(SheetBeneficiary, MOST_BENEFICIARIES),
  periodFrom: orNull(calendarDate()),
  periodUntil: orNull(calendarDate()),
  interference: Interference,
  reliability: Reliability,
  credibility: Credibility,
  /** Independent sources that say the same; two are needed before anything of it is published. */
  corroborations: listOf(record({ kind: text(60), on: orNull(calendarDate()) }), 20),
  victims: VictimsPattern,
  responses: listOf(Response, 7),
})
export type SheetContent = Readonly<Infer<typeof SheetContent>>

export const SheetState = oneOf('proposed', 'cross-checked', 'validated', 'published', 'superseded')
export type SheetState = Infer<typeof SheetState>
export const versionNumber = whole().min(1, 'not-a-version').max(10_000, 'not-a-version')

/* ---- what a sender may say ---- */

/** `asOf`: the last day of the workshop or of the visit on which this was known. `round` names a round of the map and no place: a committee reads it. */
export const ProposeSheet = record({ workshop: orNull(WorkshopId), round: text(60), asOf: calendarDate(), content: SheetContent })
/** `after`: the newest version that the sender had before the eyes. */
export const UpdateSheet = record({ ...ProposeSheet.shape, reason: text(400), after: versionNumber })
export const CrossCheckSheet = record({ version: versionNumber, compared: text(1000) })
export const ValidateSheet = record({ version: versionNumber, note: orNull(text(1000)) })
/** At the level of the province, for everybody: no site, no territoire, no actor. */
export const PublishSummary = record({ version: versionNumber, fr: text(2000), en: text(2000) })
export const SupersedeSheet = record({ version: versionNumber, reason: text(400) })
