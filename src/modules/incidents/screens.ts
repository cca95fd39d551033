/* The screen of incidents that a telephone has in its menu: the form. The others stand in screens-desk.ts. */
import type { Screen } from '../../app/screen.ts'

export const incidentsScreens: readonly Screen[] = [
  {
    path: '/incidents/new',
    titleKey: 'incident-new.title',
    nav: { key: 'incident-new.nav', order: 68, on: 'telephone' },
    capability: 'incidents.report',
    words: 'field',
    load: async () => (await import('./ui/report-screen.tsx')).ReportScreen,
  },
]
