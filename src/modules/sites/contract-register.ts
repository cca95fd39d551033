/*
The register of a site beyond its name and its visits: titles, parties, description, people at work, pits, mercury, access, papers.
Each is a *register entry*: a dated event on `site:<SiteId>` with its source. An entry is ended or replaced by a later one, never
changed. Field names follow the ICGLR data-sharing standard (MD.01, 02, 04, 05) where it has them; the rest is the Congolese extension.
Kept out on purpose, because the log is for ever: names, telephone numbers and e-mail addresses of legal representatives (only
their function is kept), and bank accounts.

Merged records: a duplicate that was merged keeps its events under its own id. Readers ask by either id and get the survivor's
facts: the column `site.merged_into` names the survivor (one step, never a chain), every store function that lists facts of sites
resolves it, and a cache of facts by site files a merged record's facts under its survivor. A merge or its undoing speaks about the
register as it is read from then on, whatever `knownAt` asks, like a name or a position.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  decimal,
  exactly,
  id,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  yesOrNo,
} from '../../kernel/schema.ts'
import type { Position } from '../../kernel/schema.ts'
import { Attachment } from '../documents/contract.ts'
import type { Area, StatedPlace } from '../places/contract.ts'
import { ActivityStatus, FactSource, Mineral, TraceabilityScheme } from './contract-observations.ts'
import type { InternalStatus, SiteId, Standing } from './contract.ts'

/** Harmonised System code as the ICGLR writes it: `2609.00.00`; any HS code is allowed. */
export const HsCode = text(10).regex(/^\d{4}\.\d{2}(\.\d{2})?$/, 'not-an-hs-code')
/** MDC.03: the designated minerals; `null` for `other`, whose codes stand in `hsCodes`. */
export const hsCodeOfMineral: { readonly [M in Mineral]: string | null } = {
  Au: '7108.12.00',
  Sn: '2609.00.00',
  Ta: '2615.90.00',
  W: '2611.00.00',
  other: null,
}

/** MD.05. `country` is not limited to member states: a buyer may sit outside the region. */
export const Address = record({
  country: text(2).regex(/^[A-Z]{2}$/, 'not-a-country-code'),
  /** ISO 3166-2, e.g. `CD-NK`. */
  subnationalDivisionL1: maybe(text(8)),
  subnationalDivisionL1Text: maybe(text(120)),
  subnationalDivisionL2Text: maybe(text(120)),
  subnationalDivisionL3Text: maybe(text(120)),
  subnationalDivisionL4Text: maybe(text(120)),
  addressLocalityText: text(200),
  addressLocalityCode: maybe(text(40)),
})
export type Address = Infer<typeof Address>

export const EntityType = oneOf(
  'cooperative',
  'trader',
  'comptoir',
  'processing-entity',
  'refinery',
  'transporter',
  'concession-holder',
  'importer',
  'smelter',
  'other',
)
export type EntityType = Infer<typeof EntityType>

/** MD.04 with the Congolese extension. Names a business, never a person. */
export const BusinessEntity = record({
  identifier: text(80),
  name: text(200),
  /** The same body in the module of people, when it has an account there. */
  organisation: maybe(id('organisation')),
  entityType: maybe(EntityType),
  /** One of the two; the other is then taken to be the same. */
  legalAddress: maybe(Address),
  physicalAddress: maybe(Address),
  /** Tax number; `N/A` where there is none. */
  tin: text(40),
  legalForm: maybe(text(80)),
  rccmNumber: maybe(text(60)),
  nationalIdNumber: maybe(text(60)),
  nif: maybe(text(40)),
  approvalNumber: maybe(text(80)),
  shareCapital: maybe(record({ amount: decimal(), currency: text(3).regex(/^[A-Z]{3}$/, 'not-a-currency') })),
  congolese: maybe(yesOrNo()),
  cooperative: maybe(yesOrNo()),
  /** E.g. `gérant statutaire`; no name. */
  legalRepresentativeFunction: maybe(text(120)),
})
export type BusinessEntity = Infer<typeof BusinessEntity>

/** MDC.04, as on the wire. */
export const LicenceType = oneOf('claim', 'exploration_permit', 'mining_license', 'artisanal_permit', 'unlicensed', 'other')
export type LicenceType = Infer<typeof LicenceType>
/** Congolese titles: PR, PE, PEPM, PER and the zone for artisanal mining (ZEA). */
export const LicenceSubtype = oneOf('PR', 'PE', 'PEPM', 'PER', 'ZEA', 'NONE')
export type LicenceSubtype = Infer<typeof LicenceSubtype>

/** MD.02. `number` and `holder` are required for a claim, an exploration permit and a mining licence. */
export const Licence = record({
  licenceType: LicenceType,
  subtype: maybe(LicenceSubtype),
  number: maybe(text(80)),
  holder: maybe(BusinessEntity),
  appliedOn: maybe(calendarDate()),
  grantedOn: maybe(calendarDate()),
  expiresOn: maybe(calendarDate()),
  inForce: maybe(yesOrNo()),
  coveredCommodities: listOf(HsCode, 20),
})
export type Licence = Infer<typeof Licence>

