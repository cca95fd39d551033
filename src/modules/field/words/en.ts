/* Sentences of the refusals of field work: what is in the way, and what to do. */
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  'refusal.device-removed':
    'This telephone was taken out of service. Nothing is lost: make a rescue file and hand it to the person in charge.',
}
