/* Mots de la cartographie des conflits que le serveur dit lui-même. */
import { warningsFr } from './warnings-fr.ts'
<<<<<<< HEAD
import { workshopsFr } from './workshops-fr.ts'
=======
import { treesFr } from './trees-fr.ts'
>>>>>>> c09f71b6 (Problem trees have a server: batches of acts, frozen versions with their hash, files, and a cut for committees that leaves no site)

export const fr = {
  ...warningsFr,
  'refusal.days-the-wrong-way-round': 'Le premier jour vient après le dernier. Échangez les deux dates.',
<<<<<<< HEAD
  ...workshopsFr,
=======
  ...treesFr,
>>>>>>> c09f71b6 (Problem trees have a server: batches of acts, frozen versions with their hash, files, and a cut for committees that leaves no site)
} as const
