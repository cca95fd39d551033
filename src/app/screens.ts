/*
The app's registry of screens: one line per module. A module leaves by losing its line here, in words-fr.ts and in words-en.ts.
*/
import { ipisScreens } from '../exchange/ipis/screens.ts'
import { epcisScreens } from '../exchange/epcis/screens.ts'
import { odkScreens } from '../exchange/odk/screens.ts'
import { chainListsScreens } from '../exchange/chain-lists/screens.ts'
import { rmiScreens } from '../exchange/rmi/screens.ts'
import { siteListsScreens } from '../exchange/site-lists/screens.ts'
import { certificatesScreens } from '../modules/certificates/screens.ts'
import { plausibilityScreens } from '../modules/custody/screens-plausibility.ts'
import { tracingScreens } from '../modules/custody/screens-tracing.ts'
import { custodyScreens } from '../modules/custody/screens.ts'
import { incidentsScreens } from '../modules/incidents/screens.ts'
import { papersScreens } from '../modules/documents/screens.ts'
import { ledgerScreens } from '../modules/ledger/screens.ts'
import { operatorsScreens } from '../modules/operators/screens.ts'
import { exportersScreens } from '../modules/operators/screens-exporters.ts'
import { risksScreens } from '../modules/risks/screens.ts'
import { fieldScreens } from '../modules/field/screens.ts'
import { noticesScreens } from '../modules/notices/screens.ts'
import { formsScreens } from '../modules/forms/screens.ts'
import { peopleScreens } from '../modules/people/screens.ts'
import { reportsScreens } from '../modules/reports/screens.ts'
import { missionsScreens } from '../modules/sites/screens-missions.ts'
import { statusScreens } from '../modules/sites/screens-status.ts'
import { voicesScreens } from '../modules/voices/screens.ts'
import { webhooksScreens } from '../exchange/webhooks/screens.ts'
import { sitesScreens } from '../modules/sites/screens.ts'
import type { Screen } from './screen.ts'

const appScreens: readonly Screen[] = [
  {
    path: '/',
    titleKey: 'app.home',
    nav: { key: 'app.home', order: 0 },
    capability: 'signed-in',
    words: 'home',
    load: async () => (await import('./home/home-screen.tsx')).HomeScreen,
  },
]

export const screens: readonly Screen[] = [
  ...appScreens,
  ...fieldScreens,
  ...sitesScreens,
  ...missionsScreens,
  ...formsScreens,
  ...statusScreens,
  ...custodyScreens,
  ...tracingScreens,
  ...plausibilityScreens,
  ...incidentsScreens,
  ...operatorsScreens,
  ...exportersScreens,
  ...risksScreens,
  ...papersScreens,
  ...certificatesScreens,
  ...rmiScreens,
  ...reportsScreens,
  ...ledgerScreens,
  ...noticesScreens,
  ...voicesScreens,
  ...webhooksScreens,
  ...peopleScreens,
  ...ipisScreens,
  ...odkScreens,
  ...epcisScreens,
  ...siteListsScreens,
  ...chainListsScreens,
]
