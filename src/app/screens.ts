/*
The app's registry of screens: one line per module. A module leaves by losing its lines here, in screens-desk.ts, in words-fr.ts and in words-en.ts.
Here stand only the screens that a telephone has in its menu or opens in the field, because it carries this list to its first screen.
*/
import { casesScreens } from '../modules/cases/screens.ts'
import { certificatesScreens } from '../modules/certificates/screens.ts'
import { custodyScreens } from '../modules/custody/screens.ts'
import { incidentsScreens } from '../modules/incidents/screens.ts'
import { papersScreens } from '../modules/documents/screens.ts'
import { operatorsScreens } from '../modules/operators/screens.ts'
import { fieldScreens } from '../modules/field/screens.ts'
import { mobilityScreens } from '../modules/mobility/screens.ts'
import { noticesScreens } from '../modules/notices/screens.ts'
import { testRoomScreens } from '../modules/outreach/screens-room.ts'
import { peopleScreens } from '../modules/people/screens.ts'
import { missionsScreens } from '../modules/sites/screens-missions.ts'
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
  ...custodyScreens,
  ...incidentsScreens,
  ...casesScreens,
  ...operatorsScreens,
  ...papersScreens,
  ...certificatesScreens,
  ...mobilityScreens,
  ...testRoomScreens,
  ...noticesScreens,
  ...peopleScreens,
]
