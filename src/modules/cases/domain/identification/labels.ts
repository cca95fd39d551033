/*
What the main codes are called, in plain French and English, as the specification words them. A code without both is a type error. Codes keep
the specification's spelling. The wording rules hold: "indices", never "coupable" or "esclave" of a person; no ethnic label.
Swahili and Mongolian are for people to translate, not for us to guess.
*/
import { type Labels, label } from '../label.ts'
import type { TraffickingStatus } from './determination-words.ts'
import type { FindingCode } from './findings.ts'

export const findingLabels: Labels<FindingCode> = {
  TIP_STRONG_INDICATION: label('Indices forts de traite', 'Strong indication of trafficking'),
  TIP_INDICATION: label('Indices de traite', 'Indication of trafficking'),
  CHILD_TIP_INDICATION: label('Indices de traite d’enfant', 'Indication of child trafficking'),
  FORCED_LABOUR_INDICATION: label('Indices de travail forcé', 'Indication of forced labour'),
  DECEPTION_AND_EXPLOITATION: label('Tromperie et exploitation', 'Deception and exploitation'),
  LABOUR_RIGHTS_CONCERN: label('Violation du droit du travail', 'Labour-rights concern'),
  COERCION_WITHOUT_EXPLOITATION: label('Contrainte sans exploitation constatée', 'Coercion, no exploitation found'),
  INSUFFICIENT_INFORMATION: label('Informations insuffisantes', 'Not enough information'),
  NO_INDICATION: label('Aucun indice relevé', 'No indication found'),
  WFCL_HAZARDOUS: label('PFTE : travail dangereux', 'WFCL: hazardous'),
  WFCL_UNCONDITIONAL: label('PFTE : autres pires formes', 'WFCL: other worst forms'),
  CAAFAG: label('Enfant associé à une force ou un groupe armé (EAFGA)', 'Child associated with an armed force or group (CAAFAG)'),
  CHILD_LABOUR_OTHER: label('Autre travail d’enfant, sous l’âge minimum', 'Other child labour, below the minimum age'),
}
export const statusLabels: Labels<TraffickingStatus> = {
  PossibleVictimOfTrafficking: label('Victime présumée', 'Possible victim'),
  ActualVictimOfTrafficking: label('Victime identifiée', 'Identified victim'),
  NotAVictimOfTrafficking: label('Non victime de traite', 'Not a victim of trafficking'),
}
export const riskLabels: Labels<'HIGH' | 'MEDIUM' | 'LOW'> = {
  HIGH: label('Élevé', 'High'),
  MEDIUM: label('Moyen', 'Medium'),
  LOW: label('Faible', 'Low'),
}
type CaseCode = 'DRAFT' | 'INTAKE' | 'SCREENED' | `ACTIVE.${'ASSESSMENT' | 'PLANNING' | 'IMPLEMENTATION'}`
type LaterCaseCode = 'FOLLOW_UP' | 'CLOSED' | 'REOPENED' | 'TRANSFERRED'
export const caseLabels: Labels<CaseCode | LaterCaseCode> = {
  DRAFT: label('Brouillon', 'Draft'),
  INTAKE: label('Accueil', 'Intake'),
  SCREENED: label('Dépisté', 'Screened'),
  'ACTIVE.ASSESSMENT': label('Évaluation', 'Assessment'),
  'ACTIVE.PLANNING': label('Plan', 'Planning'),
  'ACTIVE.IMPLEMENTATION': label('Mise en œuvre', 'Implementation'),
  FOLLOW_UP: label('Suivi', 'Follow-up'),
  CLOSED: label('Clôturé', 'Closed'),
  REOPENED: label('Rouvert', 'Reopened'),
  TRANSFERRED: label('Transféré', 'Transferred'),
}
type ReferralCode = 'SENT' | 'ACKNOWLEDGED' | 'ACCEPTED' | 'REJECTED' | 'IN_SERVICE' | 'DONE' | 'REVOKED' | 'EXPIRED'
export const referralLabels: Labels<ReferralCode> = {
  SENT: label('Envoyé', 'Sent'),
  ACKNOWLEDGED: label('Reçu', 'Acknowledged'),
  ACCEPTED: label('Accepté', 'Accepted'),
  REJECTED: label('Refusé', 'Rejected'),
  IN_SERVICE: label('En cours', 'In service'),
  DONE: label('Terminé', 'Done'),
  REVOKED: label('Révoqué', 'Revoked'),
  EXPIRED: label('Expiré', 'Expired'),
}
export const justiceLabels: Labels<'COMPLAINT_FILED' | 'INVESTIGATION' | 'TRIAL' | 'VERDICT'> = {
  COMPLAINT_FILED: label('Plainte', 'Complaint'),
  INVESTIGATION: label('Enquête', 'Investigation'),
  TRIAL: label('Procès', 'Trial'),
  VERDICT: label('Jugement', 'Verdict'),
}
export const conflictLabels: Labels<'PREFINANCE' | 'PIT_TAX' | 'CHECKPOINT_TAX' | 'PILLAGE'> = {
  PREFINANCE: label('Préfinancement', 'Pre-finance'),
  PIT_TAX: label('Taxe de puits', 'Pit tax'),
  CHECKPOINT_TAX: label('Barrière', 'Checkpoint tax'),
  PILLAGE: label('Pillage', 'Pillage'),
}
export const problemLabels: Labels<'CORE' | 'CAUSE' | 'EFFECT'> = {
  CORE: label('Problème central', 'Core problem'),
  CAUSE: label('Cause', 'Cause'),
  EFFECT: label('Effet', 'Effect'),
}
export const objectiveLabels: Labels<'OBJECTIVE' | 'MEANS' | 'ENDS'> = {
  OBJECTIVE: label('Objectif', 'Objective'),
  MEANS: label('Moyens', 'Means'),
  ENDS: label('Fins', 'Ends'),
}
export const reachLabels: Labels<'DIRECT' | 'INDIRECT_ESTIMATED'> = {
  DIRECT: label('Touchés directement', 'Direct reach'),
  INDIRECT_ESTIMATED: label('Estimés indirects', 'Indirect estimate'),
}
export const committeeLabels: Labels<'DECISION' | 'RECOMMENDATION' | 'ACTION'> = {
  DECISION: label('Décision', 'Decision'),
  RECOMMENDATION: label('Recommandation', 'Recommendation'),
  ACTION: label('Action', 'Action'),
}
