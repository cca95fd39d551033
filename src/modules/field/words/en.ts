/* Sentences of the refusals of field work: what is in the way, and what to do. */
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  'refusal.device-removed':
    'This telephone was taken out of service. Nothing is lost: make a rescue file and hand it to the person in charge.',
  'refusal.too-much-to-carry':
    'That makes {sites} sites: too much for a telephone, which carries {most} sites and visits at most. Choose a territoire rather than a province, or fewer missions.',
  'refusal.no-such-draft': 'This unfinished form is not here, or you do not speak for the body that fills it in.',
}
