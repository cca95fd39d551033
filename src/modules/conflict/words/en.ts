/* Words of conflict mapping that the server says itself. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'refusal.days-the-wrong-way-round': 'The first day comes after the last. Change the two dates over.',
}
