/* What a frozen version gives on: each place as a proposed conflict sheet, the cards as a problem tree. Each carries the number of what it comes from, so that giving twice gives nothing twice. Pure. */
import { asId } from '../../../../kernel/schema.ts'
import type { BeginTree, Card, TreeContent } from '../../contract-trees.ts'
import type { ProposeSheet } from '../../contract-sheets.ts'
import type { FrozenShown, HallCard, HallEntry } from '../../contract-workshops.ts'
import type { Infer } from '../../../../kernel/schema.ts'

type SheetProposal = Readonly<Infer<typeof ProposeSheet>>
type TreeBeginning = Readonly<Infer<typeof BeginTree>>

/** A sheet of an entry has the entry's number; it was known on the last day of the workshop, or on the day of freezing where that came first. */
export function sheetOf({ workshop, frozen, content: { convened } }: FrozenShown, entry: HallEntry): SheetProposal {
  const asOf = frozen.on < convened.lastDay ? frozen.on : convened.lastDay
  return { workshop, round: convened.round, asOf, content: entry.content }
}

const cardOf = ({ id, kind, text, dots }: HallCard): Card => ({
  ...{ id, kind, text, objective: null, votes: dots, themes: [], sites: [], zones: [] },
  ...{ isChosen: false, action: null, heard: [] },
})
/** An arrow says "brings about": a cause what it hangs under, what an effect hangs under the effect. */
export function treeOf({ workshop, content: { convened, cards } }: FrozenShown): TreeBeginning {
  const known = new Set<string>(cards.map((card) => card.id))
  const arrows: TreeContent['arrows'] = cards.flatMap(({ id, kind, under }) => {
    if (under === null || !known.has(under)) return []
    return [kind === 'effect' ? { from: under, to: id } : { from: id, to: under }]
  })
  const content: TreeContent = { title: convened.title, cards: cards.map(cardOf), arrows }
  return { title: convened.title, zones: convened.territoires.slice(0, 12), workshop, content }
}
/** The tree of a workshop has the workshop's number. */
export const treeIdOf = ({ workshop }: Pick<FrozenShown, 'workshop'>) => asId('problem-tree', workshop)
