/* What committees lay on the home page: for a seat what it owes, for the secretariat what is convened, impaired, overdue. */
import type { HomePart } from '../../app/home/home-part.ts'

export const coordinationHomeParts: readonly HomePart[] = [
  {
    ...{ key: 'committee-actions', order: 24, capability: 'coordination.act', place: 'figures' },
    load: async () => (await import('./ui/waiting-figures.tsx')).MyActionsFigure,
  },
  {
    ...{ key: 'committees', order: 23, capability: 'coordination.keep', place: 'figures' },
    load: async () => (await import('./ui/waiting-figures.tsx')).SecretariatFigure,
  },
  {
    ...{ key: 'actions-kept', order: 83, capability: 'coordination.act', place: 'picture' },
    load: async () => (await import('./ui/kept-picture.tsx')).KeptPicture,
  },
]
