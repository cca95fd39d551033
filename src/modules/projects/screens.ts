/* Screens of projects and of reports to donors. */
import type { Screen } from '../../app/screen.ts'

const READS = ['projects.read', 'projects.locked-read'] as const
export const projectsScreens: readonly Screen[] = [
  {
    path: '/projects',
    titleKey: 'projects.title',
    nav: { key: 'projects.nav', order: 79.6, on: 'desk' },
    capability: READS,
    load: async () => (await import('./ui/projects-screen.tsx')).ProjectsScreen,
  },
  {
    path: '/projects/new',
    titleKey: 'projects.new',
    capability: 'projects.write',
    load: async () => (await import('./ui/new-project-screen.tsx')).NewProjectScreen,
  },
  {
    path: '/projects/$project',
    titleKey: 'projects.one',
    capability: READS,
    load: async () => (await import('./ui/project-screen.tsx')).ProjectScreen,
  },
  {
    path: '/projects/$project/quality',
    titleKey: 'projects.quality',
    capability: 'projects.read',
    load: async () => (await import('./ui/quality-screen.tsx')).QualityScreen,
  },
  {
    path: '/projects/$project/indicators/$indicator',
    titleKey: 'projects.indicator',
    capability: READS,
    load: async () => (await import('./ui/indicator-screen.tsx')).IndicatorScreen,
  },
  {
    path: '/donor-reports',
    titleKey: 'donor-reports.title',
    nav: { key: 'donor-reports.nav', order: 79.7, on: 'desk' },
    capability: READS,
    load: async () => (await import('./ui/donor-reports-screen.tsx')).DonorReportsScreen,
  },
  {
    path: '/donor-reports/compare',
    titleKey: 'donor-reports.compare',
    capability: READS,
    load: async () => (await import('./ui/frozen-report-screen.tsx')).CompareReportsScreen,
  },
  {
    path: '/donor-reports/frozen/$donorNumber',
    titleKey: 'donor-report.title',
    capability: READS,
    load: async () => (await import('./ui/frozen-report-screen.tsx')).FrozenReportScreen,
  },
  {
    path: '/donor-reports/$donorReport',
    titleKey: 'donor-report.title',
    capability: READS,
    load: async () => (await import('./ui/donor-report-screen.tsx')).DonorReportScreen,
  },
]
