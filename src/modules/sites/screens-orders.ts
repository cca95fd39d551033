/* Screens of orders that a telephone fetches only when it follows a link to one: a draft, one order. */
import type { Screen } from '../../app/screen.ts'

export const ordersDeskScreens: readonly Screen[] = [
  {
    path: '/orders/new',
    titleKey: 'order.draft',
    capability: 'sites.draft-order',
    load: async () => (await import('./ui/orders/new-order-screen.tsx')).NewOrderScreen,
  },
  {
    path: '/orders/drafts/$draft',
    titleKey: 'order.draft',
    capability: 'sites.draft-order',
    load: async () => (await import('./ui/orders/draft-screen.tsx')).DraftScreen,
  },
  {
    path: '/orders/$order',
    titleKey: 'order.orders',
    capability: 'sites.read',
    load: async () => (await import('./ui/orders/order-screen.tsx')).OrderScreen,
  },
]
