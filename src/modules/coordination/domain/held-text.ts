/* What an item says of lots that are held, on the screen as on paper: why, how many, and kilograms where they may be told. */
import type { PhraseFacts } from '../../../kernel/phrase.ts'
import type { Mineral } from '../../sites/contract.ts'
import type { AgendaItem } from '../contract-meetings.ts'

type HeldKey = 'held.status' | 'held.finding' | 'held.decision' | 'held.seizure' | 'held.minerals.kept' | `held.mineral.${Mineral}`
const KEYS = { status: 'held.status', finding: 'held.finding', decision: 'held.decision', seizure: 'held.seizure' } as const
/** Empty for every other item. */
export function heldText(
  say: (key: HeldKey, facts?: PhraseFacts) => string,
  { held }: Pick<AgendaItem, 'held'>,
  kg: (grams: number) => string,
): string {
  if (held === undefined) return ''
  const reasons = held.reasons.map(({ reason, lots }) => say(KEYS[reason], { n: lots }))
  const minerals = held.minerals.map(({ mineral, grams }) => say(`held.mineral.${mineral}`, { kg: kg(grams) }))
  return [reasons.join(', '), minerals.length === 0 ? say('held.minerals.kept') : minerals.join(', ')].join(' · ')
}
