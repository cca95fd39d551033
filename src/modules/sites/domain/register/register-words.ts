/*
What may be said to the register of a site beyond name, place and visits, and what then happened to it. The shapes of the events stand in
`contract-register.ts`, because other modules write and read them too.
*/
import { type Infer, count, exactly, id, maybe, orNull, record, text } from '../../../../kernel/schema.ts'
import {
  PlaceVerdict,
  SiteDocumentAttached,
  SiteDocumentWithdrawn,
  SiteEntryEnded,
  SiteEntryRecorded,
  SiteIcglrIdRead,
  SiteMerged,
  SiteParentSet,
  SitePlaceSettled,
  SiteUnmerged,
} from '../../contract-register.ts'

export const registerEventKinds = {
  'site.entry-recorded.v1': SiteEntryRecorded,
  'site.entry-ended.v1': SiteEntryEnded,
  'site.document-attached.v1': SiteDocumentAttached,
  'site.document-withdrawn.v1': SiteDocumentWithdrawn,
  'site.merged.v1': SiteMerged,
  'site.unmerged.v1': SiteUnmerged,
  'site.parent-set.v1': SiteParentSet,
  'site.place-settled.v1': SitePlaceSettled,
  'site.icglr-id-read.v1': SiteIcglrIdRead,
} as const
export type RegisterEvent = {
  [Kind in keyof typeof registerEventKinds]: { readonly kind: Kind; readonly payload: Infer<(typeof registerEventKinds)[Kind]> }
}[keyof typeof registerEventKinds]

const say = <const Name extends string, Shape extends Parameters<typeof record>[0]>(name: Name, shape: Shape) =>
  record({ say: exactly(name), ...shape })

/** Version of the site that the officer had on screen; absent: no page was open (imports), so nothing is compared. */
export const Seen = maybe(count())
export const SettlePlace = record({ verdict: PlaceVerdict, reason: text() })
export const ReadIcglrId = record({ icglrId: text(60), source: SiteIcglrIdRead.shape.source })

export const registerCommands = [
  say('record-entry', { entry: SiteEntryRecorded, seen: Seen }),
  say('end-entry', { ...SiteEntryEnded.shape }),
  say('attach-document', { document: SiteDocumentAttached }),
  say('withdraw-document', { ...SiteDocumentWithdrawn.shape }),
  say('merge', { into: id('site'), reason: text() }),
  say('unmerge', { reason: text() }),
  say('set-parent', { parent: orNull(id('site')), reason: text() }),
  say('settle-place', { ...SettlePlace.shape }),
  say('read-icglr-id', { ...ReadIcglrId.shape }),
] as const
export type RegisterCommand = Infer<(typeof registerCommands)[number]>
