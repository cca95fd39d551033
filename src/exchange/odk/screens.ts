/* Screens for telephones with ODK Collect: their access, and the forms that wait for an inspection. */
import type { HomePart } from '../../app/home/home-part.ts'
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

/** On the home page of those who plan missions: how many forms wait. */
export const odkHomeParts: readonly HomePart[] = [
  {
    key: 'submissions',
    order: 46,
    capability: 'sites.plan-mission',
    place: 'figures',
    load: async () => (await import('./ui/waiting-figure.tsx')).WaitingFigure,
  },
]
