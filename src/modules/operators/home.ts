/* What operators lay on the home page: cards and approvals that end. */
import type { HomePart } from '../../app/home/home-part.ts'

export const operatorsHomeParts: readonly HomePart[] = [
  {
    key: 'operators',
    order: 24,
    capability: 'operators.issue',
    place: 'figures',
    load: async () => (await import('./ui/ending-figure.tsx')).EndingFigure,
  },
]
