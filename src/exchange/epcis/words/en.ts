/* What is said when a question about EPCIS exchanges finds nothing. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'refusal.unknown-capture': 'No EPCIS capture that you may see has this number. Go back to the list and choose a line.',
}
