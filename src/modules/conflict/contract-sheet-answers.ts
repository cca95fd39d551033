/*
What a reader of conflict sheets gets back, tier by tier: the shapes of the lower tiers have no field for a site, an actor or a name, so nothing of the kind can
slip into such an answer.
*/
import { type Infer, calendarDate, count, exactly, listOf, oneOf, orNull, record, taggedBy, text, yesOrNo } from '../../kernel/schema.ts'
import { Cut } from './contract-cut.ts'
import { SiteId } from '../sites/contract.ts'
import { ActorId, SheetId, WorkshopId } from './contract-ids.ts'
import { SecretNameId } from './contract-names.ts'
import {
  ActorRole,
  BeneficiaryKind,
  ChainStage,
  Credibility,
  Interference,
  LegalState,
  OperatingMode,
  Reliability,
  Response,
  SheetContent,
  SheetMineral,
  SheetState,
  SiteKind,
  VictimsPattern,
  versionNumber,
} from './contract-sheets.ts'

const day = calendarDate()
export const SheetTier = oneOf('public', 'committee', 'cleared', 'named')
/** Restricted information: that there may be more, never how much of it. */
export const SheetWithheld = oneOf('sheets', 'sites-and-actors', 'named-beneficiaries')
export type SheetWithheld = Infer<typeof SheetWithheld>

/* ---- what changed between two versions ---- */

export const Direction = oneOf('worse', 'better', 'unknown')
export type Direction = Infer<typeof Direction>
const changed = <S extends Parameters<typeof orNull>[0]>(value: S) => record({ before: value, after: value })
const DiffActor = record({ actor: orNull(ActorId), written: orNull(text(120)), roles: listOf(ActorRole, 20) })
const DiffMode = record({ mode: OperatingMode, stages: listOf(ChainStage, 20) })
/** Grades of all lines of this kind; how many of them have a sealed name. */
const DiffBeneficiary = record({ kind: BeneficiaryKind, grades: listOf(orNull(Credibility), 10), names: count() })
const listChange = <S extends Parameters<typeof listOf>[0]>(line: S) =>
  record({ added: listOf(line, 20), removed: listOf(line, 20), changed: listOf(changed(line), 20) })
const setChange = <S extends Parameters<typeof listOf>[0]>(line: S) => record({ added: listOf(line, 20), removed: listOf(line, 20) })
export const VictimKind = oneOf('forcedLabour', 'children', 'sexualViolence')
export type VictimKind = Infer<typeof VictimKind>

export const SheetDiff = record({
  interference: orNull(record({ before: Interference, after: Interference, direction: Direction })),
  reliability: orNull(changed(Reliability)),
  credibility: orNull(changed(Credibility)),
  corroborations: orNull(changed(count())),
  siteKind: orNull(changed(orNull(SiteKind))),
  legalState: orNull(changed(orNull(LegalState))),
  access: orNull(changed(orNull(text(200)))),
  nature: orNull(changed(text(2000))),
  name: orNull(changed(orNull(text(120)))),
  periodFrom: orNull(changed(orNull(day))),
  periodUntil: orNull(changed(orNull(day))),
  minerals: setChange(SheetMineral),
  actors: listChange(DiffActor),
  modes: listChange(DiffMode),
  beneficiaries: listChange(DiffBeneficiary),
  victims: listOf(record({ kind: VictimKind, before: orNull(count()), after: orNull(count()), direction: Direction }), 3),
  responses: setChange(Response),
})
export type SheetDiff = Readonly<Infer<typeof SheetDiff>>

/** What a site became from one round to the next. `changed`: otherwise than worse or better, or nobody could say. */
export const RoundVerdict = oneOf('new', 'gone', 'worse', 'better', 'changed', 'unchanged', 'not-looked-again')
export type RoundVerdict = Infer<typeof RoundVerdict>

/* ---- whole sheets: for who is cleared, and one's own proposals ---- */

