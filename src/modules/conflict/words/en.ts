/* Words of conflict mapping that the server says itself. */
import type { fr } from './fr.ts'
import { actorsEn } from './actors-en.ts'
import { namesEn } from './names-en.ts'
import { roadsEn } from './roads-en.ts'
import { sheetsEn } from './sheets-en.ts'
import { peaceEn } from './peace-en.ts'
import { warningsEn } from './warnings-en.ts'
import { workshopsEn } from './workshops-en.ts'
import { treesEn } from './trees-en.ts'

export const en: Record<keyof typeof fr, string> = {
  ...actorsEn,
  ...namesEn,
  ...roadsEn,
  ...sheetsEn,
  ...warningsEn,
  ...peaceEn,
  'refusal.days-the-wrong-way-round': 'The first day comes after the last. Change the two dates over.',
  ...workshopsEn,
  ...treesEn,
}
