/* The screen of the office for EPCIS: what came in, and to whom news go out. */
import type { Screen } from '../../app/screen.ts'

export const epcisScreens: readonly Screen[] = [
  {
    path: '/epcis-exchanges',
    titleKey: 'epcis.title',
    nav: { key: 'epcis.nav', order: 94, on: 'desk' },
    capability: 'exchange.epcis-capture',
    load: async () => (await import('./ui/exchanges-screen.tsx')).ExchangesScreen,
  },
]
