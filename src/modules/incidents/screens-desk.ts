/* Screens of incidents that a telephone fetches only when it follows a link to one: the list, one file, actions of the own body, clocks. */
import type { Screen } from '../../app/screen.ts'

export const incidentsDeskScreens: readonly Screen[] = [
  {
    path: '/incidents',
    titleKey: 'incidents.title',
    nav: { key: 'incidents.nav', order: 68, on: 'desk' },
    capability: 'incidents.read',
    load: async () => (await import('./ui/incidents-screen.tsx')).IncidentsScreen,
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