/** GeoJSON, longitude before latitude, one closed ring. What else it must be is checked by `domain/register/polygon.ts`. */
export const SitePolygon = record({ type: exactly('Polygon'), coordinates: listOf(listOf(listOf(decimal(), 3), 502), 8) })
export type SitePolygon = Infer<typeof SitePolygon>

/** Where a mineral of the site is first sold and where it ends, as people say it. */
export const MineralRoute = record({
  mineral: Mineral,
  sellingPoints: maybe(listOf(text(200), 60)),
  finalDestinations: maybe(listOf(text(200), 60)),
})

export const PartyRole = oneOf('owner', 'operator', 'cooperative', 'concession-holder', 'buyer')
export type PartyRole = Infer<typeof PartyRole>
export const MercuryUse = oneOf('yes', 'no', 'no_data')
export const AccessWay = oneOf('car', 'motorbike', 'foot', 'boat', 'none')
const Access = record({ way: AccessWay, hoursOnFoot: maybe(decimal()), note: maybe(text(200)) })
const named = <const Name extends string, Shape extends Parameters<typeof record>[0]>(name: Name, shape: Shape) =>
  record({ group: exactly(name), ...shape })

/** Description: only the fields that are named speak; for each field the newest entry holds. */
export const Description = named('description', {
  altitudeMetres: maybe(decimal()),
  polygon: maybe(SitePolygon),
  areaHectares: maybe(decimal()),
  nationalCadasterLocalization: maybe(text(200)),
  localGeographicDesignation: maybe(text(200)),
  address: maybe(Address),
  scheme: maybe(TraceabilityScheme),
  /** The scheme's own part of the country; ITSCI works by sub-sector. */
  schemeSector: maybe(text(120)),
  mineralRoutes: maybe(listOf(MineralRoute, 12)),
  /** HS codes beyond those of the four designated minerals. */
  hsCodes: maybe(listOf(HsCode, 40)),
})
export type Description = Infer<typeof Description>

/** What one entry of the register says. Absent is *not asked*, never 0 and never no. */
export const EntryContent = taggedBy('group', [
  named('licence', { licence: Licence }),
  named('party', { role: PartyRole, entity: BusinessEntity }),
  Description,
  named('workforce', { men: maybe(count()), women: maybe(count()), under15: maybe(count()), from15To18: maybe(count()) }),
  named('pits', {
    count: maybe(count()),
    pitType: maybe(oneOf('open', 'shaft', 'gallery', 'alluvial', 'mixed')),
    depthMetres: maybe(decimal()),
  }),
  named('mercury', { use: MercuryUse }),
  named('access', { dry: maybe(Access), wet: maybe(Access) }),
  named('activity', { activity: ActivityStatus }),
])
export type EntryContent = Infer<typeof EntryContent>
export const entryGroups = ['licence', 'party', 'description', 'workforce', 'pits', 'mercury', 'access', 'activity'] as const
export type EntryGroup = EntryContent['group']

/** `site.entry-recorded.v1`. `replaces`: the entry (by the id of its event) that was wrong and no longer counts. */
export const SiteEntryRecorded = record({
  content: EntryContent,
  /** First day on which it was so; for a count, the day of the count. */
  from: calendarDate(),
  source: FactSource,
  attachments: maybe(listOf(Attachment, 10)),
  replaces: maybe(id('event')),
  reason: maybe(text()),
})
export type SiteEntryRecorded = Infer<typeof SiteEntryRecorded>
/** `site.entry-ended.v1`: it was so until the day before `on`. */
export const SiteEntryEnded = record({ entry: id('event'), on: calendarDate(), reason: text() })
export type SiteEntryEnded = Infer<typeof SiteEntryEnded>

/** `site.document-attached.v1`, `site.document-withdrawn.v1`: the bytes stay, the page no longer shows them. */
export const SiteDocumentAttached = record({ attachment: Attachment, on: maybe(calendarDate()), source: maybe(FactSource) })
export const SiteDocumentWithdrawn = record({ document: id('event'), reason: text() })

/** `site.merged.v1` on the duplicate: it is the same place as `into`, whose page it points to. `site.unmerged.v1` undoes it. */
export const SiteMerged = record({ into: id('site'), reason: text() })
export const SiteUnmerged = record({ reason: text() })

/** `site.parent-set.v1`: the site is a part of another one, or (`null`) no longer. */
export const SiteParentSet = record({ parent: orNull(id('site')), reason: text() })

/** `site.place-settled.v1`: the province's word on a stated place that disagrees with the position. It moves neither. */
export const PlaceVerdict = oneOf('stated-right', 'position-right', 'boundary-doubt', 'both-wrong')
export type PlaceVerdict = Infer<typeof PlaceVerdict>
export const SitePlaceSettled = record({
  verdict: PlaceVerdict,
  reason: text(),
  /** What disagreed when it was settled: names as stated, p-codes as computed. A later move opens the question again. */
  statedProvince: maybe(text(120)),
  statedTerritoire: maybe(text(120)),
  computedProvince: maybe(text(12)),
  computedTerritoire: maybe(text(12)),
})

