/* The screen that counts a published file. */
import type { Screen } from '../../app/screen.ts'

export const ctdcScreens: readonly Screen[] = [
  {
    path: '/figures/public-file',
    titleKey: 'ctdc.title',
    capability: 'cases.statistics',
    load: async () => (await import('./ui/count-screen.tsx')).CountPublicFileScreen,
  },
]
