/* What states, steps and reasons of the best-interests procedure are called. */
import { type Labels, label } from '../label.ts'
import type { BestInterestsCommand, BestInterestsState, BidOption, BidTrigger } from './best-interests-words.ts'

export const bestInterestsStateLabels: Labels<BestInterestsState> = {
  'bia-due': label('Évaluation de l’intérêt supérieur à faire', 'Best-interests assessment due'),
  'bia-done': label('Évaluation faite', 'Assessment done'),
  'no-bid': label('Pas de détermination nécessaire', 'No determination needed'),
  'bid-due': label('Détermination à préparer', 'Determination due'),
  'bid-panel-scheduled': label('Panel convoqué', 'Panel scheduled'),
  'bid-decided': label('Décidé par le panel', 'Decided by the panel'),
  implemented: label('Mis en œuvre', 'Implemented'),
  'review-due': label('À revoir', 'Review due'),
}
export const bestInterestsStepLabels: Labels<BestInterestsCommand['step']> = {
  open: label('Commencer', 'Begin'),
  'complete-assessment': label('Terminer l’évaluation', 'Finish the assessment'),
  'need-no-determination': label('Aucune détermination nécessaire', 'No determination needed'),
  'need-determination': label('Une détermination est nécessaire', 'A determination is needed'),
  'schedule-panel': label('Convoquer le panel', 'Schedule the panel'),
  decide: label('Noter la décision du panel', 'Note the decision of the panel'),
  implement: label('Mettre en œuvre', 'Implement'),
  'fall-due': label('À revoir', 'Review due'),
  'begin-review': label('Commencer la revue', 'Begin the review'),
}
export const triggerLabels: Labels<BidTrigger> = {
  'durable-solution-unaccompanied': label('Solution durable, enfant non accompagné', 'Durable solution, unaccompanied child'),
  'exceptional-temporary-care': label('Prise en charge temporaire exceptionnelle', 'Exceptional temporary care'),
  'separation-from-parents': label('Séparation d’avec les parents', 'Separation from parents'),
  'testimony-by-child': label('Témoignage de l’enfant', 'Testimony by the child'),
  'relocation-to-another-province': label('Déplacement dans une autre province', 'Relocation to another province'),
  'return-to-community-with-armed-group': label('Retour là où un groupe armé est présent', 'Return to where an armed group is'),
}
export const bidOptionLabels: Labels<BidOption> = {
  'return-to-family': label('Retour dans sa famille', 'Return to the family'),
  'return-to-community': label('Retour dans sa communauté', 'Return to the community'),
  'stay-with-family': label('Rester dans sa famille, ici', 'Stay with the family, here'),
  'kinship-care': label('Accueil chez des proches', 'Care by relatives'),
  'foster-care': label('Famille d’accueil', 'Foster family'),
  'residential-care': label('Accueil en maison', 'Residential care'),
  'independent-living': label('Vie autonome accompagnée', 'Supported independent living'),
  relocation: label('Départ vers un autre lieu', 'Move to another place'),
  'other-question': label('Autre question que le lieu de vie', 'Another question than where to live'),
}
export const disciplineLabels = {
  'child-protection': label('Protection de l’enfant', 'Child protection'),
  health: label('Santé', 'Health'),
  'mental-health': label('Santé mentale', 'Mental health'),
  legal: label('Droit', 'Law'),
  education: label('Éducation', 'Education'),
  community: label('Communauté', 'Community'),
  authority: label('Autorité', 'Authority'),
} as const

export const releaseMissingLabels = {
  'release-order': label('l’ordre de sortie', 'the order of release'),
  handover: label('la remise à un service civil', 'the handover to a civilian service'),
  'interim-care': label('l’accueil provisoire', 'interim care'),
  'family-tracing': label('la recherche de la famille', 'family tracing'),
} as const
