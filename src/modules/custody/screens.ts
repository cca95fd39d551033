/* Screens of custody: lots and their origin, the scale, forming a lot, tags. */
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
    path: '/lots/new',
    titleKey: 'combine.title',
    capability: 'custody.aggregate',
    load: async () => (await import('./ui/lots/combine-screen.tsx')).CombineScreen,
  },
  {
    path: '/lots/process',
    titleKey: 'act.process',
    capability: 'custody.aggregate',
    load: async () => (await import('./ui/lots/process-screen.tsx')).ProcessScreen,
  },
  {
    path: '/lots/buy',
    titleKey: 'act.buy',
    capability: 'custody.transfer',
    load: async () => (await import('./ui/lots/purchase-screen.tsx')).PurchaseScreen,
  },
  {
    path: '/slips/purchases/$purchase',
    titleKey: 'act.slip.purchase',
    capability: 'custody.read',
    load: async () => (await import('./ui/lots/slip-screens.tsx')).PurchaseSlip,
  },
  {
    path: '/slips/transfers/$lot/$transfer',
    titleKey: 'act.slip.receipt',
    capability: 'custody.read',
    load: async () => (await import('./ui/lots/slip-screens.tsx')).TransferSlip,
  },
  {
    path: '/slips/processings/$processing',
    titleKey: 'act.slip.processing',
    capability: 'custody.read',
    load: async () => (await import('./ui/lots/slip-screens.tsx')).ProcessingSlip,
  },
  {
    path: '/lots/$lot',
    titleKey: 'lots.title',
    capability: 'custody.read',
    load: async () => (await import('./ui/lots/lot-screen.tsx')).LotScreen,
  },
  {
    path: '/weigh',
    titleKey: 'weigh.title',
    nav: { key: 'weigh.title', order: 52, on: 'desk' },
    capability: 'custody.weigh',
    load: async () => (await import('./ui/weighing/weigh-screen.tsx')).WeighScreen,
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
