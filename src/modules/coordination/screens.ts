/* Screens of coordination. */
import type { Screen } from '../../app/screen.ts'

const capability = 'coordination.read'
export const coordinationScreens: readonly Screen[] = [
  {
    ...{ path: '/coordination', titleKey: 'committees.title', nav: { key: 'committees.nav', order: 79.01, on: 'desk' }, capability },
    load: async () => (await import('./ui/committees-screen.tsx')).CommitteesScreen,
  },
  {
    ...{ path: '/coordination/new', titleKey: 'committee.found', capability: 'coordination.keep' },
    load: async () => (await import('./ui/found-screen.tsx')).FoundCommitteeScreen,
  },
  {
    ...{ path: '/coordination/$committee', titleKey: 'committees.title', capability },
    load: async () => (await import('./ui/committee-screen.tsx')).CommitteeScreen,
  },
  {
    ...{ path: '/coordination/$committee/revise', titleKey: 'committee.revise', capability: 'coordination.keep' },
    load: async () => (await import('./ui/revise-screen.tsx')).ReviseCommitteeScreen,
  },
  {
    ...{ path: '/coordination/$committee/fund', titleKey: 'fund.title', capability },
    load: async () => (await import('./ui/fund-screen.tsx')).FundScreen,
  },
  {
    ...{ path: '/coordination/$committee/scores', titleKey: 'scores.title', capability },
    load: async () => (await import('./ui/scores-screen.tsx')).ScoresScreen,
  },
  {
    ...{ path: '/meetings/$meeting', titleKey: 'meeting.title', capability },
    load: async () => (await import('./ui/meeting-screen.tsx')).MeetingScreen,
  },
  {
    ...{ path: '/committee-actions', titleKey: 'actions.title', nav: { key: 'actions.nav', order: 79.03, on: 'desk' }, capability },
    load: async () => (await import('./ui/actions-screen.tsx')).AllActionsScreen,
  },
  {
    ...{
      path: '/my-actions',
      titleKey: 'actions.mine',
      nav: { key: 'actions.mine.nav', order: 79.02, on: 'desk' },
      capability: 'coordination.act',
    },
    load: async () => (await import('./ui/actions-screen.tsx')).MyActionsScreen,
  },
]
