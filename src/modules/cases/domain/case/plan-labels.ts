/* What pillars, domains and outcomes of a plan are called. */
import type { Infer } from '../../../../kernel/schema.ts'
import { type Labels, label } from '../label.ts'
import type { GoalStatus, Pillar, PlanDomain, ServiceStatus } from './plan.ts'

export const pillarLabels: Labels<Infer<typeof Pillar>> = {
  'identification-and-protection': label('Identification et protection', 'Identification and protection'),
  'support-and-services': label('Soutien et accès aux services', 'Support and access to services'),
  'social-inclusion': label('Inclusion sociale', 'Social inclusion'),
  'justice-and-redress': label('Justice et réparation', 'Justice and redress'),
}
export const domainLabels: Labels<Infer<typeof PlanDomain>> = {
  Education: label('Éducation', 'Education'),
  Financial: label('Finances', 'Finances'),
  Health: label('Santé', 'Health'),
  LabourExploitationRehabilitation: label('Relèvement après un travail imposé', 'Recovery after imposed work'),
  Legal: label('Droit', 'Law'),
  Livelihood: label('Moyens de vivre', 'Livelihood'),
  RightsBasedTraining: label('Formation aux droits', 'Training on rights'),
  SexualExploitationRehabilitation: label('Relèvement après des violences', 'Recovery after violence'),
  SocialCare: label('Soutien social', 'Social care'),
}
export const serviceStatusLabels: Labels<ServiceStatus> = {
  planned: label('Prévu', 'Planned'),
  referred: label('Référé', 'Referred'),
  'in-progress': label('En cours', 'Under way'),
  done: label('Rendu', 'Done'),
  'declined-by-survivor': label('La personne ne le souhaite plus', 'The person no longer wishes it'),
  unavailable: label('Indisponible', 'Unavailable'),
  'not-applicable': label('Sans objet', 'Does not apply'),
}
export const goalStatusLabels: Labels<Infer<typeof GoalStatus>> = {
  open: label('En cours', 'Open'),
  met: label('Atteint', 'Met'),
  'partly-met': label('Atteint en partie', 'Partly met'),
  'not-met': label('Pas atteint', 'Not met'),
  dropped: label('Abandonné', 'Dropped'),
}
