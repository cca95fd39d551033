/* What becomes of an offer of a whole case, and why it is taken back. */
import { type Labels, label } from '../label.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { HandoverEnd, TakingBack } from './handover-words.ts'

export const handoverStateLabels: Labels<HandoverEnd | 'offered' | 'accepted'> = {
  offered: label('Réponse attendue', 'Answer awaited'),
  accepted: label('Repris : votre équipe ne le lit plus', 'Taken over: your team reads it no more'),
  declined: label('Refusé : le dossier reste chez vous', 'Declined: the case stays with you'),
  'taken-back': label('Proposition retirée', 'Offer taken back'),
  expired: label('Sans réponse à temps : le dossier reste chez vous', 'No answer in time: the case stays with you'),
  'consent-ended': label('La personne ne l’accepte plus : arrêté aussitôt', 'The person no longer agrees: stopped at once'),
  'case-not-worked': label('Le dossier a changé d’étape : proposition arrêtée', 'The case moved on: offer stopped'),
  'keys-renewed': label('Les clés ont changé : à proposer de nouveau', 'Keys have changed: to be offered anew'),
}
export const takingBackLabels: Labels<Infer<typeof TakingBack>> = {
  'at-own-wish': label('La personne préfère rester suivie ici', 'The person prefers to stay here'),
  safety: label('Ce ne serait pas sûr', 'It would not be safe'),
  'sent-in-error': label('Proposé par erreur', 'Offered by mistake'),
  'need-ended': label('Ce n’est plus nécessaire', 'No longer needed'),
}
