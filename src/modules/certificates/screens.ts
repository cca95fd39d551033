/* Screens of certificates: verification by anybody, the desk, a dossier, a certificate. */
import type { Screen } from '../../app/screen.ts'

export const certificatesScreens: readonly Screen[] = [
  {
    path: '/verify',
    titleKey: 'verify-page.title',
    nav: { key: 'verify-page.nav', order: 70 },
    capability: 'anyone',
    load: async () => (await import('./ui/verify/verify-screen.tsx')).VerifyScreen,
  },
]
