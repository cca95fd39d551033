/* What projects lay on the home page of who writes reports and of who reads frozen ones. */
import type { HomePart } from '../../app/home/home-part.ts'

export const projectsHomeParts: readonly HomePart[] = [
  {
    key: 'donor-reports',
    order: 44,
    capability: 'projects.locked-read',
    place: 'figures',
    load: async () => (await import('./ui/home-figure.tsx')).DonorReportsFigure,
  },
]
