/* Screens of outreach: trainings, campaigns, the resource-centre desk. */
import type { Screen } from '../../app/screen.ts'
import { resourceDeskScreens } from './screens-desk-area.ts'

export const outreachScreens: readonly Screen[] = [
  ...resourceDeskScreens,
  {
    path: '/trainings',
    titleKey: 'trainings.title',
    nav: { key: 'trainings.nav', order: 79.3, on: 'desk' },
    capability: 'outreach.read',
    load: async () => (await import('./ui/training/sessions-screen.tsx')).SessionsScreen,
  },
  {
    path: '/trainings/curricula',
    titleKey: 'curricula.title',
    capability: 'outreach.read',
    load: async () => (await import('./ui/training/curricula-screen.tsx')).CurriculaScreen,
  },
  {
    path: '/trainings/follow-ups',
    titleKey: 'follow-ups.title',
    capability: 'outreach.train',
    load: async () => (await import('./ui/training/follow-ups-screen.tsx')).FollowUpsScreen,
  },
  {
    path: '/trainings/numbers',
    titleKey: 'training-numbers.title',
    capability: 'outreach.read',
    load: async () => (await import('./ui/training/numbers-screen.tsx')).TrainingNumbersScreen,
  },
  {
    path: '/trainings/$session',
    titleKey: 'trainings.title',
    capability: 'outreach.read',
    load: async () => (await import('./ui/training/session-screen.tsx')).SessionScreen,
  },
  {
    path: '/trainings/$session/badges/$badge',
    titleKey: 'trainings.title',
    capability: 'outreach.train',
    load: async () => (await import('./ui/training/person-screen.tsx')).PersonScreen,
  },
  {
    path: '/campaigns',
    titleKey: 'campaigns.title',
    nav: { key: 'campaigns.nav', order: 79.4, on: 'desk' },
    capability: 'outreach.read',
    load: async () => (await import('./ui/campaigns/campaigns-screen.tsx')).CampaignsScreen,
  },
  {
    path: '/campaigns/$campaign',
    titleKey: 'campaigns.title',
    capability: 'outreach.read',
    load: async () => (await import('./ui/campaigns/campaign-screen.tsx')).CampaignScreen,
  },
]
