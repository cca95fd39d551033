/* Words of conflict mapping that the server says itself. */
import type { fr } from './fr.ts'
import { warningsEn } from './warnings-en.ts'
<<<<<<< HEAD
import { workshopsEn } from './workshops-en.ts'
=======
import { treesEn } from './trees-en.ts'
>>>>>>> c09f71b6 (Problem trees have a server: batches of acts, frozen versions with their hash, files, and a cut for committees that leaves no site)

export const en: Record<keyof typeof fr, string> = {
  ...warningsEn,
  'refusal.days-the-wrong-way-round': 'The first day comes after the last. Change the two dates over.',
<<<<<<< HEAD
  ...workshopsEn,
=======
  ...treesEn,
>>>>>>> c09f71b6 (Problem trees have a server: batches of acts, frozen versions with their hash, files, and a cut for committees that leaves no site)
}
