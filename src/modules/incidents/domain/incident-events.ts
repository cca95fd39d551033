/* What the log keeps of an incident. Bodies and classes of actors, never persons; who reported is in no payload. */
import type { DomainEvent } from '../../../kernel/decider.ts'
import { type Infer, calendarDate, exactly, listOf, maybe, oneOf, orNull, position, record, text } from '../../../kernel/schema.ts'
import { LotId } from '../../custody/contract.ts'
import { HitId } from '../../custody/contract-plausibility.ts'
import { DocumentRef } from '../../documents/contract.ts'
import { OrganisationId } from '../../people/contract.ts'
import { SiteId } from '../../sites/contract.ts'
import { AnnexRisk, Confidentiality, IncidentCategory, IncidentLevel, IncidentSeverity } from '../contract.ts'
import { ActorOfIncident, Basis, Decided, IncidentSource, PlaceKind } from '../contract-report.ts'

export const KeptPlace = record({
  kind: PlaceKind,
  site: orNull(SiteId),
  name: orNull(text(160)),
  position: maybe(position()),
  provinceCode: orNull(text(12)),
  territoireCode: orNull(text(12)),
})
export type KeptPlace = Infer<typeof KeptPlace>
/** A body that may neither see nor handle it, and why. Classes of actors make parties besides: see conflict.ts. */
export const Party = record({ organisation: OrganisationId, because: oneOf('named', 'site-operator', 'lot-holder') })
export type Party = Infer<typeof Party>

export const Reported = record({
  number: text(40),
  source: IncidentSource,
  receivedOn: calendarDate(),
  occurredOn: orNull(calendarDate()),
  category: IncidentCategory,
  risks: listOf(AnnexRisk, 10),
  severity: IncidentSeverity,
  level: IncidentLevel,
  place: KeptPlace,
  account: text(4_000),
  actors: listOf(ActorOfIncident, 20),
  parties: listOf(Party, 1_000),
  lots: listOf(LotId, 500),
  photos: listOf(DocumentRef, 10),
  confidentiality: Confidentiality,
  hit: orNull(HitId),
})
export const Described = record({
  category: IncidentCategory,
  risks: listOf(AnnexRisk, 10),
  severity: IncidentSeverity,
  occurredOn: orNull(calendarDate()),
  actors: listOf(ActorOfIncident, 20),
  parties: listOf(Party, 1_000),
  confidentiality: Confidentiality,
  reason: text(1_000),
})
const note = orNull(text(1_000))
const reason = text(1_000)
const Verified = record({ basis: Basis, verifiedOn: calendarDate(), finding: text(4_000) })

export const incidentKinds = {
  'incident.reported.v1': Reported,
  'incident.described.v1': Described,
  'incident.taken-up.v1': record({ note }),
  'incident.verification-begun.v1': record({ note }),
  'incident.confirmed.v1': Verified,
  'incident.found-unfounded.v1': Verified,
  'incident.action-agreed.v1': record({
    ...{ action: text(60), text: text(400), owner: OrganisationId, due: calendarDate(), agreedIn: orNull(text(160)) },
  }),
  /** `toConfirm`: said by a body that the file names; it counts once another body has seen it. */
  'incident.action-done.v1': record({
    ...{
      action: text(60),
      doneOn: calendarDate(),
      evidence: text(1_000),
      photos: listOf(DocumentRef, 10),
      toConfirm: maybe(exactly(true)),
    },
  }),
  /** Another body saw that it was done, or that it was not: then it is open again. */
  'incident.action-checked.v1': record({ action: text(60), as: oneOf('done', 'not-done'), seen: text(1_000) }),
  'incident.action-dropped.v1': record({ action: text(60), reason }),
  'incident.lots-concerned.v1': record({ lots: listOf(LotId, 500), parties: listOf(Party, 1_000), reason }),
  /** From now on the lots are not freed while the incident is open. `ground`: what the decision rested on. */
  'incident.lots-held.v1': record({ lots: listOf(LotId, 500), ground: oneOf('confirmed', 'reasonable-suspicion'), reason }),
  'incident.lots-freed.v1': record({ lots: listOf(LotId, 500), reason }),
  'incident.escalated.v1': record({ from: IncidentLevel, to: IncidentLevel, because: oneOf('clock', 'decided'), reason: note }),
  'incident.resolved.v1': record({ decided: Decided, note: reason }),
  'incident.closed.v1': record({ note }),
  'incident.reopened.v1': record({ number: text(40), reason }),
  'incident.outcome-published.v1': record({
    ...{ month: text(7), provinceCode: orNull(text(12)), territoireCode: orNull(text(12)), category: IncidentCategory, decided: Decided },
  }),
  'incident.outcome-withdrawn.v1': record({ reason }),
} as const
type Kinds = typeof incidentKinds
export type IncidentEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export type EventOf<Kind extends keyof Kinds> = Infer<Kinds[Kind]>
