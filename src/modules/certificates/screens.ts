/* Screens of certificates: verification by anybody, the desk, a dossier, a certificate. */
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
    path: '/certificates/new',
    titleKey: 'dossier.new',
    capability: 'certificates.prepare',
    load: async () => (await import('./ui/desk/new-dossier-screen.tsx')).NewDossierScreen,
  },
  {
    path: '/certificates/dossiers/$dossier',
    titleKey: 'desk.dossiers',
    capability: 'certificates.read',
    load: async () => (await import('./ui/desk/dossier-screen.tsx')).DossierScreen,
  },
  {
    path: '/certificates/blocks',
    titleKey: 'blocks.title',
    nav: { key: 'blocks.nav', order: 62, on: 'desk' },
    capability: 'certificates.blocks',
    load: async () => (await import('./ui/issuing/blocks-screen.tsx')).BlocksScreen,
  },
  {
    path: '/certificates/provisional',
    titleKey: 'provisional.title',
    nav: { key: 'provisional.nav', order: 62, on: 'telephone' },
    capability: 'certificates.provisional',
    load: async () => (await import('./ui/provisional/provisional-screen.tsx')).ProvisionalScreen,
  },
  {
    path: '/certificates/keys',
    titleKey: 'keys.title',
    nav: { key: 'keys.nav', order: 96, on: 'desk' },
    capability: 'certificates.keys',
    load: async () => (await import('./ui/issuing/keys-screen.tsx')).KeysScreen,
  },
  {
    path: '/certificates/$number',
    titleKey: 'desk.certificates',
    capability: 'certificates.read',
    load: async () => (await import('./ui/desk/certificate-screen.tsx')).CertificateScreen,
  },
]
