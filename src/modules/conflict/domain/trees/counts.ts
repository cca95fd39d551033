/* How much is in a tree, for lists. */
import { type Infer, count, record } from '../../../../kernel/schema.ts'
import type { TreeContent } from '../../contract-trees.ts'

export const TreeCounts = record({ cards: count(), causes: count(), effects: count(), chosen: count(), actions: count() })
export const countsOf = ({ cards }: TreeContent): Infer<typeof TreeCounts> => ({
  cards: cards.length,
  causes: cards.filter((one) => one.kind === 'cause').length,
  effects: cards.filter((one) => one.kind === 'effect').length,
  chosen: cards.filter((one) => one.isChosen).length,
  actions: cards.filter((one) => one.action !== null).length,
})
