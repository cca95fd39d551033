/* What warnings lay on the home page of those who sort them. */
import type { HomePart } from '../../app/home/home-part.ts'

export const conflictHomeParts: readonly HomePart[] = [
  {
    key: 'warnings',
    order: 20,
    capability: 'conflict.triage',
    place: 'figures',
    load: async () => (await import('./ui/warnings/waiting-figure.tsx')).WaitingFigure,
  },
]
