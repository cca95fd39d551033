/* What can happen to a block of numbers and to the provisional certificates issued from it. Accounts are identifiers; no payload names a person. */
import { type Infer, calendarDate, count, listOf, maybe, oneOf, record, text } from '../../../../kernel/schema.ts'
import { AccountId, DeviceId, OrganisationId } from '../../../people/contract.ts'
import { BlockEnd, ProvisionalFacts } from '../../contract-issuing.ts'
import { DossierTerms } from '../../contract.ts'

export const BlockReserved = record({
  office: OrganisationId,
  officeName: text(160),
  prefix: text(10),
  from: count(),
  to: count(),
  firstIndex: count(),
  device: DeviceId,
  /** Of the telephone, in lower-case hexadecimal; the only key that may sign with these numbers. */
  publicKey: text(64),
  reservedOn: calendarDate(),
  validUntil: calendarDate(),
})
export const ProvisionalIssued = record({
  number: text(24),
  listIndex: count(),
  issuedOn: calendarDate(),
  expiresOn: calendarDate(),
  validator: AccountId,
  device: DeviceId,
  facts: ProvisionalFacts,
  terms: DossierTerms,
  /** The signed code, as it stands on the sheet. */
  code: text(5000),
  /** Kept because it is on paper; it opens nothing. */
  problem: maybe(oneOf('number-used-twice')),
})
export type ProvisionalIssued = Infer<typeof ProvisionalIssued>
export const ProvisionalWithdrawn = record({ number: text(24), on: calendarDate(), reason: text(1000) })
export const BlockClosed = record({
  on: calendarDate(),
  why: BlockEnd,
  reason: text(400),
  unused: listOf(record({ from: count(), to: count() }), 1000),
  /** Of a lost telephone: the first day on which it may have been in other hands, where that is before `on`. */
  since: maybe(calendarDate()),
})

export const blockKinds = {
  'number-block.reserved.v1': BlockReserved,
  'certificate.provisional-issued.v1': ProvisionalIssued,
  'certificate.provisional-withdrawn.v1': ProvisionalWithdrawn,
  'number-block.closed.v1': BlockClosed,
} as const
type Kinds = typeof blockKinds
export type BlockEvent = { [Kind in keyof Kinds]: { readonly kind: Kind; readonly payload: Infer<Kinds[Kind]> } }[keyof Kinds]
