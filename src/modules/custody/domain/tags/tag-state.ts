/*
The life of one printed tag: which state may follow which. A number never returns to an earlier state: what happens against this
order is kept as an observation and becomes a finding, but the tag itself stays where it is. It refuses to know sites and lots.
*/
import { type Infer, oneOf } from '../../../../kernel/schema.ts'

export const TagState = oneOf(
  'printed',
  'in-stock',
  'allocated',
  'in-lockbox',
  'used',
  'in-transit',
  'emptied',
  'destroyed',
  'lost',
  'stolen',
  'damaged',
  'void',
  'suspect',
)
export type TagState = Infer<typeof TagState>

const fromUnused = ['lost', 'stolen', 'damaged', 'void', 'suspect'] as const
/** Which state may follow which (domain specification 6.6; the side states' order is our own proposal, mark D). */
export const tagSteps: { readonly [State in TagState]: readonly TagState[] } = {
  printed: ['in-stock', 'allocated', ...fromUnused],
  'in-stock': ['allocated', ...fromUnused],
  allocated: ['in-lockbox', 'used', ...fromUnused],
  'in-lockbox': ['used', ...fromUnused],
  used: ['in-transit', 'emptied', 'suspect'],
  'in-transit': ['emptied', 'suspect'],
  emptied: ['destroyed', 'suspect'],
  destroyed: ['suspect'],
  lost: ['suspect'],
  stolen: ['suspect'],
  damaged: ['destroyed', 'suspect'],
  void: ['destroyed', 'suspect'],
  suspect: [],
}
export const mayBecome = (from: TagState, to: TagState): boolean => tagSteps[from].includes(to)

/** The states from which a tag may come to this one. */
export const statesBefore = (to: TagState): readonly TagState[] => TagState.options.filter((from) => mayBecome(from, to))
