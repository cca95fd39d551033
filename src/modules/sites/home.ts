/* What sites lay on the home page: statuses that expire or lapsed, contradictions, inspections and missions that wait. */
import type { HomePart } from '../../app/home/home-part.ts'

export const sitesHomeParts: readonly HomePart[] = [
  {
    key: 'sites',
    order: 10,
    capability: 'sites.read',
    place: 'figures',
    load: async () => (await import('./ui/attention/attention-part.tsx')).AttentionFigures,
  },
  {
    key: 'sites-expiring',
    order: 50,
    capability: 'sites.read',
    place: 'panel',
    load: async () => (await import('./ui/attention/attention-part.tsx')).ExpiringPanel,
  },
  {
    key: 'sites-over-time',
    order: 80,
    capability: 'sites.read',
    place: 'picture',
    load: async () => (await import('./ui/attention/over-time-picture.tsx')).OverTimePicture,
  },
]
