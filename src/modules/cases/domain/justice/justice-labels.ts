/* What states and steps of a complaint are called. How an offence was qualified is said in the words of the law and never of a person. */
import { type Labels, label } from '../label.ts'
import type { JusticeCommand, JusticeState } from './justice-track.ts'

export const justiceStateLabels: Labels<JusticeState> = {
  'no-action-wished': label('La personne ne souhaite aucune démarche', 'The person wishes no action'),
  'complaint-filed': label('Plainte déposée', 'Complaint filed'),
  investigation: label('Enquête', 'Investigation'),
  'closed-no-further-action': label('Classé sans suite', 'Closed, no further action'),
  'prosecution-referred': label('Transmis au parquet', 'Referred to prosecution'),
  charged: label('Inculpation', 'Charged'),
  trial: label('Procès', 'Trial'),
  verdict: label('Jugement rendu', 'Verdict given'),
  sentence: label('Peine prononcée', 'Sentence given'),
  appeal: label('Appel', 'Appeal'),
  final: label('Jugement définitif', 'Final judgment'),
  'compensation-awarded': label('Réparation accordée', 'Compensation awarded'),
  'compensation-paid': label('Réparation payée', 'Compensation paid'),
}
export const justiceStepLabels: Labels<JusticeCommand['step']> = {
  'wish-no-action': label('Noter : aucune démarche souhaitée', 'Note: no action wished'),
  'file-complaint': label('Noter la plainte', 'Note the complaint'),
  'open-investigation': label('Noter l’ouverture de l’enquête', 'Note the investigation'),
  'close-no-further-action': label('Noter le classement sans suite', 'Note: closed, no further action'),
  'refer-to-prosecution': label('Noter la transmission au parquet', 'Note the referral to prosecution'),
  charge: label('Noter l’inculpation', 'Note the charge'),
  'open-trial': label('Noter l’ouverture du procès', 'Note the trial'),
  'give-verdict': label('Noter le jugement', 'Note the verdict'),
  sentence: label('Noter la peine', 'Note the sentence'),
  appeal: label('Noter l’appel', 'Note the appeal'),
  'become-final': label('Noter : jugement définitif', 'Note: judgment is final'),
  'confirm-final': label('Confirmer que le jugement est définitif', 'Confirm that the judgment is final'),
  'award-compensation': label('Noter la réparation accordée', 'Note the compensation awarded'),
  'pay-compensation': label('Noter le paiement', 'Note the payment'),
}
export const qualifiedLabels = {
  trafficking: label('Traite des personnes', 'Trafficking in persons'),
  'forced-labour': label('Travail forcé', 'Forced labour'),
  'sexual-exploitation': label('Exploitation sexuelle', 'Sexual exploitation'),
  'worst-forms-of-child-labour': label('Pires formes de travail des enfants', 'Worst forms of child labour'),
  'lesser-offence': label('Infraction moins grave', 'Lesser offence'),
} as const
export const verdictLabels = {
  convicted: label('Condamnation', 'Convicted'),
  acquitted: label('Acquittement', 'Acquitted'),
  'other-offence': label('Condamnation pour autre chose', 'Convicted of something else'),
} as const
export const jurisdictionLabels = {
  'tribunal-de-paix': label('Tribunal de paix', 'Peace tribunal'),
  tgi: label('Tribunal de grande instance', 'High court'),
  tmg: label('Tribunal militaire de garnison', 'Military garrison court'),
  'auditorat-militaire': label('Auditorat militaire', 'Military prosecution'),
  parquet: label('Parquet', 'Prosecution'),
  'mongolian-court': label('Tribunal de Mongolie', 'Mongolian court'),
  other: label('Autre', 'Other'),
} as const
