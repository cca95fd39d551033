/* The screens of notices: what waits, and how to be told. The bell in the frame leads to the first. */
import type { Screen } from '../../app/screen.ts'

export const noticesScreens: readonly Screen[] = [
  {
    path: '/notices',
    titleKey: 'notices.title',
    capability: 'signed-in',
    words: 'field',
    load: async () => (await import('./ui/notices-screen.tsx')).NoticesScreen,
  },
  {
    path: '/notices/preferences',
    titleKey: 'notices.preferences',
    capability: 'signed-in',
    words: 'field',
    load: async () => (await import('./ui/notices-screen.tsx')).PreferencesScreen,
  },
]
