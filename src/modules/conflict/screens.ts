/* Screens of conflict mapping. */
import type { Screen } from '../../app/screen.ts'

export const conflictScreens: readonly Screen[] = [
  {
    path: '/violence',
    titleKey: 'violence.title',
    nav: { key: 'violence.nav', order: 70, on: 'desk' },
    capability: 'conflict.read',
    load: async () => (await import('./ui/events/events-screen.tsx')).EventsScreen,
  },
]
