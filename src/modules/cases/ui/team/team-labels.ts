/* Functions in a team, vaults, reasons and grounds, in words. */
import type { VaultName } from '../../contract-vault.ts'
import type { BreakGlassGround, LeavingReason, MemberAs } from '../../domain/access/access-words.ts'
import type { ViewOf } from '../../domain/access/views.ts'
import { type Labels, label } from '../../domain/label.ts'
import type { Infer } from '../../../../kernel/schema.ts'

export const memberLabels: Labels<MemberAs> = {
  owner: label('Responsable', 'Case owner'),
  worker: label('Collègue', 'Colleague'),
  supervisor: label('Supervision', 'Supervision'),
  'witness-reader': label('Lecteur du coffre à part', 'Reader of the separate vault'),
  'break-glass': label('Accès d’urgence', 'Emergency access'),
  'handed-over': label('Organisme qui continue', 'Body that goes on'),
}
export const vaultLabels: Labels<VaultName> = {
  identity: label('identité', 'identity'),
  narrative: label('récit et notes', 'story and notes'),
  witness: label('coffre à part', 'separate vault'),
  perpetrator: label('qui a fait du mal', 'who harmed'),
  evidence: label('preuves d’accord', 'proof of consent'),
}
export const leavingLabels: Labels<Infer<typeof LeavingReason>> = {
  'left-the-team': label('Ne suit plus ce dossier', 'No longer works on this case'),
  'left-the-body': label('A quitté l’organisme', 'Left the body'),
  'conflict-of-interest': label('Conflit d’intérêts', 'Conflict of interest'),
  'key-lost': label('Clé perdue ou volée', 'Key lost or stolen'),
  'time-over': label('Temps écoulé', 'Time is over'),
  transferred: label('Dossier transféré', 'Case transferred'),
}
export const groundLabels: Labels<Infer<typeof BreakGlassGround>> = {
  'imminent-danger': label('Danger imminent', 'Imminent danger'),
  'owner-unreachable': label('Responsable injoignable', 'Owner cannot be reached'),
  complaint: label('Plainte', 'Complaint'),
  'court-order': label('Ordonnance de justice', 'Court order'),
}
export const viewLabels: Labels<ViewOf> = {
  list: label('Liste', 'List'),
  file: label('Dossier, codes', 'Case, codes'),
  identity: label('Identité', 'Identity'),
  narrative: label('Récit et notes', 'Story and notes'),
  witness: label('Coffre à part', 'Separate vault'),
  perpetrator: label('Qui a fait du mal', 'Who harmed'),
  evidence: label('Preuves d’accord', 'Proof of consent'),
  package: label('Ce qui a été transmis', 'What was passed on'),
  board: label('Tableau de supervision', 'Supervision board'),
  views: label('Registre des regards', 'Record of looks'),
  refused: label('Refusé', 'Refused'),
  printed: label('Imprimé', 'Printed'),
  'subject-access': label('Copie pour la personne', 'Copy for the person'),
  transferred: label('Fichier avec le nom, pour un autre organisme', 'File with a name, for another body'),
  carried: label('Emporté sur un téléphone', 'Carried on a telephone'),
  attachment: label('Une pièce ouverte', 'A file opened'),
  'attachment-saved': label('Une pièce enregistrée sur un appareil', 'A file saved on a device'),
}
