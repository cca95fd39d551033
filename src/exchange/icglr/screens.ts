/* Certificates of other member states, reached from the desk of certificates. */
import type { Screen } from '../../app/screen.ts'

export const icglrScreens: readonly Screen[] = [
  {
    path: '/received-certificates',
    titleKey: 'received.title',
    capability: 'certificates.read',
    load: async () => (await import('./ui/received-list.tsx')).ReceivedListScreen,
  },
  {
    path: '/received-certificates/$country/$identifier',
    titleKey: 'received.title',
    capability: 'certificates.read',
    load: async () => (await import('./ui/received-one.tsx')).ReceivedOneScreen,
  },
]
