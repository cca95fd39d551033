/* What figures and their lines are called. */
import { caseTypeLabels, clockLabels } from '../../domain/case/case-labels.ts'
import { CaseType } from '../../domain/case/case-words.ts'
import { type Label, label } from '../../domain/label.ts'

/** What is past its day now, task by task. */
const overdue = Object.fromEntries(
  Object.entries(clockLabels).map(([clock, { fr, en }]) => [`overdue-${clock}`, label(`En retard : ${fr}`, `Overdue: ${en}`)]),
)
export const figureLabels: { readonly [figure: string]: Label } = {
  cases: label('Dossiers', 'Cases'),
  casesPerWorker: label('Dossiers ouverts par responsable', 'Open cases per worker'),
  highRiskSeenInTime: label('Risque élevé : personne jointe à temps', 'High risk: person reached in time'),
  plansApprovedInTime: label('Plans approuvés à temps', 'Plans approved in time'),
  followUpsInTime: label('Suivis faits à temps', 'Follow-ups in time'),
  referralsAccepted: label('Référencements acceptés, de ceux qui ont une réponse', 'Referrals accepted, of those answered'),
  referralsCompleted: label('Référencements menés à bien, de ceux acceptés', 'Referrals completed, of those accepted'),
  closuresWithGoalsMet: label('Clôtures, objectifs atteints', 'Closures with goals met'),
  feedbackGiven: label('Avis recueillis après un service', 'Feedback given after a service'),
  medianDaysToService: label('Jours jusqu’au service (médiane)', 'Days to service (median)'),
  medianDaysOpen: label('Jours d’ouverture (médiane)', 'Days open (median)'),
  workersPerSupervisor: label('Responsables par superviseur', 'Workers per supervisor'),
  grantsRunningAt6: label('Activités qui vivent encore à 6 mois', 'Grants still running at 6 months'),
  grantsRunningAt12: label('Activités qui vivent encore à 12 mois', 'Grants still running at 12 months'),
  assessmentsInTime: label('Évaluations terminées à temps', 'Assessments finished in time'),
  referralsAnsweredInTime: label('Référencements répondus à temps', 'Referrals answered in time'),
  supervisorReviewsInTime: label('Revues de la supervision à temps', 'Supervisor’s reviews in time'),
  casesClosed: label('Dossiers clos, de tous', 'Cases closed, of all'),
  shelterOccupancy: label('Occupation de vos maisons d’accueil', 'Occupancy of your shelters'),
  meanSentenceMonths: label('Peine moyenne prononcée (mois)', 'Mean sentence given (months)'),
  medianSentenceMonths: label('Peine médiane prononcée (mois)', 'Median sentence given (months)'),
  bedNights: label('Nuitées en maison d’accueil', 'Bed-nights in a shelter'),
  complaints: label('Personnes qui ont porté plainte', 'People who filed a complaint'),
  complaintsInvestigated: label('Plaintes suivies d’une enquête', 'Complaints that were investigated'),
  investigationsProsecuted: label('Enquêtes suivies de poursuites', 'Investigations that led to charges'),
  prosecutionsConvicted: label('Poursuites suivies d’une condamnation', 'Prosecutions that led to a conviction'),
  convictedAsTrafficking: label('Condamnations pour traite, et non pour moins', 'Convictions for trafficking, and not for less'),
  victimsParticipating: label('Personnes qui prennent part à la procédure', 'People who take part in the procedure'),
  officialInvolved: label('Plaintes où un agent de l’État est mis en cause', 'Complaints in which an official is involved'),
  withdrawals: label('Accords retirés', 'Consents withdrawn'),
  overrides: label('Dérogations', 'Overrides'),
  ...overdue,
}
export const tableLabels = {
  'type-by-gender': label('Par type et genre', 'By type and gender'),
  'type-by-province': label('Par type et province', 'By type and province'),
} as const
const genders: { readonly [code: string]: Label } = {
  Feminine: label('Femmes', 'Women'),
  Masculine: label('Hommes', 'Men'),
  TransgenderFeminine: label('Femmes transgenres', 'Transgender women'),
  TransgenderMasculine: label('Hommes transgenres', 'Transgender men'),
  NonConforming: label('Autres', 'Others'),
  NonSpecifiedUnknown: label('Non précisé', 'Not specified'),
  '-': label('Non précisée', 'Not specified'),
}
export function valueLabel(code: string): Label {
  const type = CaseType.options.find((one) => one === code)
  return type === undefined ? (genders[code] ?? label(code, code)) : caseTypeLabels[type]
}
