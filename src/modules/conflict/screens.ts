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
  {
    path: '/problem-trees',
    titleKey: 'trees.title',
    nav: { key: 'trees.nav', order: 71, on: 'desk' },
    capability: 'conflict.read',
    load: async () => (await import('./ui/trees/trees-screen.tsx')).ProblemTreesScreen,
  },
  {
    path: '/problem-trees/$tree',
    titleKey: 'trees.title',
    capability: 'conflict.read',
    load: async () => (await import('./ui/trees/tree-screen.tsx')).ProblemTreeScreen,
  },
  {
    path: '/warnings',
    titleKey: 'warnings.title',
    nav: { key: 'warnings.nav', order: 66, on: 'desk' },
    capability: 'conflict.read',
    load: async () => (await import('./ui/warnings/warnings-screen.tsx')).WarningsScreen,
  },
  {
    path: '/warnings/new',
    titleKey: 'warning-new.title',
    nav: { key: 'warning-new.nav', order: 67, on: 'desk' },
    capability: 'conflict.warn',
    load: async () => (await import('./ui/warnings/new-warning-screen.tsx')).NewWarningScreen,
  },
  {
    path: '/warnings/zones',
    titleKey: 'warning-zones.title',
    capability: 'conflict.read',
    load: async () => (await import('./ui/warnings/zones-screen.tsx')).ZonesScreen,
  },
  {
    path: '/warnings/$warning',
    titleKey: 'warnings.title',
    capability: 'signed-in',
    load: async () => (await import('./ui/warnings/warning-screen.tsx')).WarningScreen,
  },
  {
    path: '/roadmap',
    titleKey: 'roadmap.title',
    nav: { key: 'roadmap.nav', order: 72, on: 'desk' },
    capability: 'conflict.read',
    load: async () => (await import('./ui/peace/roadmap-screen.tsx')).RoadmapScreen,
  },
  {
    path: '/ddr',
    titleKey: 'ddr.title',
    nav: { key: 'ddr.nav', order: 73, on: 'desk' },
    capability: 'conflict.read',
    load: async () => (await import('./ui/peace/ddr-screen.tsx')).DdrScreen,
  },
  {
    path: '/dialogues',
    titleKey: 'dialogues.title',
    nav: { key: 'dialogues.nav', order: 74, on: 'desk' },
    capability: 'conflict.read',
    load: async () => (await import('./ui/peace/dialogues-screen.tsx')).DialoguesScreen,
  },
  {
    path: '/dialogues/$dialogue',
    titleKey: 'dialogues.title',
    capability: 'conflict.read',
    load: async () => (await import('./ui/peace/dialogue-screen.tsx')).DialogueScreen,
  },
  {
    path: '/workshops',
    titleKey: 'workshops.title',
    nav: { key: 'workshops.nav', order: 71.5, on: 'desk' },
    capability: 'conflict.read-exact',
    load: async () => (await import('./ui/workshops/workshops-screen.tsx')).WorkshopsScreen,
  },
  {
    path: '/workshops/new',
    titleKey: 'workshop.convene',
    capability: 'conflict.map',
    load: async () => (await import('./ui/workshops/convene-screen.tsx')).ConveneScreen,
  },
  {
    path: '/workshops/$workshop',
    titleKey: 'workshops.title',
    capability: 'conflict.read-exact',
    load: async () => (await import('./ui/workshops/workshop-screen.tsx')).WorkshopScreen,
  },
  {
    path: '/workshops/$workshop/projector',
    titleKey: 'workshop.projector',
    capability: 'conflict.read-exact',
    load: async () => (await import('./ui/workshops/projector-screen.tsx')).ProjectorScreen,
  },
]
