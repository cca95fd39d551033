/* Questions of the rapid safety tool and the factors of vulnerability, in words. What is asked is about a situation, never about a person's worth. */
import type { SafetyAnswer, SafetySign } from '../../domain/clocks/risk.ts'
import { type Labels, label } from '../../domain/label.ts'
import type { VulnerabilityLevel } from '../../domain/case/vulnerability.ts'
import type { CaseField } from '../../domain/case/edit-conflict.ts'

export const signLabels: Labels<SafetySign> = {
  whereaboutsKnown: label('Ceux qui menacent savent-ils où la personne se trouve ?', 'Do those who threaten know where the person is?'),
  threatened: label('A-t-elle été menacée récemment ?', 'Has the person been threatened lately?'),
  acuteMedical: label('A-t-elle besoin de soins sans attendre ?', 'Is care needed without waiting?'),
  childExploited: label('Un enfant est-il encore exploité ?', 'Is a child still being exploited?'),
  sexualViolence: label('Y a-t-il eu violence sexuelle ces derniers jours ?', 'Was there sexual violence in the last days?'),
  witnessStatement: label('A-t-elle parlé, ou va-t-elle parler, à la justice ?', 'Has the person spoken, or will they speak, to justice?'),
  shelterExitForced: label('Doit-elle quitter un abri contre son gré ?', 'Must the person leave a shelter against their will?'),
  exploitationEnded: label('L’exploitation a-t-elle cessé il y a peu ?', 'Did the exploitation end a short while ago?'),
  debtCollector: label('Quelqu’un réclame-t-il une dette ?', 'Is somebody claiming a debt?'),
  dependantsAtRisk: label('Des proches sont-ils en danger ?', 'Are relatives in danger?'),
  unstableHousing: label('Est-elle sans logement sûr ?', 'Is the person without safe housing?'),
}
export const safetySigns = [
  ...(['whereaboutsKnown', 'threatened', 'acuteMedical', 'childExploited', 'sexualViolence', 'witnessStatement'] as const),
  ...(['shelterExitForced', 'exploitationEnded', 'debtCollector', 'dependantsAtRisk', 'unstableHousing'] as const),
] as const satisfies readonly SafetySign[]
export const safetyAnswerLabels: Labels<SafetyAnswer> = {
  yes: label('Oui', 'Yes'),
  no: label('Non', 'No'),
  unknown: label('Ne sait pas', 'Does not know'),
  declined: label('Ne souhaite pas répondre', 'Would rather not say'),
  'not-asked': label('Pas demandé', 'Not asked'),
}
export const levelLabels: Labels<VulnerabilityLevel> = {
  individual: label('La personne', 'The person'),
  'household-family': label('Le ménage et la famille', 'Household and family'),
  community: label('La communauté', 'The community'),
  structural: label('Le contexte', 'The context'),
}
export const factorLabels: { readonly [code: string]: { readonly fr: string; readonly en: string } } = {
  age: label('Âge', 'Age'),
  gender: label('Genre', 'Gender'),
  disability: label('Handicap', 'Disability'),
  health: label('Santé', 'Health'),
  status: label('Situation légale', 'Legal status'),
  debt: label('Dette', 'Debt'),
  'prior-abuse': label('Violences passées', 'Earlier abuse'),
  literacy: label('Ne lit pas', 'Cannot read'),
  skills: label('Savoir-faire', 'Skills'),
  documents: label('Papiers en main', 'Documents in hand'),
  income: label('Revenu du ménage', 'Household income'),
  dependants: label('Personnes à charge', 'Dependants'),
  violence: label('Violences dans le ménage', 'Violence in the household'),
  separation: label('Séparation de la famille', 'Separated from family'),
  'supportive-kin': label('Proches qui soutiennent', 'Supportive relatives'),
  'armed-actors-near-site': label('Hommes armés près du site', 'Armed men near the site'),
  discrimination: label('Discrimination', 'Discrimination'),
  'services-reach': label('Services trop loin', 'Services out of reach'),
  'cooperative-membership': label('Membre d’une coopérative', 'Member of a cooperative'),
  'grievance-desk': label('Bureau des plaintes', 'Grievance desk'),
  conflict: label('Conflit', 'Conflict'),
  impunity: label('Impunité', 'Impunity'),
  'law-enforcement-presence': label('Présence de forces de l’ordre', 'Presence of law enforcement'),
  'market-price-control': label('Prix tenus par d’autres', 'Prices held by others'),
  'traceability-scheme': label('Système de traçabilité', 'Traceability scheme'),
}
export const fieldLabels: Labels<CaseField> = {
  'risk-level': label('Niveau de risque', 'Level of risk'),
  'safe-contact': label('Contact sûr', 'Safe contact'),
  'whereabouts-known': label('Lieu connu de qui menace', 'Whereabouts known to who threatens'),
  'age-band': label('Tranche d’âge', 'Age band'),
  guardian: label('Tuteur', 'Guardian'),
  'exit-plan': label('Plan de sortie', 'Exit plan'),
  sensitivity: label('Sensibilité', 'Sensitivity'),
  languages: label('Langues', 'Languages'),
  displacement: label('Déplacement', 'Displacement'),
  disability: label('Handicap', 'Disability'),
  source: label('Origine du dossier', 'Source of the case'),
  'next-appointment': label('Prochain rendez-vous', 'Next appointment'),
  'release-ordered-on': label('Ordre de sortie du groupe', 'Order of release from the group'),
  'handed-over-on': label('Remise à un service civil', 'Handover to a civilian service'),
  'interim-care': label('Accueil provisoire', 'Interim care'),
  'family-tracing': label('Recherche de la famille', 'Family tracing'),
}
