/* Screens of flow monitoring at a desk: all points, one of them, and the register of foreign workers. */
import type { Screen } from '../../app/screen.ts'

export const mobilityDeskScreens: readonly Screen[] = [
  {
    path: '/flows',
    titleKey: 'flows.title',
    nav: { key: 'flows.nav', order: 79.6, on: 'desk' },
    capability: 'mobility.read',
    load: async () => (await import('./ui/flows-screen.tsx')).FlowsScreen,
  },
  {
    path: '/flows/$point',
    titleKey: 'flows.title',
    capability: 'mobility.read',
    load: async () => (await import('./ui/point-screen.tsx')).PointScreen,
  },
  {
    path: '/foreign-workers',
    titleKey: 'workers.title',
    capability: 'mobility.read',
    load: async () => (await import('./ui/workers-screen.tsx')).WorkersScreen,
  },
]
