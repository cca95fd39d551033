/* A place in a vault, and nothing of what lies there: the domain decides about people without ever holding who they are or what they told. */
import { type Infer, record } from '../../../kernel/schema.ts'
import { ThingId } from './codes.ts'
import { VaultName } from '../contract-vault.ts'

export const Vault = VaultName
export type Vault = VaultName
export const SealedRef = record({ vault: Vault, id: ThingId })
export type SealedRef = Readonly<Infer<typeof SealedRef>>
