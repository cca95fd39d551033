/* What states and endings of a referral are called, to who sent it and to who received it. */
import { type Labels, label } from '../label.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { NoService, ReferralState, RejectionReason, RevocationReason } from './referral-words.ts'

export const referralStateLabels: Labels<ReferralState> = {
  draft: label('Préparé, pas envoyé', 'Prepared, not sent'),
  sent: label('Envoyé, réponse attendue', 'Sent, answer awaited'),
  acknowledged: label('Reçu, réponse attendue', 'Received, answer awaited'),
  accepted: label('Accepté', 'Accepted'),
  'in-service': label('Service commencé', 'Service begun'),
  done: label('Terminé', 'Done'),
  rejected: label('Refusé par le service', 'Rejected by the service'),
  revoked: label('Retiré', 'Taken back'),
  expired: label('Sans réponse à temps', 'No answer in time'),
  'closed-no-service': label('Clos sans service', 'Closed without service'),
}
export const urgencyLabels: Labels<'high' | 'medium' | 'low'> = {
  high: label('Urgent', 'Urgent'),
  medium: label('Bientôt', 'Soon'),
  low: label('Sans presse', 'No hurry'),
}
export const rejectionLabels: Labels<Infer<typeof RejectionReason>> = {
  'no-capacity': label('Plus de place', 'No capacity'),
  'not-eligible': label('Hors de ce que nous recevons', 'Not whom we receive'),
  'not-our-area': label('Hors de notre zone', 'Not our area'),
  'not-safe-here': label('Pas sûr chez nous', 'Not safe here'),
  'service-stopped': label('Service arrêté', 'Service stopped'),
  other: label('Autre', 'Other'),
}
export const revocationLabels: Labels<Infer<typeof RevocationReason>> = {
  'consent-withdrawn': label('Accord retiré', 'Consent withdrawn'),
  'consent-expired': label('Accord arrivé à terme', 'Consent expired'),
  'override-not-confirmed': label('Dérogation non confirmée', 'Override not confirmed'),
  safety: label('Sécurité', 'Safety'),
  'sent-in-error': label('Envoyé par erreur', 'Sent in error'),
  'need-ended': label('Le besoin a cessé', 'The need ended'),
  'case-transferred': label('Dossier confié à un autre organisme', 'Case handed over'),
}
export const noServiceLabels: Labels<NoService> = {
  'provided-by-own-agency': label('Rendu par notre organisme', 'Provided by our own body'),
  'received-elsewhere': label('Déjà reçu ailleurs', 'Received elsewhere'),
  'not-applicable': label('Sans objet', 'Does not apply'),
  'declined-by-survivor': label('La personne ne le souhaite plus', 'The person no longer wishes it'),
  unavailable: label('Service indisponible', 'Service unavailable'),
  'no-show': label('La personne n’est pas venue', 'The person did not come'),
}
export const outcomeLabels: Labels<'need-met' | 'need-partly-met' | 'need-not-met'> = {
  'need-met': label('Besoin couvert', 'Need met'),
  'need-partly-met': label('Besoin couvert en partie', 'Need partly met'),
  'need-not-met': label('Besoin non couvert', 'Need not met'),
}
export const helpedLabels: Labels<'yes' | 'partly' | 'no' | 'not-said'> = {
  yes: label('Oui, cela a aidé', 'Yes, it helped'),
  partly: label('En partie', 'Partly'),
  no: label('Non', 'No'),
  'not-said': label('Ne souhaite pas le dire', 'Does not wish to say'),
}
const endings: { readonly [code: string]: { readonly fr: string; readonly en: string } } = {
  ...rejectionLabels,
  ...revocationLabels,
  ...noServiceLabels,
  ...outcomeLabels,
}
/** A code that this program does not know is shown as it is. */
export const endingLabel = (code: string, language: 'fr' | 'en'): string => endings[code]?.[language] ?? code
