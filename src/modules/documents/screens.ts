/* Screens of papers: the shelf, one paper, a new one. Files have none of their own. */
import type { Screen } from '../../app/screen.ts'

export const papersScreens: readonly Screen[] = [
  {
    path: '/papers',
    titleKey: 'papers.title',
    nav: { key: 'papers.nav', order: 58 },
    capability: 'papers.read',
    load: async () => (await import('./ui/papers/papers-screen.tsx')).PapersScreen,
  },
  {
    path: '/papers/new',
    titleKey: 'papers.new',
    capability: 'papers.draw',
    load: async () => (await import('./ui/papers/new-paper-screen.tsx')).NewPaperScreen,
  },
  {
    path: '/papers/$paper',
    titleKey: 'papers.title',
    capability: 'papers.read',
    load: async () => (await import('./ui/papers/paper-screen.tsx')).PaperScreen,
  },
]
