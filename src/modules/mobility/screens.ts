/* The screen of flow monitoring that a telephone has in its menu: the sheet of who counts. The others stand in screens-desk.ts. */
import type { Screen } from '../../app/screen.ts'

export const mobilityScreens: readonly Screen[] = [
  {
    path: '/flow-count',
    titleKey: 'flow-count.title',
    nav: { key: 'flow-count.nav', order: 67, on: 'telephone' },
    capability: 'mobility.count',
    words: 'count',
    load: async () => (await import('./ui/count-screen.tsx')).CountScreen,
  },
]
