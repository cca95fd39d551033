/* The screen on which a list of sites is sent, mapped, tried and run. */
import type { Screen } from '../../app/screen.ts'

export const siteListsScreens: readonly Screen[] = [
  {
    path: '/imports/sites',
    titleKey: 'lists.title',
    nav: { key: 'lists.nav', order: 94, on: 'desk' },
    capability: 'imports.manage',
    load: async () => (await import('./ui/import-screen.tsx')).ImportSitesScreen,
  },
]
