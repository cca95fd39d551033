/* The screen of the IPIS import: the table of spellings. */
import type { Screen } from '../../app/screen.ts'

export const ipisScreens: readonly Screen[] = [
  {
    path: '/imports/ipis',
    titleKey: 'spellings.title',
    nav: { key: 'spellings.nav', order: 95, on: 'desk' },
    capability: 'imports.manage',
    load: async () => (await import('./ui/spellings-screen.tsx')).SpellingsScreen,
  },
]
