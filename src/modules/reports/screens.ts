/* Screens of reports: the list, a new one, one report, statistics of trade. */
import type { Screen } from '../../app/screen.ts'

export const reportsScreens: readonly Screen[] = [
  {
    path: '/written-reports',
    titleKey: 'reports.title',
    nav: { key: 'reports.nav', order: 66, on: 'desk' },
    capability: 'reports.write',
    load: async () => (await import('./ui/reports-screen.tsx')).ReportsScreen,
  },
  {
    // The same list for who only reads: reached from the reports on validity.
    path: '/released-reports',
    titleKey: 'reports.title',
    capability: 'reports.read',
    load: async () => (await import('./ui/reports-screen.tsx')).ReportsScreen,
  },
  {
    path: '/written-reports/new',
    titleKey: 'reports.new',
    capability: 'reports.write',
    load: async () => (await import('./ui/new-report-screen.tsx')).NewReportScreen,
  },
  {
    path: '/written-reports/statistics',
    titleKey: 'statistics.title',
    capability: 'reports.write',
    load: async () => (await import('./ui/statistics-screen.tsx')).StatisticsScreen,
  },
  {
    path: '/written-reports/$report',
    titleKey: 'reports.one',
    capability: 'signed-in',
    load: async () => (await import('./ui/report-screen.tsx')).ReportScreen,
  },
]
