/* The kit on one page, in development only. */
import type { Screen } from '../screen.ts'

export const kitScreens: readonly Screen[] = [
  {
    path: '/kit',
    titleKey: 'app.name',
    nav: { key: 'app.name', order: 99 },
    capability: 'anyone',
    load: async () => (await import('./kit-screen.tsx')).KitScreen,
  },
]
