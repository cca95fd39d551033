/* Screens of custody that a telephone has in its menu: lots, gold, the series at the scale, tags. The others stand in screens-desk.ts. */
import type { Screen } from '../../app/screen.ts'

export const custodyScreens: readonly Screen[] = [
  {
    path: '/lots',
    titleKey: 'lots.title',
    nav: { key: 'lots.nav', order: 50 },
    capability: 'custody.read',
    load: async () => (await import('./ui/lots/lots-screen.tsx')).LotsScreen,
  },
  {
    path: '/gold',
    titleKey: 'gold.title',
    nav: { key: 'gold.nav', order: 51 },
    capability: 'custody.read',
    load: async () => (await import('./ui/gold/gold-screen.tsx')).GoldScreen,
  },
  {
    path: '/weigh/series',
    titleKey: 'weigh.title',
    nav: { key: 'weigh.title', order: 52, on: 'telephone' },
    capability: 'custody.weigh',
    words: 'field',
    load: async () => (await import('./ui/weighing/series-screen.tsx')).SeriesScreen,
  },
  {
    path: '/weigh/slip',
    titleKey: 'weigh.title',
    capability: 'custody.weigh',
    words: 'field',
    load: async () => (await import('./ui/weighing/slip-screen.tsx')).WeighSlipScreen,
  },
  {
    path: '/tags',
    titleKey: 'tags.title',
    nav: { key: 'tags.title', order: 54 },
    capability: 'custody.read',
    load: async () => (await import('./ui/tags/tags-screen.tsx')).TagsScreen,
  },
]
