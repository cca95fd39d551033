/* What incidents lay on the home page of those who handle them. */
import type { HomePart } from '../../app/home/home-part.ts'

export const incidentsHomeParts: readonly HomePart[] = [
  {
    key: 'incidents',
    order: 21,
    capability: 'incidents.handle',
    place: 'figures',
    load: async () => (await import('./ui/waiting-figure.tsx')).WaitingFigure,
  },
  {
    key: 'incident-responses',
    order: 81,
    capability: 'incidents.read',
    place: 'picture',
    load: async () => (await import('./ui/responses-picture.tsx')).ResponsesPicture,
  },
]
