/* Screens of certificates that a telephone fetches only when it follows a link to one: a dossier, a certificate, blocks of numbers, keys. */
import type { Screen } from '../../app/screen.ts'

export const certificatesDeskScreens: readonly Screen[] = [
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
    path: '/certificates/keys',
    titleKey: 'keys.title',
    nav: { key: 'certificate-keys.nav', order: 96, on: 'desk' },
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
