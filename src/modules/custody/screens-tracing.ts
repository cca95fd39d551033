/* Screens of tracing: where the production of a site went, and who touched what. What a lot is made of stands on the lot's own page. */
import type { Screen } from '../../app/screen.ts'

export const tracingScreens: readonly Screen[] = [
  {
    path: '/traces',
    titleKey: 'trace.touched',
    nav: { key: 'trace.nav', order: 51, on: 'desk' },
    capability: 'custody.read',
    load: async () => (await import('./ui/tracing/touched-screen.tsx')).TouchedScreen,
  },
  {
    path: '/traces/sites/$site',
    titleKey: 'trace.touched',
    capability: 'custody.read',
    load: async () => (await import('./ui/tracing/impact-screen.tsx')).ImpactScreen,
  },
]
