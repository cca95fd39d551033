/*
Two telephones without network write the same field. Whoever arrives second and did not know the first does not win and does not lose: for fields
on which a life may hang the value stays as it is, the other is kept beside it as a conflict, both authors are told, and a person chooses. The level
of risk counts as the graver of the two until then (D). Other fields take the newer value, and the event says what it replaced.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import {
  type Infer,
  eitherOf,
  exactly,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  whole,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { ListCode } from '../codes.ts'
import { AccountId } from '../../../people/contract.ts'
import { SealedRef } from '../sealed-ref.ts'

export const EditId = id('case-edit')
export type EditId = Infer<typeof EditId>
export const ConflictId = id('case-conflict')
export const CaseField = oneOf(
  ...(['risk-level', 'safe-contact', 'whereabouts-known', 'age-band', 'guardian', 'exit-plan', 'sensitivity'] as const),
  ...(['languages', 'displacement', 'disability', 'source', 'next-appointment'] as const),
  // Of a child who was with armed men.
  ...(['release-ordered-on', 'handed-over-on', 'interim-care', 'family-tracing'] as const),
)
export type CaseField = Infer<typeof CaseField>
/** Never merged by a machine (D; two edits of the level of risk are a known loss elsewhere). */
export const HIGH_STAKES: readonly CaseField[] = [
  ...(['risk-level', 'safe-contact', 'whereabouts-known', 'age-band', 'guardian', 'exit-plan', 'sensitivity'] as const),
]
export const FieldValue = orNull(eitherOf(ListCode, whole(), yesOrNo(), SealedRef))
export type FieldValue = Infer<typeof FieldValue>

const Offer = record({ edit: EditId, value: FieldValue, by: AccountId, at: instant() })
export type Offer = Readonly<Infer<typeof Offer>>
const stamp = { by: AccountId, at: instant() }
/** `basedOn`: the edit that stood there when its author looked; `null`: nothing did. */
const setField = { edit: EditId, field: CaseField, value: FieldValue, basedOn: orNull(EditId) }
const resolve = { conflict: ConflictId, edit: EditId, value: FieldValue, note: maybe(SealedRef) }
export const FieldCommand = taggedBy('step', [
  record({ step: exactly('set-field'), ...setField }),
  record({ step: exactly('resolve-conflict'), ...resolve }),
])
export type FieldCommand = Infer<typeof FieldCommand>
export const fieldKinds = {
  'case-field.set.v1': record({ ...setField, ...stamp, replaced: orNull(Offer) }),
  /** The same said twice, without knowing. */
  'case-field.agreed.v1': record({ ...setField, ...stamp }),
  'case-field.conflict-found.v1': record({
    conflict: ConflictId,
    field: CaseField,
    current: Offer,
    offered: Offer,
    tell: listOf(AccountId, 2),
  }),
  'case-field.conflict-resolved.v1': record({ ...resolve, ...stamp, field: CaseField }),
} as const
type Kinds = typeof fieldKinds
export type FieldEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export interface FieldState {
  readonly current: Offer
  /** Edits that said what stands now: who knew one of them knew the value. */
  readonly known: readonly string[]
}
export interface OpenConflict {
  readonly field: CaseField
  readonly current: Offer
  readonly offers: readonly Offer[]
}
export interface Fields {
  readonly values: ReadonlyMap<CaseField, FieldState>
  readonly conflicts: ReadonlyMap<string, OpenConflict>
  readonly edits: ReadonlySet<string>
}
export const noFields: Fields = { values: new Map(), conflicts: new Map(), edits: new Set() }

export const isSame = (a: FieldValue, b: FieldValue): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && a.vault === b.vault && a.id === b.id)
const openOn = ({ conflicts }: Fields, field: CaseField): boolean => [...conflicts.values()].some((one) => one.field === field)

export interface EditStamp {
  readonly by: AccountId
  readonly at: string
  /** For the conflict that this edit may open. */
  readonly newConflict: Infer<typeof ConflictId>
}
/** An edit is an observation of its author: it is always kept, as the value or beside it. */
export function decideField(fields: Fields, command: FieldCommand, { by, at, newConflict }: EditStamp): Outcome<readonly FieldEvent[]> {
  if (command.step === 'resolve-conflict') {
    const found = fields.conflicts.get(command.conflict)
    if (!found) return refused('unknown-conflict')
    const { step: _step, ...chosen } = command
    return accepted([{ kind: 'case-field.conflict-resolved.v1', payload: { ...chosen, field: found.field, by, at } }])
  }
  const { step: _step, ...said } = command
  // The same parcel twice: it is there already.
  if (fields.edits.has(said.edit)) return accepted([])
  const state = fields.values.get(said.field)
  if (!state) return accepted([{ kind: 'case-field.set.v1', payload: { ...said, by, at, replaced: null } }])
  const isOpen = openOn(fields, said.field)
  if (!isOpen && isSame(state.current.value, said.value)) return accepted([{ kind: 'case-field.agreed.v1', payload: { ...said, by, at } }])
  const knew = said.basedOn !== null && state.known.includes(said.basedOn)
  if ((knew && !isOpen) || !HIGH_STAKES.includes(said.field))
    return accepted([{ kind: 'case-field.set.v1', payload: { ...said, by, at, replaced: state.current } }])
  const offered = { edit: said.edit, value: said.value, by, at }
  const tell = [...new Set([state.current.by, by])]
  return accepted([
    { kind: 'case-field.conflict-found.v1', payload: { conflict: newConflict, field: said.field, current: state.current, offered, tell } },
  ])
}

export function evolveFields(fields: Fields, event: FieldEvent): Fields {
  const seen = (edit: string): ReadonlySet<string> => new Set([...fields.edits, edit])
  switch (event.kind) {
    case 'case-field.set.v1': {
      const { edit, field, value, by, at } = event.payload
      return { ...fields, values: put(fields, field, { current: { edit, value, by, at }, known: [edit] }), edits: seen(edit) }
    }
    case 'case-field.agreed.v1': {
      const state = fields.values.get(event.payload.field)
      if (!state) return fields
      const { field, edit } = event.payload
      return { ...fields, values: put(fields, field, { ...state, known: [...state.known, edit] }), edits: seen(edit) }
    }
    case 'case-field.conflict-found.v1': {
      const { conflict, field, current, offered } = event.payload
      const [openId, open] = [...fields.conflicts].find(([, one]) => one.field === field) ?? [conflict, { field, current, offers: [] }]
      const conflicts = new Map([...fields.conflicts, [openId, { ...open, offers: [...open.offers, offered] }] as const])
      return { ...fields, conflicts, edits: seen(offered.edit) }
    }
    case 'case-field.conflict-resolved.v1': {
      const { conflict, edit, field, value, by, at } = event.payload
      const open = fields.conflicts.get(conflict)
      const same = [...(open ? [open.current, ...open.offers] : [])].filter((one) => isSame(one.value, value)).map((one) => one.edit)
      const conflicts = new Map([...fields.conflicts].filter(([id]) => id !== conflict))
      return { values: put(fields, field, { current: { edit, value, by, at }, known: [edit, ...same] }), conflicts, edits: seen(edit) }
    }
  }
}
const put = ({ values }: Fields, field: CaseField, state: FieldState): Fields['values'] => new Map([...values, [field, state]])
