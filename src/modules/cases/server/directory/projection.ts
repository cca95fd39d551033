/* How what happens to service points and shelters becomes rows. */
import type { Schema } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { PlaceSealed, PointClosed, PointDescribed, PointListed, PointVerified } from '../../domain/directory/service-point-events.ts'
import { RoomsArranged, ShelterClosed, ShelterDescribed, ShelterRegistered } from '../../domain/directory/shelter-register.ts'
import * as store from './store-directory.ts'

interface Act {
  readonly on: string
  readonly body: string | null
}
/** What happened stands in the history of the point, by its body; then the rest. */
const told = <Payload extends Act>(schema: Schema<Payload>, what: string, apply: (tx: Tx, event: StoredEvent<Payload>) => Promise<void>) =>
  on(schema, async (tx, event) => {
    await apply(tx, event)
    const { on: day, body } = event.payload
    await store.addPointAct(tx, event.tenant, { id: subjectId(event.subject), act: { what, on: day, body } })
  })

export const directoryProjection: Projection = {
  name: 'directory',
  tables: ['service_point', 'shelter'],
  apply: {
    'service-point.listed.v1': told(PointListed, 'listed', (tx, { tenant, subject, payload }) => {
      const { facts, province, verifiedOn, body } = payload
      return store.insertPoint(tx, tenant, {
        ...{ id: subjectId(subject), area: facts.area, province, facts, verifiedOn, listedOn: payload.on },
        verifiedBy: verifiedOn === null ? null : body,
      })
    }),
    'service-point.described.v1': told(PointDescribed, 'described', (tx, { tenant, subject, payload: { facts, province } }) =>
      store.describePoint(tx, tenant, { id: subjectId(subject), area: facts.area, province, facts }),
    ),
    'service-point.verified.v1': told(PointVerified, 'verified', (tx, { tenant, subject, payload }) =>
      store.verifyPoint(tx, tenant, { id: subjectId(subject), on: payload.on, by: payload.body, freePlaces: payload.freePlaces }),
    ),
    'service-point.closed.v1': told(PointClosed, 'closed', (tx, { tenant, subject, payload }) =>
      store.closePoint(tx, tenant, { id: subjectId(subject), on: payload.on, reason: payload.reason }),
    ),
    'service-point.place-sealed.v1': told(PlaceSealed, 'place-sealed', () => Promise.resolve()),
    'shelter.registered.v1': on(ShelterRegistered, (tx, { tenant, subject, payload }) => {
      const { organisation, facts, on: registeredOn } = payload
      return store.insertShelter(tx, tenant, { id: subjectId(subject), organisation, province: facts.province, facts, registeredOn })
    }),
    'shelter.described.v1': on(ShelterDescribed, (tx, { tenant, subject, payload: { facts } }) =>
      store.describeShelter(tx, tenant, { id: subjectId(subject), province: facts.province, facts }),
    ),
    'shelter.rooms-arranged.v1': on(RoomsArranged, (tx, { tenant, subject, payload: { from, rooms } }) =>
      store.arrangeShelter(tx, tenant, { id: subjectId(subject), arrangement: { from, rooms } }),
    ),
    'shelter.closed.v1': on(ShelterClosed, (tx, { tenant, subject, payload }) =>
      store.closeShelter(tx, tenant, { id: subjectId(subject), on: payload.on, reason: payload.reason }),
    ),
    'shelter.place-sealed.v1': on(PlaceSealed, (tx, { tenant, subject, payload }) =>
      store.countPlaceReaders(tx, tenant, { id: subjectId(subject), readers: payload.readers.length }),
    ),
  },
}
