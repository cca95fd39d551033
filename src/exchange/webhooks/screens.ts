/* The screen of webhooks. */
import type { Screen } from '../../app/screen.ts'

export const webhooksScreens: readonly Screen[] = [
  {
    path: '/webhooks',
    titleKey: 'webhooks.title',
    nav: { key: 'webhooks.nav', order: 95, on: 'desk' },
    capability: 'webhooks.manage',
    load: async () => (await import('./ui/webhooks-screen.tsx')).WebhooksScreen,
  },
]
