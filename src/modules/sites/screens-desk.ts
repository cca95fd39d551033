/* Screens of sites that a telephone fetches only when it follows a link to one: the map in print, the register’s fields, places to settle, the report on validity. */
import type { Screen } from '../../app/screen.ts'

export const sitesDeskScreens: readonly Screen[] = [
  {
    path: '/map/print',
    titleKey: 'map.print',
    capability: 'sites.read',
    load: async () => (await import('./ui/map/map-print-screen.tsx')).MapPrintScreen,
  },
  {
    path: '/sites/$site/register',
    titleKey: 'register.panel',
    capability: 'sites.read',
    load: async () => (await import('./ui/register/register-screen.tsx')).RegisterScreen,
  },
  {
    path: '/place-disagreements',
    titleKey: 'places.title',
    nav: { key: 'places.nav', order: 92, on: 'desk' },
    capability: 'sites.read',
    load: async () => (await import('./ui/register/places-screen.tsx')).PlacesScreen,
  },
  {
    path: '/attention/$kind',
    titleKey: 'app.home',
    capability: 'sites.read',
    load: async () => (await import('./ui/attention/attention-screen.tsx')).AttentionScreen,
  },
  {
    path: '/reports/validity',
    titleKey: 'validity.title',
    nav: { key: 'validity.nav', order: 90, on: 'desk' },
    capability: 'reports.read',
    load: async () => (await import('./ui/validity/validity-screen.tsx')).ValidityScreen,
  },
  {
    path: '/reports/validity/$figure',
    titleKey: 'validity.title',
    capability: 'reports.read',
    load: async () => (await import('./ui/validity/validity-list-screen.tsx')).ValidityListScreen,
  },
]
