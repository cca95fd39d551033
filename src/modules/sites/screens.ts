/* Screens of sites: the map, the register, one site with its time line, the report on validity. */
import type { Screen } from '../../app/screen.ts'

export const sitesScreens: readonly Screen[] = [
  {
    path: '/map',
    titleKey: 'map.title',
    nav: { key: 'map.nav', order: 10 },
    capability: 'sites.read',
    load: async () => (await import('./ui/map/map-screen.tsx')).MapScreen,
  },
  {
    path: '/map/print',
    titleKey: 'map.print',
    capability: 'sites.read',
    load: async () => (await import('./ui/map/map-print-screen.tsx')).MapPrintScreen,
  },
  {
    path: '/sites',
    titleKey: 'sites.title',
    nav: { key: 'sites.nav', order: 20 },
    capability: 'sites.read',
    load: async () => (await import('./ui/register/sites-screen.tsx')).SitesScreen,
  },
  {
    path: '/sites/new',
    titleKey: 'register.new',
    capability: 'sites.register',
    load: async () => (await import('./ui/register/new-site-screen.tsx')).NewSiteScreen,
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
    nav: { key: 'places.nav', order: 92 },
    capability: 'sites.read',
    load: async () => (await import('./ui/register/places-screen.tsx')).PlacesScreen,
  },
  {
    path: '/sites/$site',
    titleKey: 'sites.title',
    capability: 'sites.read',
    load: async () => (await import('./ui/register/site-screen.tsx')).SiteScreen,
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
    nav: { key: 'validity.nav', order: 90 },
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
