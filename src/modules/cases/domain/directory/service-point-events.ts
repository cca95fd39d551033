/* What can happen to a service point, as the log keeps it: by bodies. Where it lies stands in no event; that its place was sealed, and to whom, does. */
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, calendarDate, count, listOf, orNull, record, text } from '../../../../kernel/schema.ts'
import { AccountId } from '../../../people/contract.ts'
import { CloseServicePoint, ServicePointFacts } from '../../contract-directory.ts'

export const act = { on: calendarDate(), by: text(60), body: orNull(text(60)) }
export const PointListed = record({ facts: ServicePointFacts, province: orNull(text(12)), verifiedOn: orNull(calendarDate()), ...act })
export const PointDescribed = record({ facts: ServicePointFacts, province: orNull(text(12)), ...act })
export const PointVerified = record({ freePlaces: orNull(count()), ...act })
export const PointClosed = record({ reason: CloseServicePoint.shape.reason, ...act })
export const PlaceSealed = record({ readers: listOf(AccountId, 60), ...act })
/** Somebody looked up where it lies. */
export const PlaceOpened = record({ ...act })
export const servicePointKinds = {
  'service-point.listed.v1': PointListed,
  'service-point.described.v1': PointDescribed,
  'service-point.verified.v1': PointVerified,
  'service-point.closed.v1': PointClosed,
  'service-point.place-sealed.v1': PlaceSealed,
  'service-point.place-opened.v1': PlaceOpened,
} as const
type Kinds = typeof servicePointKinds
export type ServicePointEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
