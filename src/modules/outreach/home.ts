/* What outreach lays on the home page. */
import type { HomePart } from '../../app/home/home-part.ts'

export const outreachHomeParts: readonly HomePart[] = [
  {
    key: 'follow-ups',
    order: 24,
    capability: 'outreach.train',
    place: 'figures',
    load: async () => (await import('./ui/training/due-figure.tsx')).DueFigure,
  },
  {
    key: 'trained',
    order: 84,
    capability: 'outreach.train',
    place: 'picture',
    load: async () => (await import('./ui/training/trained-picture.tsx')).TrainedPicture,
  },
]
