/* Screens of incidents: the list, one file, the form (also of a telephone), actions of the own body, clocks. */
import type { Screen } from '../../app/screen.ts'

export const incidentsScreens: readonly Screen[] = [
  {
    path: '/incidents',
    titleKey: 'incidents.title',
    nav: { key: 'incidents.nav', order: 72, on: 'desk' },
    capability: 'incidents.read',
    load: async () => (await import('./ui/incidents-screen.tsx')).IncidentsScreen,
  },
  {
    path: '/incidents/new',
    titleKey: 'incident-new.title',
    nav: { key: 'incident-new.nav', order: 72, on: 'telephone' },
    capability: 'incidents.report',
    words: 'field',
    load: async () => (await import('./ui/report-screen.tsx')).ReportScreen,
  },
  {
    path: '/incidents/rules',
    titleKey: 'incident-rules.title',
    capability: 'incidents.read',
    load: async () => (await import('./ui/rules-screen.tsx')).RulesScreen,
  },
  {
    path: '/incidents/$incident',
    titleKey: 'incidents.one',
    capability: 'incidents.read',
    load: async () => (await import('./ui/incident-screen.tsx')).IncidentScreen,
  },
  {
    path: '/incident-actions',
    titleKey: 'incident-actions.title',
    capability: 'signed-in',
    load: async () => (await import('./ui/actions-screen.tsx')).ActionsScreen,
  },
]
