/* The desk where files of other houses are brought in. Whoever knows how a case is opened hands that in: this folder knows no case. */
import type { Screen } from '../../app/screen.ts'
import type { ImportOpener } from './import-plan.ts'

export const htcdsScreens = (opener: () => Promise<ImportOpener | null>): readonly Screen[] => [
  {
    path: '/imports/files-of-persons',
    titleKey: 'htcds.title',
    nav: { key: 'htcds.nav', order: 79, on: 'desk' },
    capability: 'cases.work',
    load: async () => {
      const [{ HtcdsImportDesk }, open] = await Promise.all([import('./ui/import-desk.tsx'), opener()])
      return () => <HtcdsImportDesk opener={open} />
    },
  },
]
