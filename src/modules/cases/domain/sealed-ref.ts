/* A place in a vault, and nothing of what lies there: the domain decides about people without ever holding who they are or what they told. */
import { type Infer, oneOf, record, text } from '../../../kernel/schema.ts'

/** Each vault has keys and readers of its own. */
export const Vault = oneOf('identity', 'narrative', 'witness', 'perpetrator')
export type Vault = Infer<typeof Vault>
export const SealedRef = record({ vault: Vault, id: text(80) })
export type SealedRef = Readonly<Infer<typeof SealedRef>>
