/* Looks by kind and by who looked. */
import type { CaseViews } from '../../contract.ts'
import { type Label, label } from '../../domain/label.ts'

export const lookLabels: { readonly [what: string]: Label } = {
  list: label('liste', 'list'),
  file: label('dossier', 'file'),
  identity: label('identité', 'identity'),
  narrative: label('récit', 'narrative'),
  witness: label('coffre du témoin', 'witness vault'),
  perpetrator: label('coffre des auteurs', 'vault of those who harmed'),
  evidence: label('preuve d’accord', 'proof of consent'),
  package: label('paquet d’un référencement', 'package of a referral'),
  board: label('tableau de supervision', 'supervision board'),
  views: label('journal des ouvertures', 'log of looks'),
  refused: label('refusé', 'refused'),
  printed: label('imprimé', 'printed'),
  'subject-access': label('copie pour la personne', 'copy for the person'),
  transferred: label('fichier avec nom pour un autre organisme', 'file with a name for another body'),
  carried: label('emporté hors réseau', 'carried off line'),
  attachment: label('pièce ouverte', 'file opened'),
  'attachment-saved': label('pièce enregistrée sur un appareil', 'file saved on a device'),
}
export interface LookFilter {
  readonly what: string
  readonly account: string
}
export const looksFound = (views: CaseViews['views'], { what, account }: LookFilter): CaseViews['views'] =>
  views.filter((one) => (what === '' || one.what === what) && (account === '' || one.account === account))
