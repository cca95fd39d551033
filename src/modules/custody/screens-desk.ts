/* Screens of custody that a telephone fetches only when it follows a link to one: one lot and its slips, forming and processing lots, gold, sheets, tags in print. */
import type { Screen } from '../../app/screen.ts'

export const custodyDeskScreens: readonly Screen[] = [
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
    path: '/gold/buy',
    titleKey: 'gold.buy',
    capability: 'custody.seal-gold',
    load: async () => (await import('./ui/gold/buy-gold-screen.tsx')).BuyGoldScreen,
  },
  {
    path: '/gold/melt',
    titleKey: 'gold.melt',
    capability: 'custody.aggregate',
    load: async () => (await import('./ui/gold/melt-screen.tsx')).MeltScreen,
  },
  {
    path: '/gold/ship',
    titleKey: 'gold.ship',
    capability: 'custody.aggregate',
    load: async () => (await import('./ui/gold/melt-screen.tsx')).ShipScreen,
  },
  {
    path: '/gold/prices',
    titleKey: 'gold.prices',
    capability: 'custody.read',
    load: async () => (await import('./ui/gold/prices-screen.tsx')).PricesScreen,
  },
  {
    path: '/slips/gold/$lot',
    titleKey: 'gold.slip.title',
    capability: 'custody.read',
    load: async () => (await import('./ui/gold/gold-slip.tsx')).GoldSlip,
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
    path: '/sheets',
    titleKey: 'sheets.title',
    nav: { key: 'sheets.title', order: 53, on: 'desk' },
    capability: 'custody.sheets',
    load: async () => (await import('./ui/sheets/sheets-screen.tsx')).SheetsScreen,
  },
  {
    path: '/sheets/$sheet',
    titleKey: 'sheets.title',
    capability: 'custody.sheets',
    load: async () => (await import('./ui/sheets/sheet-screen.tsx')).SheetScreen,
  },
  {
    path: '/sheet-books/$book',
    titleKey: 'sheets.title',
    capability: 'custody.sheets',
    load: async () => (await import('./ui/sheets/blank-screen.tsx')).BlankSheetsScreen,
  },
  {
    path: '/tags/$batch/print',
    titleKey: 'tags.print.title',
    capability: 'custody.allocate-tags',
    load: async () => (await import('./ui/tags/print-screen.tsx')).PrintTagsScreen,
  },
  {
    path: '/tag-requests/$request',
    titleKey: 'tags.request',
    capability: 'custody.read',
    load: async () => (await import('./ui/tags/request-screen.tsx')).RequestScreen,
  },
  {
    path: '/tag-lockboxes/$site',
    titleKey: 'tags.box',
    capability: 'custody.read',
    load: async () => (await import('./ui/tags/box-screen.tsx')).BoxScreen,
  },
]
