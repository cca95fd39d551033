/*
What lies here and cannot go on, and letting it go on. A parcel waits for those that its author had seen; where one of them is lost with its telephone, or was never
proved, it would wait for ever. Somebody who answers for the telephone may say that it shall be applied without the missing ones: no more than that. The
route may still refuse it, predecessors that are here still go first, and the row says who let it go, why, and without what.
*/
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { count, instant, listOf, looseRecord, maybe, mustParse, oneOf, orNull, parse, record, text } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { DeviceId, type DevicesDoor } from '../../../people/contract.ts'
import { ParcelId } from '../../contract.ts'
import type { ParcelDesk } from './parcel-desk.ts'
import { findOfDevice, listLying, releaseFrom } from './store-waiting.ts'

export interface ReleaseParts {
  readonly database: Pick<Database, 'transaction'>
  readonly devices: DevicesDoor<Tx>
  readonly desk: ParcelDesk
}

const Stuck = record({ parcel: ParcelId, receivedAt: instant(), missing: count() })
const Waiting = record({
  devices: listOf(
    record({
      device: DeviceId,
      /** Kept until their predecessors come, or until the server can apply them. */
      waiting: count(),
      /** Kept until somebody answers for the device. */
      held: count(),
      heldBecause: orNull(oneOf('device-removed', 'account-closed', 'device-role-withdrawn', 'office-locked-down', 'account-at-rest')),
      oldestReceivedAt: instant(),
      /** Predecessors that never arrived: they are on some telephone, or nowhere. */
      missing: listOf(ParcelId, 100),
      /** Those that wait for one that never arrived, oldest first; what waits for them goes on with them. */
      stuck: listOf(Stuck, 50),
      /** How often the most stubborn of them was tried. */
      tries: count(),
    }),
  ),
})
const Release = record({ data: record({ reason: text(1000) }) })
const Released = record({ parcel: ParcelId, state: oneOf('waiting', 'held', 'taken', 'refused'), missing: count() })

export const waitingRoutes = (parts: ReleaseParts): readonly Route[] => [waitingRoute(parts), releaseRoute(parts)]

const MOST_LYING = 5000
const waitingRoute = ({ devices }: ReleaseParts): Route =>
  readRoute({
    path: '/api/field/parcels/waiting',
    summary: 'what was handed in and could not be applied yet, by telephone, with the predecessors that never came',
    allow: can('field.oversee'),
    answer: Waiting,
    read: async ({ tx, who, tenant }) => {
      const seen = new Set((await devices.seenBy(tx, who)).map((one) => String(one.id)))
      const lying = (await listLying(tx, tenant, MOST_LYING)).filter((one) => seen.has(one.device))
      return accepted(
        mustParse(Waiting, {
          devices: [...Map.groupBy(lying, (one) => one.device)].map(([device, parcels]) => {
            const held = parcels.filter((one) => one.state === 'held')
            const because = parse(looseRecord({ code: maybe(text(100)) }), held[0]?.answer ?? {})
            const stuck = parcels.filter((one) => one.state === 'waiting' && one.missing.length > 0)
            return {
              device,
              waiting: parcels.length - held.length,
              held: held.length,
              heldBecause: because.ok ? (because.value.code ?? null) : null,
              oldestReceivedAt: parcels[0]?.receivedAt,
              missing: [...new Set(parcels.flatMap((one) => one.missing))].slice(0, 100),
              stuck: stuck.slice(0, 50).map(({ id, receivedAt, missing }) => ({ parcel: id, receivedAt, missing: missing.length })),
              tries: Math.max(...parcels.map((one) => one.tries)),
            }
          }),
        }),
      )
    },
  })

const releaseRoute = ({ database, devices, desk }: ReleaseParts): Route =>
  rawRoute({
    method: 'POST',
    path: '/api/field/parcels/:parcel/release',
    summary: 'a parcel goes on without predecessors that never came, with the reason; its own decision may still be refused',
    allow: can('field.rescue'),
    schemas: { params: record({ parcel: ParcelId }), body: Release, answer: Released },
    answer: async ({ who, tenant, now, params, body }) => {
      const named = parse(record({ parcel: ParcelId }), params)
      const asked = parse(looseRecord({ data: Release.shape.data }), body)
      if (!named.ok) return badInput(named.faults)
      if (!asked.ok) return badInput(asked.faults)
      const { parcel } = named.value
      const outcome = await database.transaction(async (tx) => {
        const found = await findOfDevice(tx, tenant, parcel)
        const isSeen = found !== null && (await devices.seenBy(tx, who)).some((one) => one.id === found.device)
        if (!found || !isSeen) return refused('no-such-parcel')
        const released = await releaseFrom(tx, tenant, { parcel, by: who.account, at: now, reason: asked.value.data.reason })
        // Asked again, or what was missing has come meanwhile: there is nothing to let go.
        return released > 0 || found.state !== 'waiting' ? accepted({ missing: released }) : refused('parcel-not-stuck')
      })
      if (!outcome.ok) return outcomeReply(outcome)
      await desk.settle([parcel])
      const after = await database.transaction((tx) => findOfDevice(tx, tenant, parcel))
      return { status: 200, body: mustParse(Released, { parcel, state: after?.state ?? 'waiting', missing: outcome.value.missing }) }
    },
  })
