/* Screens of status beside orders: acts on one site, blue requests, the rules. */
import type { Screen } from '../../app/screen.ts'

export const statusScreens: readonly Screen[] = [
  {
    path: '/sites/$site/acts',
    titleKey: 'acts.title',
    capability: 'sites.read',
    load: async () => (await import('./ui/status/acts-screen.tsx')).ActsScreen,
  },
  {
    path: '/blue',
    titleKey: 'blue.title',
    capability: 'sites.read',
    load: async () => (await import('./ui/status/blue-screen.tsx')).BlueScreen,
  },
  {
    path: '/rules',
    titleKey: 'rules.title',
    nav: { key: 'rules.nav', order: 95, on: 'desk' },
    capability: 'sites.choose-rules',
    load: async () => (await import('./ui/status/rules-screen.tsx')).RulesScreen,
  },
]
