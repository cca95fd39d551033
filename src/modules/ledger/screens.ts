/* The screen that checks an entry of the public ledger; reached from printed papers, public pages and /ledger. */
import type { Screen } from '../../app/screen.ts'

export const ledgerScreens: readonly Screen[] = [
  {
    path: '/ledger/entry',
    titleKey: 'ledger.entry.title',
    capability: 'anyone',
    load: async () => (await import('./ui/entry-screen.tsx')).LedgerEntryScreen,
  },
]
