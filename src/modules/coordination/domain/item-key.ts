/* Under which word an item is said: of what is counted and has come to nothing since, that there is nothing any more. Pure; it refuses nothing. */
import type { AgendaItem, ItemSource } from '../contract-meetings.ts'

const NOTHING = {
  'red-sites': 'item.nothing.red-sites',
  incidents: 'item.nothing.incidents',
  warnings: 'item.nothing.warnings',
  'held-lots': 'item.nothing.held-lots',
} as const
type Counted = keyof typeof NOTHING
const isCounted = (source: ItemSource): source is Counted => source in NOTHING
export const itemKey = ({ source, n }: Pick<AgendaItem, 'source' | 'n'>): `item.${ItemSource}` | (typeof NOTHING)[Counted] =>
  n === 0 && isCounted(source) ? NOTHING[source] : `item.${source}`
