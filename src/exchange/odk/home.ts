/* What Collect lays on the home page: forms received that wait for their inspection, for those who plan missions. */
import type { HomePart } from '../../app/home/home-part.ts'

export const odkHomeParts: readonly HomePart[] = [
  {
    key: 'submissions',
    order: 46,
    capability: 'sites.plan-mission',
    place: 'figures',
    load: async () => (await import('./ui/waiting-figure.tsx')).WaitingFigure,
  },
]
