/*
What a reader of the register gets back over HTTP, beside the lists and the page of a site: the dated entries with their history, papers,
relatives, merges, likely duplicates, and the places that disagree. No answer holds the name of a person.
*/
import { type Infer, calendarDate, count, id, instant, keyed, listOf, orNull, record, text, yesOrNo } from '../../../../kernel/schema.ts'
import { Attachment } from '../../../documents/contract.ts'
import { LocatedPosition, StatedPlace } from '../../../places/contract.ts'
import { ActivityStatus, FactSource, Mineral } from '../../contract-observations.ts'
import { EntryContent, LikelyDuplicate, PlaceVerdict } from '../../contract-register.ts'
import { AreaShown } from './answers.ts'
import { PositionPrecision } from './precision.ts'

/** An attachment as a reader may see it: without its position for those who are not cleared. */
export const EntryShown = record({
  entry: id('event'),
  /** The record that carries it, when it came from a merged one. */
  fromRecord: orNull(id('site')),
  content: EntryContent,
  from: calendarDate(),
  until: orNull(calendarDate()),
  endReason: orNull(text()),
  reason: orNull(text()),
  source: FactSource,
  attachments: listOf(Attachment, 10),
  learnedAt: instant(),
  /** It holds on the day that was asked about. */
  holds: yesOrNo(),
  /** A later entry took its place because it was wrong. */
  replaced: yesOrNo(),
})
export type EntryShown = Infer<typeof EntryShown>

export const DocumentShown = record({
  document: id('event'),
  /** The record under which it is kept: part of its address. */
  site: id('site'),
  attachment: Attachment,
  datedOn: orNull(calendarDate()),
  source: orNull(FactSource),
  attachedAt: instant(),
  withdrawnAt: orNull(instant()),
  withdrawReason: orNull(text()),
})
export type DocumentShown = Infer<typeof DocumentShown>

const Relative = record({ site: id('site'), name: text(), nationalId: text() })
const MergeShown = record({
  duplicate: id('site'),
  survivor: id('site'),
  reason: text(),
  mergedAt: instant(),
  unmergedAt: orNull(instant()),
  unmergeReason: orNull(text()),
})

/** `GET /api/sites/:site/register?asOf=&knownAt=`. `version` goes back with an edit as `seen`. */
export const RegisterPage = record({
  positionPrecision: PositionPrecision,
  site: id('site'),
  asOf: calendarDate(),
  knownAt: instant(),
  version: count(),
  name: text(),
  aliases: listOf(text()),
  nationalId: text(),
  icglrId: orNull(text()),
  country: text(),
  minerals: listOf(Mineral),
  hsCodes: listOf(text()),
  activity: orNull(ActivityStatus),
  position: orNull(LocatedPosition),
  stated: StatedPlace,
  province: orNull(AreaShown),
  territoire: orNull(AreaShown),
  mergedInto: orNull(Relative),
  duplicates: listOf(Relative),
  merges: listOf(MergeShown),
  parent: orNull(Relative),
  parts: listOf(Relative),
  /** Newest first, those that no longer hold included. */
  entries: listOf(EntryShown),
  documents: listOf(DocumentShown),
  /** Metres from the position to the outline; 0 inside; `null` without the one or the other. */
  metresOutsideOutline: orNull(count()),
  likely: listOf(LikelyDuplicate),
})
export type RegisterPage = Infer<typeof RegisterPage>

/** `GET /api/sites/likely?siteName=&latitude=&longitude=&except=`. */
export const LikelyList = record({ likely: listOf(LikelyDuplicate, 20) })
export type LikelyList = Infer<typeof LikelyList>

export const PlaceRowShown = record({
  site: id('site'),
  name: text(),
  nationalId: text(),
  stated: StatedPlace,
  /** The area that the stated name means; `null` when none or several fit. */
  statedProvince: orNull(AreaShown),
  statedTerritoire: orNull(AreaShown),
  computedProvince: orNull(AreaShown),
  computedTerritoire: orNull(AreaShown),
  differs: record({ province: yesOrNo(), territoire: yesOrNo(), unknownName: yesOrNo() }),
  position: orNull(LocatedPosition),
  settled: orNull(record({ verdict: PlaceVerdict, reason: text(), at: instant(), organisation: orNull(text()), role: orNull(text()) })),
})
export type PlaceRowShown = Infer<typeof PlaceRowShown>
/** `GET /api/sites/place-disagreements?province=&settled=&page=`: counts are of the whole filtered list. */
export const PlaceDisagreements = record({
  positionPrecision: PositionPrecision,
  total: count(),
  open: count(),
  settled: count(),
  provinceDiffers: count(),
  territoireDiffers: count(),
  unknownName: count(),
  /** Sites that have a position, and those of them that lie in a loaded boundary: only these could be compared. */
  positioned: count(),
  inProvince: count(),
  inTerritoire: count(),
  /** Computed provinces and how many disagreements lie in each. */
  byProvince: keyed(count()),
  page: count(),
  pageSize: count(),
  rows: listOf(PlaceRowShown, 5000),
})
export type PlaceDisagreements = Infer<typeof PlaceDisagreements>
