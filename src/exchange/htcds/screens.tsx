/*
The desk where files of other houses are brought in, and the page on which one is made for another house. Whoever knows how a case is opened and read hands that in: this folder knows no case.
*/
import type { ComponentType } from 'react'
import type { Screen } from '../../app/screen.ts'
import type { SealParts } from './identified-transfer.ts'
import type { ImportOpener } from './import-plan.ts'

interface Transfer {
  readonly case: string
  readonly referral: string
  readonly seal: SealParts
}
export interface HandedIn {
  readonly opener: () => Promise<ImportOpener | null>
  readonly transfer: () => Promise<ComponentType<Transfer>>
}
export const htcdsScreens = ({ opener, transfer }: HandedIn): readonly Screen[] => [
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
  {
    path: '/cases/$case/transfers/$referral',
    titleKey: 'transfer.title',
    capability: 'cases.hold-key',
    load: async () => {
      const [Handed, { sealParts }] = await Promise.all([transfer(), import('./identified-transfer.ts')])
      return ({ params }) => <Handed case={params['case'] ?? ''} referral={params['referral'] ?? ''} seal={sealParts} />
    },
  },
]
