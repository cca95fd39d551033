/* Screens of certificates that a telephone has in its menu: verification by anybody, the desk, provisional sheets. The others stand in screens-desk.ts. */
import type { Screen } from '../../app/screen.ts'

export const certificatesScreens: readonly Screen[] = [
  {
    path: '/verify',
    titleKey: 'verify-page.title',
    nav: { key: 'verify-page.nav', order: 64 },
    capability: 'anyone',
    load: async () => (await import('./ui/verify/verify-screen.tsx')).VerifyScreen,
  },
  {
    path: '/certificates',
    titleKey: 'desk.title',
    nav: { key: 'desk.nav', order: 60 },
    capability: 'certificates.read',
    load: async () => (await import('./ui/desk/desk-screen.tsx')).DeskScreen,
  },
  {
    path: '/certificates/provisional',
    titleKey: 'provisional.title',
    nav: { key: 'provisional.nav', order: 62, on: 'telephone' },
    capability: 'certificates.provisional',
    load: async () => (await import('./ui/provisional/provisional-screen.tsx')).ProvisionalScreen,
  },
]
