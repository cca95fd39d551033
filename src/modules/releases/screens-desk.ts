/* Screens of releases and agreements; a desk's work. */
import type { Screen } from '../../app/screen.ts'

export const releasesDeskScreens: readonly Screen[] = [
  {
    path: '/figures',
    titleKey: 'figures.title',
    nav: { key: 'figures.nav', order: 78, on: 'desk' },
    capability: 'releases.read',
    load: async () => (await import('./ui/releases-screen.tsx')).ReleasesScreen,
  },
  {
    path: '/figures/ask',
    titleKey: 'figures.ask',
    capability: 'cases.statistics',
    load: async () => (await import('./ui/ask-screen.tsx')).AskReleaseScreen,
  },
  {
    path: '/figures/agreements',
    titleKey: 'agreements.title',
    capability: 'releases.read',
    load: async () => (await import('./ui/agreements-screen.tsx')).AgreementsScreen,
  },
  {
    path: '/figures/release/$release',
    titleKey: 'figures.one',
    capability: 'releases.read',
    load: async () => (await import('./ui/release-screen.tsx')).ReleaseScreen,
  },
]
