/* Screens of sites that a telephone has in its menu: the map, the register, one site with its time line. The others stand in screens-desk.ts. */
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
    path: '/sites/$site',
    titleKey: 'sites.title',
    capability: 'sites.read',
    load: async () => (await import('./ui/register/site-screen.tsx')).SiteScreen,
  },
]
