/* Mots de la cartographie des conflits que le serveur dit lui-même. */
import { actorsFr } from './actors-fr.ts'
import { namesFr } from './names-fr.ts'
import { roadsFr } from './roads-fr.ts'
import { sheetsFr } from './sheets-fr.ts'
import { peaceFr } from './peace-fr.ts'
import { warningsFr } from './warnings-fr.ts'
import { workshopsFr } from './workshops-fr.ts'
import { treesFr } from './trees-fr.ts'

export const fr = {
  ...actorsFr,
  ...namesFr,
  ...roadsFr,
  ...sheetsFr,
  ...warningsFr,
  ...peaceFr,
  'refusal.days-the-wrong-way-round': 'Le premier jour vient après le dernier. Échangez les deux dates.',
  ...workshopsFr,
  ...treesFr,
} as const
