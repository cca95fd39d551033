/* What states, steps, clocks and reasons of a case are called. Nobody is a "victim" here, and nothing says what a case is about before it was opened. */
import type { CaseListItem } from '../../contract.ts'
import type { ClockName, RiskLevel } from '../clocks/clock-rulebook.ts'
import { type Labels, label } from '../label.ts'
import type { CaseState, CaseStep, CaseType, ClosureItem, ClosureReason } from './case-words.ts'

export const caseTypeLabels: Labels<CaseType> = {
  'tip-adult': label('Traite, adulte', 'Trafficking, adult'),
  'tip-child': label('Traite, enfant', 'Trafficking, child'),
  'forced-labour': label('Travail forcé', 'Forced labour'),
  wfcl: label('Pires formes de travail des enfants', 'Worst forms of child labour'),
  caafag: label('Enfant associé à un groupe armé', 'Child associated with an armed group'),
  sgbv: label('Violences sexuelles ou basées sur le genre', 'Sexual or gender-based violence'),
  'vulnerable-migrant': label('Migrant en situation de vulnérabilité', 'Migrant in a vulnerable situation'),
  'witness-protection': label('Protection de témoin', 'Witness protection'),
}
export const caseStateLabels: Labels<CaseState> = {
  draft: label('Brouillon', 'Draft'),
  intake: label('Reçu', 'Received'),
  screened: label('Entretien fait, accord à recueillir', 'Interview done, consent to be asked'),
  'not-eligible': label('Hors du programme, personne informée', 'Outside the programme, person informed'),
  'active-assessment': label('Évaluation en cours', 'Being assessed'),
  'active-planning': label('Plan en préparation', 'Plan being made'),
  'active-implementation': label('Services en cours', 'Services under way'),
  'follow-up': label('Suivi', 'Follow-up'),
  transferred: label('Transféré à un autre organisme', 'Transferred to another body'),
  'closure-pending': label('Clôture proposée, à approuver', 'Closure proposed, to be approved'),
  closed: label('Clos', 'Closed'),
  reopened: label('Rouvert', 'Reopened'),
  'consent-withdrawn': label('Accord retiré, travail arrêté', 'Consent withdrawn, work stopped'),
  archived: label('Archivé', 'Archived'),
}
export const caseStepLabels: Labels<CaseStep> = {
  create: label('Ouvrir le dossier', 'Open the case'),
  'register-minimum': label('Enregistrer le minimum', 'Register the minimum'),
  screen: label('Joindre l’entretien', 'Attach the interview'),
  'no-eligibility': label('Hors du programme', 'Outside the programme'),
  'obtain-consent': label('Commencer avec l’accord de la personne', 'Begin with the person’s consent'),
  'submit-assessment': label('Terminer l’évaluation', 'Finish the assessment'),
  'request-approval': label('Proposer le plan', 'Propose the plan'),
  'approve-plan': label('Approuver le plan', 'Approve the plan'),
  'return-plan': label('Renvoyer le plan', 'Return the plan'),
  'revise-plan': label('Réviser le plan', 'Revise the plan'),
  'finish-services': label('Passer au suivi', 'Move to follow-up'),
  'need-reassessment': label('Évaluer à nouveau', 'Assess again'),
  'accept-transfer': label('Transférer', 'Transfer'),
  'request-closure': label('Proposer la clôture', 'Propose closure'),
  'approve-closure': label('Approuver la clôture', 'Approve closure'),
  'reject-closure': label('Refuser la clôture', 'Reject closure'),
  reopen: label('Rouvrir', 'Reopen'),
  'resume-assessment': label('Reprendre l’évaluation', 'Resume the assessment'),
  'withdraw-consent': label('La personne retire son accord', 'The person withdraws consent'),
  archive: label('Archiver', 'Archive'),
}
export const riskLabels: Labels<RiskLevel> = {
  high: label('Risque élevé', 'High risk'),
  medium: label('Risque moyen', 'Medium risk'),
  low: label('Risque faible', 'Low risk'),
}
export const clockLabels: Labels<ClockName> = {
  'assign-owner': label('Désigner un responsable', 'Name a case owner'),
  'first-safety-contact': label('Premier contact de sécurité', 'First safety contact'),
  'full-assessment': label('Évaluation complète', 'Full assessment'),
  'plan-approved': label('Plan approuvé', 'Plan approved'),
  'follow-up': label('Suivi de la personne', 'Follow-up with the person'),
  'risk-re-rating': label('Réévaluer le risque', 'Rate the risk again'),
  'supervisor-review': label('Revue par le superviseur', 'Supervisor’s review'),
  'referral-answered': label('Réponse au référencement', 'Answer to the referral'),
  'referral-standstill': label('Référencement sans nouvelle', 'Referral without news'),
  'post-closure-check': label('Nouvelles après la clôture', 'Check after closure'),
}
export const waitLabels: Labels<CaseListItem['waits'][number]> = {
  'plan-approval': label('plan à approuver', 'plan to approve'),
  'closure-approval': label('clôture à approuver', 'closure to approve'),
  'override-confirmation': label('dérogation à confirmer', 'override to confirm'),
  'break-glass': label('accès d’urgence à trancher', 'emergency access to decide'),
  'opened-anew': label('accès d’urgence ou clé refaite : à regarder', 'emergency access or key made anew: to be looked at'),
  'best-interests': label('intérêt supérieur de l’enfant à examiner', 'best interests of the child to examine'),
  'identification-review': label('identification à relire', 'identification to review'),
  'finding-review': label('constat à relire par la supervision (72 h)', 'finding to be reviewed by the supervisor (72 h)'),
  'second-interview': label('second entretien à tenir', 'second interview to hold'),
  'screen-again': label('entretien à reprendre (30 jours)', 'interview to hold again (30 days)'),
  erasure: label('effacement demandé par la personne', 'erasure asked by the person'),
  owner: label('sans responsable', 'no case owner'),
  'key-to-hand': label('clé à remettre au responsable', 'key to hand to the case owner'),
}
export const closureReasonLabels: Labels<ClosureReason> = {
  'goals-achieved': label('Objectifs atteints', 'Goals achieved'),
  'subject-request': label('À la demande de la personne', 'At the person’s request'),
  'lost-contact': label('Contact perdu', 'Lost contact'),
  relocated: label('Partie vivre ailleurs', 'Moved elsewhere'),
  transferred: label('Transféré', 'Transferred'),
  deceased: label('Décès', 'Death'),
  'aged-out-transferred': label('Devenu adulte, transféré', 'Came of age, transferred'),
  ineligible: label('Hors du programme', 'Outside the programme'),
  'safety-of-subject': label('Pour la sécurité de la personne', 'For the person’s safety'),
  duplicate: label('Dossier en double', 'Duplicate case'),
}
export const closureItemLabels: Labels<ClosureItem | 'open-referrals' | 'open-services' | 'open-shelter-stay' | 'contact-attempts'> = {
  'goals-reviewed': label('Objectifs revus avec la personne', 'Goals reviewed with the person'),
  'risk-rated-anew': label('Risque réévalué', 'Risk rated anew'),
  'safe-contact-renewed': label('Manière sûre de contacter renouvelée', 'Safe way of contact renewed'),
  'post-closure-checks-agreed': label('Nouvelles après la clôture convenues', 'Checks after closure agreed'),
  'way-back-explained': label('Comment revenir vers nous : expliqué', 'How to come back to us: explained'),
  'feedback-asked': label('Avis de la personne demandé', 'The person’s feedback asked'),
  'consents-reviewed': label('Accords revus', 'Consents reviewed'),
  'retention-explained': label('Durée de conservation expliquée', 'Time of keeping explained'),
  'handed-over': label('Dossier remis à qui continue', 'Handed over to who goes on'),
  'open-referrals': label('Référencements encore ouverts', 'Referrals still open'),
  'open-services': label('Services encore ouverts', 'Services still open'),
  'open-shelter-stay': label('Séjour en centre encore ouvert', 'Shelter stay still open'),
  'contact-attempts': label('Trois essais de contact sur soixante jours', 'Three attempts to reach over sixty days'),
}