/** A name is only ever its number, and only for who may open it; others learn that one lies sealed. */
export const ShownBeneficiary = record({
  kind: BeneficiaryKind,
  grade: orNull(Credibility),
  isNamed: yesOrNo(),
  name: orNull(SecretNameId),
})
export const ShownActor = record({ actor: orNull(ActorId), written: orNull(text(120)), name: orNull(text(160)), role: ActorRole })
export const ShownContent = record({
  ...SheetContent.shape,
  actors: listOf(ShownActor, 20),
  beneficiaries: listOf(ShownBeneficiary, 10),
})
export type ShownContent = Readonly<Infer<typeof ShownContent>>

export const SheetAct = record({
  what: oneOf('proposed', 'cross-checked', 'validated', 'summary-published', 'superseded'),
  on: day,
  body: orNull(text(160)),
  /** Why, what was compared, what the validation notes. */
  text: orNull(text(1000)),
  /** Of a version that gave way: to a newer one, or to a decision. */
  because: orNull(oneOf('newer', 'withdrawn')),
})
export const Narrative = record({ fr: text(2000), en: text(2000), on: day })
export type Narrative = Infer<typeof Narrative>
export const ShownVersion = record({
  version: versionNumber,
  state: SheetState,
  round: text(60),
  workshop: orNull(WorkshopId),
  asOf: day,
  reason: orNull(text(400)),
  content: ShownContent,
  acts: listOf(SheetAct, 20),
  narrative: orNull(Narrative),
  /** Proposed by who asks. */
  isMine: yesOrNo(),
})
export type ShownVersion = Infer<typeof ShownVersion>

export const SheetStep = oneOf('cross-check', 'validate', 'publish', 'update', 'supersede')
export type SheetStep = Infer<typeof SheetStep>
/** What can happen next to the newest version that is not over, whose office it is, and what stands in the way of who asks. */
export const NextStep = record({
  step: SheetStep,
  version: versionNumber,
  needs: oneOf('conflict.propose', 'conflict.map', 'conflict.validate'),
  may: yesOrNo(),
  because: orNull(oneOf('capability', 'second-person', 'third-person', 'two-corroborations')),
})
export type NextStep = Infer<typeof NextStep>

const place = { siteName: orNull(text(160)), provinceName: orNull(text(160)), territoireName: orNull(text(160)) }
export const SheetAnswer = record({
  sheet: SheetId,
  tier: SheetTier,
  ...place,
  versions: listOf(ShownVersion, 10_000),
  next: listOf(NextStep, 10),
  withheld: listOf(SheetWithheld, 3),
})
export type SheetAnswer = Infer<typeof SheetAnswer>

/** One sheet in a list: by the version that stands, else the newest. */
export const SheetLine = record({
  sheet: SheetId,
  site: orNull(SiteId),
  name: text(160),
  province: text(12),
  provinceName: orNull(text(160)),
  territoire: orNull(text(12)),
  territoireName: orNull(text(160)),
  version: versionNumber,
  state: SheetState,
  /** A newer version that waits for a check or a decision. */
  waiting: orNull(record({ version: versionNumber, state: SheetState })),
  round: text(60),
  asOf: day,
  interference: Interference,
  modes: listOf(OperatingMode, 20),
  actors: listOf(text(160), 20),
  beneficiaries: listOf(BeneficiaryKind, 10),
  reliability: Reliability,
  credibility: Credibility,
  isMine: yesOrNo(),
})
export type SheetLine = Infer<typeof SheetLine>

/* ---- committees: categories by territoire ---- */

