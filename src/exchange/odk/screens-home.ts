/* What ODK lays on the home page of those who plan missions: how many forms wait for an inspection. */
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
