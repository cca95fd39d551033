/* What certificates lay on the home page: dossiers that wait for a decision. */
import type { HomePart } from '../../app/home/home-part.ts'

export const certificatesHomeParts: readonly HomePart[] = [
  {
    key: 'certificates',
    order: 20,
    capability: 'certificates.read',
    place: 'figures',
    load: async () => (await import('./ui/desk/waiting-figure.tsx')).WaitingFigure,
  },
]