/** Persons are told from ten on, rounded down; fewer, and none, are the same word. */
export const ShownPersons = taggedBy('told', [
  record({ told: exactly('at-least'), persons: count() }),
  record({ told: exactly('below-minimum') }),
  record({ told: exactly('not-asked') }),
])
export type ShownPersons = Infer<typeof ShownPersons>
const counted = <S extends Parameters<typeof orNull>[0]>(of: S) => record({ of, sheets: count() })
/** Nobody looked; looked, and no interference; looked, and nobody could say; interference was reported. */
export const ZoneState = oneOf('not-looked-at', 'none-reported', 'not-known', 'reported')
export type ZoneState = Infer<typeof ZoneState>
export const ZoneLine = record({
  area: text(12),
  name: text(160),
  kind: text(40),
  /** `province`: of sheets that are placed no better. */
  level: oneOf('province', 'territoire'),
  province: text(12),
  state: ZoneState,
  /** Validated, and not over. */
  sheets: count(),
  /** The newest and the oldest day of which they tell. */
  newest: orNull(day),
  oldest: orNull(day),
  interference: listOf(counted(Interference), 5),
  modes: listOf(record({ of: OperatingMode, stage: ChainStage, sheets: count() }), 98),
  beneficiaries: listOf(counted(BeneficiaryKind), 8),
  minerals: listOf(counted(SheetMineral), 5),
  siteKinds: listOf(counted(SiteKind), 4),
  responses: listOf(counted(Response), 7),
  victims: record({ forcedLabour: ShownPersons, children: ShownPersons, sexualViolence: ShownPersons }),
})
export type ZoneLine = Infer<typeof ZoneLine>
export type VictimsCounted = Infer<typeof VictimsPattern>

export const SheetsAnswer = record({
  tier: SheetTier,
  /** The day on which it is said. */
  on: day,
  zones: listOf(ZoneLine),
  /** Whole map for who is cleared; for others what they proposed themselves. */
  sheets: listOf(SheetLine, 5000),
  /** Of versions, where not all were looked through for the list of sheets; zones count all. */
  cut: orNull(Cut),
  rounds: listOf(text(60), 1000),
  provinces: listOf(record({ code: text(12), name: text(160) })),
  withheld: listOf(SheetWithheld, 3),
  may: record({ propose: yesOrNo(), map: yesOrNo(), validate: yesOrNo() }),
})
export type SheetsAnswer = Infer<typeof SheetsAnswer>

/* ---- round by round ---- */

export const RoundLine = record({
  sheet: SheetId,
  name: text(160),
  territoire: orNull(text(12)),
  verdict: RoundVerdict,
  before: orNull(record({ version: versionNumber, asOf: day, interference: Interference })),
  after: orNull(record({ version: versionNumber, asOf: day, interference: Interference })),
  diff: orNull(SheetDiff),
})
export type RoundLine = Infer<typeof RoundLine>
export const RoundZone = record({
  area: text(12),
  name: text(160),
  verdicts: listOf(record({ verdict: RoundVerdict, sites: count() }), 7),
})
export type RoundZone = Infer<typeof RoundZone>
export const Round = record({ round: text(60), from: day, until: day, sheets: count() })
export type Round = Infer<typeof Round>
export const RoundsAnswer = record({
  tier: SheetTier,
  rounds: listOf(Round, 1000),
  /** The two that are compared: those asked for, or the last two. */
  before: orNull(text(60)),
  after: orNull(text(60)),
  zones: listOf(RoundZone),
  /** Site by site, for who is cleared. */
  lines: listOf(RoundLine, 5000),
  /** Of those lines; zones count all. */
  cut: orNull(Cut),
  withheld: listOf(SheetWithheld, 3),
})
export type RoundsAnswer = Infer<typeof RoundsAnswer>

export const VersionsDiff = record({
  sheet: SheetId,
  name: text(160),
  before: versionNumber,
  after: versionNumber,
  diff: SheetDiff,
  verdict: RoundVerdict,
})
export type VersionsDiff = Infer<typeof VersionsDiff>

/* ---- for everybody ---- */

/** Nobody looked; somebody did and nothing is published; a summary is published. */
export const PublicState = oneOf('nobody-looked', 'nothing-published', 'published')
export const PublicProvince = record({
  province: text(12),
  name: text(160),
  state: PublicState,
  summaries: listOf(record({ fr: text(2000), en: text(2000), publishedOn: day, asOf: day }), 1000),
  /** Of the published sheets together; never by sheet. */
  categories: record({
    minerals: listOf(SheetMineral, 5),
    modes: listOf(OperatingMode, 14),
    beneficiaries: listOf(BeneficiaryKind, 8),
    responses: listOf(Response, 7),
  }),
})
export type PublicProvince = Infer<typeof PublicProvince>
export const PublicConflict = record({ on: day, provinces: listOf(PublicProvince) })
export type PublicConflict = Infer<typeof PublicConflict>
