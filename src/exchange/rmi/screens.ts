/* The screen on which a buyer's workbook is filled; reached from the list of reports. */
import type { Screen } from '../../app/screen.ts'

export const rmiScreens: readonly Screen[] = [
  {
    path: '/written-reports/workbooks',
    titleKey: 'rmi.title',
    capability: 'reports.write',
    load: async () => (await import('./ui/filling-screen.tsx')).FillingScreen,
  },
]
