/* How an area is drawn: what is known of it, in six classes that differ by pattern and not by colour alone. Pure. */
import type { AreaCount } from '../../contract-events.ts'

export const shades = ['not-covered', 'quiet', 'few', 'some', 'many', 'most'] as const
export type Shade = (typeof shades)[number]

/** Events that were reported are shown even where not all days were looked at; a silence only where they were. */
export function shadeOf({ events, isCovered }: Pick<AreaCount, 'events' | 'isCovered'>): Shade {
  if (events === 0) return isCovered ? 'quiet' : 'not-covered'
  if (events < 5) return 'few'
  if (events < 20) return 'some'
  return events < 100 ? 'many' : 'most'
}
