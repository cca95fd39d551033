/* Screens of the resource-centre desk. */
import type { Screen } from '../../app/screen.ts'

export const resourceDeskScreens: readonly Screen[] = [
  {
    path: '/resource-centre',
    titleKey: 'desk-visits.title',
    nav: { key: 'desk-visits.nav', order: 79.5, on: 'desk' },
    capability: ['outreach.desk', 'outreach.read'],
    load: async () => (await import('./ui/desk/desk-screen.tsx')).DeskScreen,
  },
  {
    path: '/resource-centre/offer',
    titleKey: 'offer.title',
    capability: 'outreach.desk',
    load: async () => (await import('./ui/desk/offer-screen.tsx')).OfferScreen,
  },
  {
    path: '/resource-centre/questions',
    titleKey: 'quick.title',
    capability: 'outreach.desk',
    load: async () => (await import('./ui/desk/quick-screen.tsx')).QuickScreen,
  },
  {
    path: '/resource-centre/recruiters',
    titleKey: 'recruiters.title',
    capability: ['outreach.desk', 'outreach.read'],
    load: async () => (await import('./ui/desk/recruiters-screen.tsx')).RecruitersScreen,
  },
]
