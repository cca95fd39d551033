/*
Read tables of the register beyond the site's own row: entries, papers, merges, settled places. Days and instants come from the event,
never from the clock, so that a rebuild gives the same rows.
*/
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import {
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
import * as entries from './store-entries.ts'
import * as merges from './store-merges.ts'

const of = (event: StoredEvent): string => subjectId(event.subject)
const versionOf = (event: StoredEvent) => ({ site: of(event), version: event.subjectVersion, at: event.learnedAt })

export const entriesProjection: Projection = {
  name: 'sites-entries',
  tables: ['site_entry', 'site_document', 'site_merge', 'site_place_settled'],
  apply: {
    'site.entry-recorded.v1': on(SiteEntryRecorded, async (tx, event) => {
      await entries.insertEntry(tx, event.tenant, { site: of(event), id: event.id, recordedAt: event.learnedAt, entry: event.payload })
      await entries.noteVersion(tx, event.tenant, versionOf(event))
    }),
    'site.entry-ended.v1': on(SiteEntryEnded, async (tx, event) => {
      await entries.endEntry(tx, event.tenant, { site: of(event), ...event.payload, at: event.learnedAt })
      await entries.noteVersion(tx, event.tenant, versionOf(event))
    }),
    'site.document-attached.v1': on(SiteDocumentAttached, (tx, event) =>
      entries.insertDocument(tx, event.tenant, { site: of(event), id: event.id, recordedAt: event.learnedAt, document: event.payload }),
    ),
    'site.document-withdrawn.v1': on(SiteDocumentWithdrawn, (tx, event) =>
      entries.withdrawDocument(tx, event.tenant, { site: of(event), ...event.payload, at: event.learnedAt }),
    ),
    'site.merged.v1': on(SiteMerged, (tx, event) =>
      merges.mergeSite(tx, event.tenant, { site: of(event), id: event.id, ...event.payload, at: event.learnedAt }),
    ),
    'site.unmerged.v1': on(SiteUnmerged, (tx, event) =>
      merges.unmergeSite(tx, event.tenant, { site: of(event), reason: event.payload.reason, at: event.learnedAt }),
    ),
    'site.parent-set.v1': on(SiteParentSet, (tx, event) =>
      merges.setParent(tx, event.tenant, { ...versionOf(event), parent: event.payload.parent }),
    ),
    'site.place-settled.v1': on(SitePlaceSettled, (tx, event) => {
      const { verdict, reason, ...disagreement } = event.payload
      const { organisation: organisation_id, role } = event.actor
      return merges.insertSettled(tx, event.tenant, {
        site_id: of(event),
        id: event.id,
        verdict,
        reason,
        disagreement,
        organisation_id,
        role,
        settled_at: event.learnedAt,
      })
    }),
    'site.icglr-id-read.v1': on(SiteIcglrIdRead, (tx, event) =>
      merges.readIcglrIdOf(tx, event.tenant, { site: of(event), icglrId: event.payload.icglrId }),
    ),
  },
}
