/* What measures and levels of threat are called. */
import { type Labels, label } from '../label.ts'
import type { MeasureCommand, MeasureKind, MeasureState } from './witness-words.ts'

export const measureKindLabels: Labels<MeasureKind> = {
  'safe-contact': label('Contact sûr', 'Safe contact'),
  escort: label('Escorte', 'Escort'),
  'relocation-temporary': label('Déplacement temporaire', 'Temporary relocation'),
  'relocation-long': label('Déplacement de longue durée', 'Long relocation'),
  'anonymity-in-proceedings': label('Anonymat dans la procédure', 'Anonymity in the proceedings'),
  'remote-testimony': label('Témoignage à distance', 'Remote testimony'),
  'support-person': label('Personne de soutien', 'Support person'),
  'family-cover': label('Protection de la famille', 'Cover for the family'),
  'phone-change': label('Changement de téléphone', 'Change of telephone'),
}
export const measureStateLabels: Labels<MeasureState> = {
  proposed: label('proposée', 'proposed'),
  agreed: label('acceptée par la personne', 'agreed by the person'),
  'in-place': label('en place', 'in place'),
  ended: label('terminée', 'ended'),
  declined: label('refusée par la personne', 'declined by the person'),
}
export const measureStepLabels: Labels<MeasureCommand['step']> = {
  propose: label('Proposer une mesure', 'Propose a measure'),
  agree: label('La personne accepte', 'The person agrees'),
  decline: label('La personne refuse', 'The person declines'),
  'put-in-place': label('Mettre en place', 'Put in place'),
  review: label('Revoir', 'Review'),
  end: label('Terminer', 'End'),
}
