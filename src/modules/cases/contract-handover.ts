/* A whole case on its way to another body, as it is answered: codes, bands and hours. Nothing here says who the person is or what they told. */
import { type Infer, count, instant, listOf, oneOf, orNull, record, text } from '../../kernel/schema.ts'
import { OrganisationId } from '../people/contract.ts'
import { VaultName } from './contract-vault.ts'

export const OfferedCase = record({
  ...{ handover: text(60), from: OrganisationId, slip: text(12), offeredAt: instant(), respondBy: instant() },
  ...{ type: text(40), level: oneOf('high', 'medium', 'low'), ageBand: orNull(text(20)), gender: orNull(text(40)) },
  ...{ openReferrals: count(), vaults: listOf(VaultName, 5) },
})
export type OfferedCase = Readonly<Infer<typeof OfferedCase>>
export const OfferedCases = record({ offers: listOf(OfferedCase), asOf: instant() })
export type OfferedCases = Readonly<Infer<typeof OfferedCases>>

export const SentHandover = record({
  ...{ handover: text(60), recipient: OrganisationId, slip: text(12), state: text(20), reason: orNull(text(40)) },
  ...{ respondBy: instant(), statusAt: instant() },
})
export type SentHandover = Readonly<Infer<typeof SentHandover>>
export const SentHandovers = record({ sent: listOf(SentHandover), asOf: instant() })
export type SentHandovers = Readonly<Infer<typeof SentHandovers>>
