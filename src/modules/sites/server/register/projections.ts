/*
The read tables of sites follow from the log. Days and instants come from the event, never from the clock, so that a rebuild gives
the same rows. The place of a site is found with the boundaries that stood in the log before it.
*/
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import { BOUNDARIES_IMPORTED } from '../../../places/contract.ts'
import { armedInterferenceIn } from '../../domain/register/interference.ts'
import { QualificationReported, SiteRegistered, SiteVisited, TraceabilityReported } from '../../contract-observations.ts'
import {
  BlueApplied,
  BlueObjected,
  BlueReceiptRecorded,
  SiteCorrected,
  SiteFactVoided,
  SiteHeld,
  SiteHoldLifted,
  SiteIcglrIdIssued,
} from '../../domain/register/site-words.ts'
import { type House, type SitesDoors, placeOf } from './place-of-site.ts'
import * as facts from './store-observations.ts'
import * as register from './store-register.ts'

const of = (event: StoredEvent): string => subjectId(event.subject)
const rowOf = (event: StoredEvent) => ({ site: of(event), id: event.id, recordedAt: event.learnedAt })

export const registerProjection = (doors: SitesDoors): Projection => ({
  name: 'sites-register',
  tables: ['site'],
  apply: {
    'site.registered.v1': on(SiteRegistered, async (tx, event) => {
      const { payload } = event
      await register.insertSite(tx, event.tenant, {
        id: of(event),
        national_id: payload.nationalId,
        name: payload.name,
        aliases: payload.aliases ?? [],
        country: payload.country,
        minerals: payload.minerals,
        latitude: payload.position?.at.latitude ?? null,
        longitude: payload.position?.at.longitude ?? null,
        position_origin: payload.position?.origin ?? null,
        stated: payload.stated ?? {},
        activity: payload.activity ?? null,
        parent_site: payload.parentSite ?? null,
        source: payload.source,
        registered_on: dayOf(event.happenedAt),
        registered_at: event.learnedAt,
        register_version: event.subjectVersion,
        ...(await placeOf(tx, { tenant: event.tenant, doors }, payload)),
      })
    }),
    'site.corrected.v1': on(SiteCorrected, async (tx, event) => {
      const { payload } = event
      const { reason: _reason, position: _position, ...change } = payload
      await register.correctSite(tx, event.tenant, {
        ...present(change),
        id: of(event),
        at: event.learnedAt,
        version: event.subjectVersion,
      })
      const row = await register.findSiteRow(tx, event.tenant, of(event))
      if (row !== null && (payload.position || payload.stated))
        await moveTo(tx, { tenant: event.tenant, doors }, { row, position: payload.position })
    }),
    'site.icglr-id-issued.v1': on(SiteIcglrIdIssued, (tx, event) =>
      register.setIcglrId(tx, event.tenant, { id: of(event), ...event.payload }),
    ),
    [BOUNDARIES_IMPORTED]: (tx, event) => findPlacesAnew(tx, doors, event.tenant),
  },
})

type Mapped = Pick<register.SiteTableRow, 'id' | 'latitude' | 'longitude' | 'position_origin' | 'stated'>
type Located = Parameters<typeof register.moveSite>[2]
async function moveTo(
  tx: Tx,
  { tenant, doors }: House,
  { row, position }: { readonly row: Mapped; readonly position?: SiteRegistered['position'] },
): Promise<void> {
  const old =
    row.latitude !== null && row.longitude !== null
      ? { at: { latitude: row.latitude, longitude: row.longitude }, origin: row.position_origin ?? ('unknown' as const) }
      : undefined
  const now = position ?? old
  const moved: Located = {
    id: row.id,
    at: now?.at ?? null,
    origin: now?.origin ?? null,
    ...(await placeOf(tx, { tenant, doors }, { position: now, stated: row.stated })),
  }
  await register.moveSite(tx, tenant, moved)
}

/** Finds the place of every site anew, because the boundaries changed. Cost: one look-up and one update per site. */
async function findPlacesAnew(tx: Tx, doors: SitesDoors, tenant: string): Promise<void> {
  for (const row of await register.listPositions(tx, tenant)) await moveTo(tx, { tenant, doors }, { row })
}

export const observationProjection: Projection = {
  name: 'sites-observations',
  tables: ['site_visit', 'site_traceability', 'site_status_fact'],
  apply: {
    'site.visited.v1': on(SiteVisited, (tx, event) =>
      facts.insertVisit(tx, event.tenant, {
        ...rowOf(event),
        content: event.payload,
        interference: armedInterferenceIn(event.payload.observed),
      }),
    ),
    'site.traceability-reported.v1': on(TraceabilityReported, (tx, event) =>
      facts.insertTraceability(tx, event.tenant, { ...rowOf(event), content: event.payload }),
    ),
    'site.qualification-reported.v1': on(QualificationReported, (tx, event) =>
      facts.insertFact(tx, event.tenant, {
        ...rowOf(event),
        actsOn: event.payload.date,
        content: { kind: 'reported', colour: event.payload.reported, on: event.payload.date, source: event.payload.source.name },
        detail: event.payload,
      }),
    ),
    'site.held.v1': on(SiteHeld, (tx, event) => {
      const { by, reason, from, hold } = event.payload
      return facts.insertFact(tx, event.tenant, {
        ...rowOf(event),
        actsOn: from,
        content: { kind: 'hold', by, reason, from, lifted: null },
        detail: { hold },
      })
    }),
    'site.hold-lifted.v1': on(SiteHoldLifted, (tx, event) =>
      facts.liftHold(tx, event.tenant, {
        site: of(event),
        hold: event.payload.hold,
        lifted: { on: event.payload.on, recordedAt: event.learnedAt },
      }),
    ),
    'site.blue-applied.v1': on(BlueApplied, (tx, event) => {
      const { application, receipts } = event.payload
      const known = receipts.map((receipt) => ({ ...receipt, recordedAt: event.learnedAt }))
      const content = { kind: 'blue', application, receipts: known, objections: [] } as const
      return facts.insertFact(tx, event.tenant, { ...rowOf(event), actsOn: dayOf(event.happenedAt), content, detail: event.payload })
    }),
    'site.blue-receipt-recorded.v1': on(BlueReceiptRecorded, (tx, event) => {
      const { application, level, on } = event.payload
      return facts.appendToBlue(tx, event.tenant, {
        site: of(event),
        application,
        list: 'receipts',
        item: { level, on, recordedAt: event.learnedAt },
      })
    }),
    'site.blue-objected.v1': on(BlueObjected, (tx, event) => {
      const { application, criterion, by, on } = event.payload
      const item = { criterion, by, on, recordedAt: event.learnedAt }
      return facts.appendToBlue(tx, event.tenant, { site: of(event), application, list: 'objections', item })
    }),
    'site.fact-voided.v1': on(SiteFactVoided, (tx, event) =>
      facts.voidFact(tx, event.tenant, { site: of(event), id: event.payload.fact, at: event.learnedAt, reason: event.payload.reason }),
    ),
  },
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
/** Without the names whose value is undefined, which JSON never carries. */
function present<T extends object>(value: T): Present<T>
function present(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined))
}
