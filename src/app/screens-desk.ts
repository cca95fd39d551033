/*
The screens that stand only in the menu of a desk, or in none: one line per module. A desk takes them with the app; a telephone, to which every byte is dear,
when it follows a link to one of them (linked-screen.tsx). None may be hidden behind an address of screens.ts: find-screen.test.ts looks.
*/
import { chainListsScreens } from '../exchange/chain-lists/screens.ts'
import { ctdcScreens } from '../exchange/ctdc/screens.ts'
import { epcisScreens } from '../exchange/epcis/screens.ts'
import { htcdsScreens } from '../exchange/htcds/screens.tsx'
import { icglrScreens } from '../exchange/icglr/screens.ts'
import { ipisScreens } from '../exchange/ipis/screens.ts'
import { odkScreens } from '../exchange/odk/screens.ts'
import { rmiScreens } from '../exchange/rmi/screens.ts'
import { siteListsScreens } from '../exchange/site-lists/screens.ts'
import { webhooksScreens } from '../exchange/webhooks/screens.ts'
import { casesDeskScreens } from '../modules/cases/screens-desk.ts'
import { certificatesDeskScreens } from '../modules/certificates/screens-desk.ts'
import { custodyDeskScreens } from '../modules/custody/screens-desk.ts'
import { plausibilityScreens } from '../modules/custody/screens-plausibility.ts'
import { tracingScreens } from '../modules/custody/screens-tracing.ts'
import { conflictScreens } from '../modules/conflict/screens.ts'
import { coordinationScreens } from '../modules/coordination/screens.ts'
import { formsScreens } from '../modules/forms/screens.ts'
import { incidentsDeskScreens } from '../modules/incidents/screens-desk.ts'
import { ledgerScreens } from '../modules/ledger/screens.ts'
import { mobilityDeskScreens } from '../modules/mobility/screens-desk.ts'
import { operatorsDeskScreens } from '../modules/operators/screens-desk.ts'
import { exportersScreens } from '../modules/operators/screens-exporters.ts'
import { outreachScreens } from '../modules/outreach/screens.ts'
import { projectsScreens } from '../modules/projects/screens.ts'
import { releasesDeskScreens } from '../modules/releases/screens-desk.ts'
import { reportsScreens } from '../modules/reports/screens.ts'
import { risksScreens } from '../modules/risks/screens.ts'
import { sitesDeskScreens } from '../modules/sites/screens-desk.ts'
import { ordersDeskScreens } from '../modules/sites/screens-orders.ts'
import { statusScreens } from '../modules/sites/screens-status.ts'
import { voicesScreens } from '../modules/voices/screens.ts'
import type { Screen } from './screen.ts'

export const deskScreens: readonly Screen[] = [
  ...sitesDeskScreens,
  ...ordersDeskScreens,
  ...formsScreens,
  ...statusScreens,
  ...custodyDeskScreens,
  ...tracingScreens,
  ...plausibilityScreens,
  ...incidentsDeskScreens,
  ...conflictScreens,
  ...mobilityDeskScreens,
  ...coordinationScreens,
  ...casesDeskScreens,
  ...operatorsDeskScreens,
  ...exportersScreens,
  ...risksScreens,
  ...certificatesDeskScreens,
  ...rmiScreens,
  ...outreachScreens,
  ...releasesDeskScreens,
  ...ctdcScreens,
  // Whoever opens and reads cases hands in how.
  ...htcdsScreens({
    opener: async () => (await import('../modules/cases/ui/opening/open-imported.ts')).importDesk,
    transfer: async () => (await import('../modules/cases/ui/transfer/transfer-screen.tsx')).TransferScreen,
  }),
  ...projectsScreens,
  ...reportsScreens,
  ...ledgerScreens,
  ...voicesScreens,
  ...webhooksScreens,
  ...icglrScreens,
  ...ipisScreens,
  ...odkScreens,
  ...epcisScreens,
  ...siteListsScreens,
  ...chainListsScreens,
]
