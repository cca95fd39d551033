/* What the server refuses about problem trees. */
import type { treesFr } from './trees-fr.ts'

export const treesEn: Record<keyof typeof treesFr, string> = {
  'refusal.unknown-tree': 'There is no such tree. Start from the list of trees.',
  'refusal.unknown-tree-version': 'This tree has no version {number}. Choose one of its frozen versions.',
  'refusal.tree-begun-already': 'This tree has been begun already. Open it in the list.',
  'refusal.tree-card-unknown': 'This card is no longer in the tree. Reload the page, then go on.',
  'refusal.tree-card-stands': 'This card is in the tree already. Reload the page.',
  'refusal.tree-core-stands': 'The tree has a core problem already. Make that one a cause or an effect first.',
  'refusal.tree-arrow-circles':
    'This arrow would make a circle: the card would be its own cause. Take an arrow away first, or word the cause more precisely.',
  'refusal.tree-merge-of-two-kinds': 'A cause and an effect are not put together. Change the place of one of the cards first.',
  'refusal.tree-card-holds-too-much': 'Together these cards have too many places, themes or texts. Put them together as two cards.',
  'refusal.tree-full': 'A tree has {most} cards at most. Put cards together, or begin a second tree.',
  'refusal.tree-moved-on':
    'The tree has changed meanwhile: somebody worked on it at another laptop. Nothing is lost: see what is kept, then lay your changes on top or leave them.',
  'refusal.tree-frozen': 'Version {number} has been frozen since {on} and changes no more. Open the next round to go on.',
  'refusal.tree-open-already': 'The tree is open: it can be worked on.',
  'refusal.tree-not-ready': '{n} {n|point keeps|points keep} the tree from being frozen. Settle those marked in the list, then freeze.',
  'refusal.tree-nothing-changed': 'Nothing has changed: there is nothing to keep.',
  'refusal.tree-place-unknown': 'These places are not known here: {places}. Choose sites and zones of the register.',
  'refusal.tree-owner-unknown': 'The body that owns an action is not registered. Choose it from the list, or write its name.',
  'refusal.tree-file-not-json': 'This file is not JSON. Take the JSON file that the export of a tree gives.',
  'refusal.tree-file-not-ours': 'This file is not a tree, or it was changed by hand. Export the tree again and read that file.',
  'refusal.tree-file-contradicts':
    'Cards and arrows of this file contradict each other: a double card, an arrow to nothing, a circle or two core problems. Mend the tree that it comes from.',
}
