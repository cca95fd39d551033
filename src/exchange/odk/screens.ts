/* Screens for telephones with ODK Collect: their access, and the forms that wait for an inspection. */
import type { Screen } from '../../app/screen.ts'

export const odkScreens: readonly Screen[] = [
  {
    path: '/submissions',
    titleKey: 'submissions.title',
    nav: { key: 'submissions.nav', order: 35, on: 'desk' },
    capability: 'sites.inspect',
    load: async () => (await import('./ui/submissions-screen.tsx')).SubmissionsScreen,
  },
  {
    path: '/collect',
    titleKey: 'collect.title',
    nav: { key: 'collect.nav', order: 93, on: 'desk' },
    capability: 'people.enrol-device',
    load: async () => (await import('./ui/collect-screen.tsx')).CollectScreen,
  },
]
