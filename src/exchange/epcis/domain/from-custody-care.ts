/*
What is done to goods without moving them: held and released, seized, assayed, voided, certified. A hold is a persistent disposition,
because it goes on when the goods move. Reasons are figures and papers, never a person.
*/
import { type NamedLot, type Telling, frame, goods, lotIn, said } from './from-custody-parts.ts'
import { type Json, type JsonObject, objectsOf } from './json.ts'
import { ours, paperUri } from './own-words.ts'
import { atOffset } from './times.ts'

export function holding(
  telling: Telling,
  lot: NamedLot,
  { act, reason }: { readonly act: string; readonly reason?: Json | undefined },
): JsonObject {
  return {
    ...frame(telling, 'ObjectEvent', act),
    action: 'OBSERVE',
    bizStep: 'holding',
    disposition: 'unavailable',
    persistentDisposition: { set: ['non_conformant'], unset: ['conformant'] },
    ...goods(telling.context, lot, null),
    ...ours({ reason }),
  }
}
function freed(telling: Telling, act: string, more: JsonObject): JsonObject {
  return {
    ...frame(telling, 'ObjectEvent', act),
    action: 'OBSERVE',
    bizStep: 'holding',
    disposition: 'available',
    persistentDisposition: { unset: ['non_conformant'] },
    ...goods(telling.context, lotIn(telling.context, telling.fact.subject), null),
    ...ours(more),
  }
}
const own = ({ fact, context }: Telling): NamedLot => lotIn(context, fact.subject)

export const lotQuarantined = (telling: Telling): readonly JsonObject[] => [
  holding(telling, own(telling), { act: 'quarantine-lot', reason: telling.fact.payload['reason'] }),
]
export const lotReleased = (telling: Telling): readonly JsonObject[] => [
  freed(telling, 'release-lot', { reason: telling.fact.payload['reason'] ?? null }),
]
export function lotSeized(telling: Telling): readonly JsonObject[] {
  const { payload } = telling.fact
  const more = ours({ authority: payload['authority'], paper: payload['paper'], seizedOn: payload['seizedOn'] })
  return [{ ...holding(telling, own(telling), { act: 'seize-lot', reason: payload['reason'] }), ...more }]
}
export function seizureLifted(telling: Telling): readonly JsonObject[] {
  const { reason, paper, liftedOn } = telling.fact.payload
  return [freed(telling, 'lift-seizure', { reason: reason ?? null, paper: paper ?? null, liftedOn: liftedOn ?? null })]
}

export const lotVoided = (telling: Telling): readonly JsonObject[] => [
  {
    ...frame(telling, 'ObjectEvent', 'void-lot'),
    action: 'DELETE',
    bizStep: 'decommissioning',
    disposition: 'inactive',
    ...goods(telling.context, own(telling), null),
    ...ours({ reason: telling.fact.payload['reason'] }),
  },
]

/** Chemical names by which anybody knows a pure substance; oxides go by our own address. */
const inchiKeys: ReadonlyMap<string, string> = new Map([
  ['Sn', 'ATJFFYVFTNAWJD-UHFFFAOYSA-N'],
  ['Au', 'PCHJSUWPFVWCPO-UHFFFAOYSA-N'],
  ['Fe', 'XEEYBQQBJWHFJM-UHFFFAOYSA-N'],
  ['U', 'JFALSRSLKYAFGM-UHFFFAOYSA-N'],
  ['Th', 'ZSLUVFAKFWKJRC-UHFFFAOYSA-N'],
  ['moisture', 'XLYOFNOQVPJJNP-UHFFFAOYSA-N'],
])
const INCHI = 'https://identifiers.org/inchikey:'
export const substanceUri = (base: string, element: string): string => {
  const key = inchiKeys.get(element)
  return key === undefined ? `${base}/id/substance/${element}` : INCHI + key
}
export function elementOf(uri: string): string | null {
  const found = [...inchiKeys].find(([, key]) => uri.endsWith(key))
  return found?.[0] ?? /\/id\/substance\/([A-Za-z0-9]+)$/.exec(uri)?.[1] ?? null
}

export function lotAssayed(telling: Telling): readonly JsonObject[] {
  const { fact, context } = telling
  const { payload } = fact
  const report = (one: JsonObject): JsonObject => ({
    type: 'Dimensionless',
    chemicalSubstance: substanceUri(context.base, said(one, 'element')),
    value: one['value'] ?? null,
    uom: one['unit'] === 'per-mille' ? 'NX' : 'P1',
    ...ours({ element: one['element'], uncertainty: one['uncertainty'] }),
  })
  const time = atOffset(fact.happenedAt, context.timeZoneOffset)
  return [
    {
      ...frame(telling, 'ObjectEvent', 'record-assay'),
      action: 'OBSERVE',
      bizStep: 'inspecting',
      ...goods(context, own(telling), null),
      sensorElementList: [
        {
          sensorMetadata: { time },
          sensorReport: [report(payload), ...objectsOf(payload['others']).map(report)],
        },
      ],
      ...ours({
        ...{ lab: payload['lab'], method: payload['method'], sample: payload['sample'], assayedOn: payload['assayedOn'] },
        ...{ uncertaintyUnit: payload['uncertaintyUnit'], accredited: payload['accredited'] },
      }),
    },
  ]
}

/** A certificate is a paper of the lot; it is withdrawn by taking the lot off that paper. */
export function certificateIssued(telling: Telling): readonly JsonObject[] {
  const { fact, context } = telling
  return [certified(telling, { number: said(fact.payload, 'number'), lot: lotIn(context, said(fact.payload, 'lot')), isIssued: true })]
}
export function certificateRevoked(telling: Telling): readonly JsonObject[] {
  const { fact, context } = telling
  const issued = context
    .historyOf?.(fact.subject)
    .find((one) => one.kind === 'certificate.issued.v1' && one.payload['number'] === fact.payload['number'])
  if (!issued) return []
  return [certified(telling, { number: said(fact.payload, 'number'), lot: lotIn(context, said(issued.payload, 'lot')), isIssued: false })]
}
function certified(
  telling: Telling,
  { number, lot, isIssued }: { readonly number: string; readonly lot: NamedLot; readonly isIssued: boolean },
): JsonObject {
  const { fact, context } = telling
  const { payload } = fact
  return {
    ...frame(telling, 'TransactionEvent', isIssued ? 'certify-lot' : 'revoke-certificate'),
    action: isIssued ? 'ADD' : 'DELETE',
    bizTransactionList: [{ type: 'cert', bizTransaction: paperUri(context.base, 'cert', number) }],
    ...goods(context, lot, null),
    persistentDisposition: isIssued ? { set: ['conformant'] } : { unset: ['conformant'] },
    ...(isIssued ? { certificationInfo: `${context.base}/certificate/${encodeURIComponent(number)}` } : {}),
    ...ours({ issuedOn: payload['issuedOn'], expiresOn: payload['expiresOn'], revokedOn: payload['on'] }),
  }
}