/** `site.icglr-id-read.v1`: an identifier that another authority issued, both signs written; immutable like one of our own. */
export const SiteIcglrIdRead = record({ icglrId: text(60), asWritten: text(60), source: maybe(FactSource) })

/** Names of the kinds above, for who writes them in bulk. */
export const registerKinds = {
  entryRecorded: 'site.entry-recorded.v1',
  entryEnded: 'site.entry-ended.v1',
  documentAttached: 'site.document-attached.v1',
  documentWithdrawn: 'site.document-withdrawn.v1',
  merged: 'site.merged.v1',
  unmerged: 'site.unmerged.v1',
  parentSet: 'site.parent-set.v1',
  placeSettled: 'site.place-settled.v1',
  icglrIdRead: 'site.icglr-id-read.v1',
} as const

/** An entry as it stands on a day, as known at an instant. */
export interface StandingEntry {
  readonly entry: Id<'event'>
  readonly content: EntryContent
  readonly from: string
  /** First day on which it is over; `null` while it holds. */
  readonly until: string | null
  readonly source: FactSource
  readonly learnedAt: string
  readonly attachments: readonly Attachment[]
}

/** Everything the register knows of a site, in full precision: the caller decides what its reader may see. */
export interface SiteRecord {
  readonly site: SiteId
  /** Counts up with every entry and correction. */
  readonly version: number
  readonly asOf: string
  readonly knownAt: string
  /** Duplicates whose facts are read here. */
  readonly merged: readonly SiteId[]
  readonly icglrId: string | null
  readonly nationalId: string
  readonly country: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly standing: Standing
  /** MDC.02: 0 abandoned, 1 active, 2 non-active; `null` when nobody said. */
  readonly activityCode: 0 | 1 | 2 | null
  readonly position: Position | null
  /** By the position, else by what the papers say. */
  readonly province: Area | null
  readonly territoire: Area | null
  readonly stated: StatedPlace
  readonly description: Omit<Description, 'group'>
  readonly minerals: readonly Mineral[]
  /** Codes of `minerals` and those of the description, without repetition. */
  readonly hsCodes: readonly string[]
  /** At least one: a site without any title carries `unlicensed`. */
  readonly licences: readonly Licence[]
  /** `null`: nobody wrote down an owner. */
  readonly owner: BusinessEntity | null
  readonly operators: readonly BusinessEntity[]
  /** Every standing entry, newest first. */
  readonly entries: readonly StandingEntry[]
  readonly parentSite: SiteId | null
  readonly subSites: readonly SiteId[]
  /** MD.07, accepted and open ones, newest first. `result`: MDC.01. */
  readonly inspections: readonly {
    readonly inspection: string
    readonly on: string
    readonly onSite: boolean
    readonly phase: string
    readonly result: 0 | 1 | 2 | 3 | null
    readonly purpose: string | null
    /** Body of the head of the team; no name of a person is kept. */
    readonly agency: string | null
  }[]
  /** MD.10, oldest first: the days on which the status changed, by what was known. */
  readonly statusChanges: readonly {
    readonly on: string
    /** MDC.01. */
    readonly code: 0 | 1 | 2 | 3
    readonly internal: InternalStatus
    readonly orderNumber: string | null
  }[]
  readonly registeredAt: string
  /** Newest entry, correction or registration. */
  readonly changedAt: string
}
export interface RecordsQuestion {
  readonly tenant: string
  /** Absent: every site that is not merged into another. */
  readonly sites?: readonly SiteId[]
  readonly asOf: string
  readonly knownAt: string
}
/** Stands beside `SitesDoor` on the door of this module (`SitesDoor<Tx> & RegisterDoor<Tx>`): the two files may not import each other both ways. */
export interface RegisterDoor<Tx> {
  /** Unknown ids are left out; a merged record's id answers with its survivor, once. */
  readonly records: (tx: Tx, question: RecordsQuestion) => Promise<readonly SiteRecord[]>
  /** Titles that were written down for these sites, in one question; a site without any is left out. */
  readonly titles: (
    tx: Tx,
    tenant: string,
    asked: { readonly sites: readonly SiteId[]; readonly asOf: string; readonly knownAt: string },
  ) => Promise<readonly { readonly site: SiteId; readonly licences: readonly Licence[] }[]>
}

/** A record that may be the same place, for the warning before a second one is made. `GET /api/sites/likely?siteName=&latitude=&longitude=`. */
export const LikelyDuplicate = record({
  site: id('site'),
  name: text(),
  nationalId: text(),
  /** The name or alias that came nearest. */
  matched: text(),
  /** 0–100. */
  score: count(),
  distanceMetres: orNull(count()),
})
export type LikelyDuplicate = Infer<typeof LikelyDuplicate>
