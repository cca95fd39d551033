/* What custody lays on the home page of overseers: critical hits that nobody closed. */
import type { HomePart } from '../../app/home/home-part.ts'

export const custodyHomeParts: readonly HomePart[] = [
  {
    key: 'signatures',
    order: 12,
    capability: 'custody.transfer',
    place: 'panel',
    load: async () => (await import('./ui/lots/waiting-panel.tsx')).WaitingPanel,
  },
  {
    key: 'hits',
    order: 22,
    capability: 'custody.oversee',
    place: 'figures',
    load: async () => (await import('./ui/plausibility/critical-figure.tsx')).CriticalFigure,
  },
  {
    key: 'production',
    order: 82,
    capability: 'custody.oversee',
    place: 'picture',
    load: async () => (await import('./ui/plausibility/production-picture.tsx')).ProductionPicture,
  },
]
