/* Screens of exporters: the register, one exporter, its owners, audits. */
import type { Screen } from '../../app/screen.ts'

export const exportersScreens: readonly Screen[] = [
  {
    path: '/exporters',
    titleKey: 'exporters.title',
    nav: { key: 'exporters.nav', order: 62, on: 'desk' },
    capability: 'operators.read',
    load: async () => (await import('./ui/exporters/exporters-screen.tsx')).ExportersScreen,
  },
  {
    path: '/exporters/$organisation',
    titleKey: 'exporters.title',
    capability: 'operators.read',
    load: async () => (await import('./ui/exporters/exporter-screen.tsx')).ExporterScreen,
  },
  {
    path: '/exporters/$organisation/owners',
    titleKey: 'owners.title',
    capability: 'operators.owners',
    load: async () => (await import('./ui/exporters/owners-screen.tsx')).OwnersScreen,
  },
  {
    path: '/audits',
    titleKey: 'audits.title',
    capability: 'operators.read',
    load: async () => (await import('./ui/exporters/audits-screen.tsx')).AuditsScreen,
  },
  {
    path: '/audits/$audit',
    titleKey: 'audits.title',
    capability: 'operators.read',
    load: async () => (await import('./ui/exporters/audit-screen.tsx')).AuditScreen,
  },
]
