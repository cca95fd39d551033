/* Screens of missions and inspections, and the list of orders. */
import type { Screen } from '../../app/screen.ts'

export const missionsScreens: readonly Screen[] = [
  {
    path: '/missions',
    titleKey: 'missions.title',
    nav: { key: 'missions.title', order: 30 },
    capability: 'sites.read',
    words: 'field',
    load: async () => (await import('./ui/missions/missions-screen.tsx')).MissionsScreen,
  },
  {
    path: '/missions/new',
    titleKey: 'missions.plan',
    capability: 'sites.plan-mission',
    load: async () => (await import('./ui/missions/plan-mission-screen.tsx')).PlanMissionScreen,
  },
  {
    path: '/missions/proposals',
    titleKey: 'rank.title',
    capability: 'sites.plan-mission',
    load: async () => (await import('./ui/missions/proposals-screen.tsx')).ProposalsScreen,
  },
  {
    path: '/missions/$mission/change',
    titleKey: 'plan.change',
    capability: 'sites.plan-mission',
    load: async () => (await import('./ui/missions/change-mission-screen.tsx')).ChangeMissionScreen,
  },
  {
    path: '/corrective-actions',
    titleKey: 'queue.title',
    nav: { key: 'queue.nav', order: 36 },
    capability: 'sites.read',
    words: 'field',
    load: async () => (await import('./ui/missions/actions-screen.tsx')).ActionsScreen,
  },
  {
    path: '/missions/$mission',
    titleKey: 'missions.mission',
    capability: 'sites.read',
    words: 'field',
    load: async () => (await import('./ui/missions/mission-screen.tsx')).MissionScreen,
  },
  {
    path: '/missions/$mission/order',
    titleKey: 'missions.paper',
    capability: 'sites.read',
    words: 'field',
    load: async () => (await import('./ui/missions/mission-paper-screen.tsx')).MissionPaperScreen,
  },
  {
    path: '/inspections',
    titleKey: 'inspect.inspections',
    nav: { key: 'inspect.inspections', order: 34 },
    capability: 'sites.read',
    words: 'field',
    load: async () => (await import('./ui/inspections/inspections-screen.tsx')).InspectionsScreen,
  },
  {
    path: '/inspections/$inspection',
    titleKey: 'inspect.inspections',
    capability: 'sites.read',
    words: 'field',
    load: async () => (await import('./ui/inspections/inspection-screen.tsx')).InspectionScreen,
  },
  {
    path: '/inspections/$inspection/form',
    titleKey: 'fill.title',
    capability: 'sites.inspect',
    words: 'field',
    load: async () => (await import('./ui/inspections/fill-screen.tsx')).FillScreen,
  },
  {
    path: '/inspections/$inspection/paper',
    titleKey: 'inspection-paper.title',
    capability: 'sites.read',
    words: 'field',
    load: async () => (await import('./ui/inspections/inspection-paper-screen.tsx')).InspectionPaperScreen,
  },
  {
    path: '/orders',
    titleKey: 'order.orders',
    nav: { key: 'order.orders', order: 40 },
    capability: 'sites.read',
    load: async () => (await import('./ui/orders/orders-screen.tsx')).OrdersScreen,
  },
]
