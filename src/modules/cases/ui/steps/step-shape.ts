/*
A step of a case as something to fill in: which fields it has, and the command that comes of them. The command is read by the same schema as on the
server, so that a form cannot make what the server would not understand.
*/
import { parse } from '../../../../kernel/schema.ts'
import type { TextSlot, VaultName } from '../../contract-vault.ts'
import { OneCommandWire } from '../../domain/file/command-wire.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import type { Label } from '../../domain/label.ts'

export type Typed = string | boolean | readonly string[]
interface Named {
  readonly name: string
  readonly label: Label
}
export interface OptionShape {
  readonly value: string
  readonly label: Label
}
export type FieldShape =
  | (Named & { readonly kind: 'date' | 'text' | 'count' | 'check' })
  | (Named & { readonly kind: 'select' | 'checks'; readonly options: readonly OptionShape[] })
  | (Named & { readonly kind: 'sealed'; readonly vault: VaultName; readonly slot: TextSlot; readonly isOptional?: boolean })
export interface StepShape {
  readonly key: string
  readonly label: Label
  readonly fields: readonly FieldShape[]
  /** Without what the fields say. */
  readonly command: (values: Values) => object
}
export interface Values {
  readonly [name: string]: unknown
}
export const optionsOf = (labels: { readonly [code: string]: Label }): readonly OptionShape[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** What a field says in the command: nothing where nothing was filled in. */
export function valueOf(field: FieldShape, typed: Typed | undefined): unknown {
  switch (field.kind) {
    case 'check':
      return typed === true
    case 'checks':
      return Array.isArray(typed) ? typed : []
    case 'count':
      return typeof typed === 'string' && typed.trim() !== '' ? Number(typed) : undefined
    default:
      return typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : undefined
  }
}
/** In place of a text that is not sealed yet: as the reference that it will have. */
const NOT_SEALED = '00000000-0000-7000-8000-000000000000'
export function placeOf(field: FieldShape, typed: Typed | undefined): unknown {
  const value = valueOf(field, typed)
  return field.kind === 'sealed' && value !== undefined ? { vault: field.vault, id: NOT_SEALED } : value
}
/** `null`: something is missing, or is not what it should be. */
export function commandOf(step: StepShape, values: Values): OneCommand | null {
  const read = parse(OneCommandWire, JSON.parse(JSON.stringify(step.command(values))))
  return read.ok ? read.value : null
}
