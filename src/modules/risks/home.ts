/* What risks lay on the home page: plans that end, suspensions. */
import type { HomePart } from '../../app/home/home-part.ts'

export const risksHomeParts: readonly HomePart[] = [
  {
    key: 'risks',
    order: 26,
    capability: 'risks.assess',
    place: 'figures',
    load: async () => (await import('./ui/risks-figure.tsx')).RisksFigure,
  },
]
