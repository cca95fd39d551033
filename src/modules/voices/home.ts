/* What the grievance desk lays on the home page of those who triage: how many reports wait that they may see. */
import type { HomePart } from '../../app/home/home-part.ts'

export const voicesHomeParts: readonly HomePart[] = [
  {
    key: 'voices',
    order: 20,
    capability: 'voices.triage',
    place: 'figures',
    load: async () => (await import('./ui/waiting-figure.tsx')).WaitingFigure,
  },
]
