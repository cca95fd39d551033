/*
What a visit or a desk row says about a site: who works there, which minerals, which services, who carries arms and what they
do. An observation is kept as it was made: late, duplicate or contradictory. A field that is absent was *not asked*; it is never
no. Written words stay beside their normalised form, so that a wrong normalisation can be seen and mended.
These shapes are the payloads of the four kinds that an import writes in bulk; names of persons have no field here.
*/
import { type Infer, calendarDate, count, listOf, maybe, oneOf, record, text, yesOrNo } from '../../kernel/schema.ts'
import { LocatedPosition, StatedPlace } from '../places/contract.ts'

/** Minerals by the letters that everybody uses: Au, Sn (cassiterite), Ta (coltan), W (wolframite); the rest is `other`. */
export const Mineral = oneOf('Au', 'Sn', 'Ta', 'W', 'other')
export type Mineral = Infer<typeof Mineral>

/** Who says so. `reference` is the source's own key of the row or report, e.g. the `vid` of an IPIS visit. */
export const FactSource = record({ name: text(120), project: maybe(text(160)), reference: maybe(text(120)), url: maybe(text(400)) })
export type FactSource = Infer<typeof FactSource>

export const MineralSeen = record({
  mineral: Mineral,
  asWritten: maybe(text(160)),
  sellingPoints: maybe(listOf(text(200), 60)),
  finalDestinations: maybe(listOf(text(200), 60)),
})
export type MineralSeen = Infer<typeof MineralSeen>

/** The nine kinds of armed interference, each yes, no, or absent = not asked. */
export const Interference = record({
  taxation: maybe(yesOrNo()),
  tradeTaxation: maybe(yesOrNo()),
  entryTaxation: maybe(yesOrNo()),
  monopoly: maybe(yesOrNo()),
  buyingMinerals: maybe(yesOrNo()),
  digging: maybe(yesOrNo()),
  forcedLabour: maybe(yesOrNo()),
  pillaging: maybe(yesOrNo()),
  pitOwnership: maybe(yesOrNo()),
})
export type Interference = Infer<typeof Interference>
export const interferenceKinds = [
  'taxation',
  'tradeTaxation',
  'entryTaxation',
  'monopoly',
  'buyingMinerals',
  'digging',
  'forcedLabour',
  'pillaging',
  'pitOwnership',
] as const

export const ArmedActorClass = oneOf(
  'armed-group-local',
  'armed-group-foreign',
  'army',
  'police',
  'mines-police',
  'private-security',
  'other',
  'unknown',
)
export type ArmedActorClass = Infer<typeof ArmedActorClass>
export const PresenceFrequency = oneOf(
  'permanent',
  'daily',
  'several-a-week',
  'weekly',
  'fortnightly',
  'monthly',
  'rarer',
  'irregular',
  'unknown',
)
export type PresenceFrequency = Infer<typeof PresenceFrequency>

/** One armed actor at the site: a group or a service, never a person. */
export const ArmedPresence = record({
  actor: text(200),
  actorAsWritten: maybe(text(200)),
  actorClass: ArmedActorClass,
  classAsWritten: maybe(text(200)),
  frequency: maybe(PresenceFrequency),
  frequencyAsWritten: maybe(text(200)),
  interference: Interference,
})
export type ArmedPresence = Infer<typeof ArmedPresence>

export const SiteObservation = record({
  workers: maybe(count()),
  minerals: maybe(listOf(MineralSeen, 12)),
  /** The source's own word on what kind of mine it is; it may differ from the minerals that it names. */
  mineralGroups: maybe(record({ threeT: maybe(yesOrNo()), gold: maybe(yesOrNo()) })),
  services: maybe(listOf(text(160), 20)),
  /** The source's own flags; an actor's list may be empty although presence was noted. */
  armedPresence: maybe(yesOrNo()),
  armedInterference: maybe(yesOrNo()),
  armed: maybe(listOf(ArmedPresence, 12)),
  mercury: maybe(yesOrNo()),
  mechanisation: maybe(text(120)),
  traceabilityScheme: maybe(text(160)),
  childrenUnder15: maybe(yesOrNo()),
  childrenWork: maybe(listOf(text(200), 40)),
  women: maybe(yesOrNo()),
  womenWork: maybe(listOf(text(200), 40)),
  accessDry: maybe(text(120)),
  accessWet: maybe(text(120)),
})
export type SiteObservation = Infer<typeof SiteObservation>

const whereFrom = {
  date: calendarDate(),
  source: FactSource,
  /** The author's territory did not hold the site when it was told; set by the server, whatever the sender says. */
  outsideTerritory: maybe(yesOrNo()),
  position: maybe(LocatedPosition),
  positionOriginAsWritten: maybe(text(200)),
  stated: maybe(StatedPlace),
}

export const ActivityStatus = oneOf('active', 'non-active', 'abandoned', 'unknown')
export type ActivityStatus = Infer<typeof ActivityStatus>

/** `site.registered.v1`: the site exists under a national key. The ICGLR id is issued later, with the sign that §5.1.1 asks for. */
export const SiteRegistered = record({
  nationalId: text(60),
  name: text(160),
  aliases: maybe(listOf(text(160), 40)),
  country: text(2),
  minerals: listOf(Mineral, 5),
  position: maybe(LocatedPosition),
  stated: maybe(StatedPlace),
  activity: maybe(ActivityStatus),
  parentSite: maybe(text(36)),
  source: FactSource,
})
export type SiteRegistered = Infer<typeof SiteRegistered>

/** `site.visited.v1`: somebody went, or tried to go. `onSite: false` carries the reason and what was learned nearby. */
export const SiteVisited = record({
  ...whereFrom,
  onSite: yesOrNo(),
  notVisitedReason: maybe(text(400)),
  nameAsWritten: maybe(text(200)),
  observed: SiteObservation,
})
export type SiteVisited = Infer<typeof SiteVisited>

/** A colour that somebody wrote down. `unclassified`: the row says that the site was looked at and not classified. */
export const ReportedColour = oneOf('green', 'yellow', 'red', 'blue', 'unclassified')
export type ReportedColour = Infer<typeof ReportedColour>

/** `site.qualification-reported.v1`: a third party's note that a site has a colour. It opens no right. */
export const QualificationReported = record({
  ...whereFrom,
  reported: ReportedColour,
  asWritten: maybe(text(120)),
  /** What the same desk row says beside the colour. */
  observed: maybe(SiteObservation),
})
export type QualificationReported = Infer<typeof QualificationReported>

export const TraceabilityScheme = oneOf('ITSCI', 'RCS_BETTERMINING', 'ITOA', 'JUST_GOLD', 'OTHER', 'NONE', 'not-stated')
export type TraceabilityScheme = Infer<typeof TraceabilityScheme>

/** `site.traceability-reported.v1`: a note that a scheme covers the site. */
export const TraceabilityReported = record({
  ...whereFrom,
  scheme: TraceabilityScheme,
  asWritten: maybe(text(160)),
  observed: maybe(SiteObservation),
})
export type TraceabilityReported = Infer<typeof TraceabilityReported>
