/* What purposes, extents and answers of consent are called to the person who asks them aloud. Plain words; none of them says what the case is about. */
import { type Labels, label } from '../label.ts'
import type { PackageField } from '../referral/referral-words.ts'
import type { Consent, Extent, OverrideGround, Purpose } from './consent-words.ts'
import type { Infer } from '../../../../kernel/schema.ts'

export const purposeLabels: Labels<Purpose> = {
  'case-management': label('Être accompagné par notre organisme', 'Be accompanied by our organisation'),
  'service-referral': label('Envoyer ce qu’il faut à un service', 'Send what is needed to a service'),
  'case-transfer': label('Confier l’accompagnement à un autre organisme', 'Hand the accompaniment to another body'),
  'justice-report': label('Transmettre une déclaration à la justice', 'Pass a statement on to justice'),
  'family-tracing': label('Rechercher la famille', 'Trace the family'),
  'authority-identification': label('Demander une identification officielle', 'Ask for an official identification'),
  'non-identifiable-statistics': label('Compter, sans rien qui désigne la personne', 'Count, with nothing that points to the person'),
  'research-synthetic': label(
    'Recherche, avec des données inventées à partir de beaucoup de dossiers',
    'Research, with data made up from many files',
  ),
  'communication-testimony': label('Témoigner en public, sans nom', 'Bear witness in public, without a name'),
  'follow-up-contact': label('Reprendre contact plus tard, par le moyen sûr convenu', 'Be contacted later, by the safe way agreed'),
}
export const extentLabels: Labels<Extent> = {
  full: label('tout le dossier', 'the whole file'),
  selected: label('les champs choisis', 'the chosen fields'),
  'minimum-for-service': label('le minimum pour ce service', 'the minimum for that service'),
  'statement-only': label('la déclaration seule', 'the statement alone'),
  'identity-and-last-location': label('l’identité et le dernier lieu connu', 'identity and last known place'),
  'nrm-form': label('le formulaire officiel', 'the official form'),
  aggregates: label('des totaux', 'totals'),
  'synthetic-attributes': label('des attributs sans lien avec elle', 'attributes without a link to them'),
  'anonymised-story': label('un récit sans nom ni lieu', 'a story without name or place'),
  'safe-contact': label('le contact sûr', 'the safe contact'),
}
export const answerLabels: Labels<'yes' | 'no' | 'not-asked'> = {
  yes: label('Oui', 'Yes'),
  no: label('Non', 'No'),
  'not-asked': label('Pas demandé', 'Not asked'),
}
export const fieldLabels: Labels<PackageField> = {
  'subject-code': label('Code du dossier', 'Code of the file'),
  'age-band': label('Tranche d’âge', 'Age band'),
  gender: label('Genre', 'Gender'),
  languages: label('Langues', 'Languages'),
  disability: label('Handicap', 'Disability'),
  'accompanied-by': label('Qui l’accompagne', 'Who is with them'),
  urgency: label('Urgence', 'Urgency'),
  needs: label('Besoins', 'Needs'),
  'health-summary': label('Résumé de santé', 'Summary of health'),
  'safety-summary': label('Résumé de sécurité', 'Summary of safety'),
  statement: label('Déclaration', 'Statement'),
  nationality: label('Nationalité', 'Nationality'),
  'documents-held': label('Papiers détenus', 'Documents held'),
  'case-history': label('Histoire du dossier', 'History of the file'),
  'contact-times': label('Quand appeler', 'When to call'),
  'safe-contact': label('Contact sûr', 'Safe contact'),
  name: label('Nom', 'Name'),
  photo: label('Photo', 'Photo'),
  'birth-date': label('Date de naissance', 'Date of birth'),
  'last-location': label('Dernier lieu connu', 'Last known place'),
  family: label('Famille', 'Family'),
  'nrm-form': label('Formulaire officiel', 'Official form'),
}
export const giverLabels: Labels<Infer<typeof Consent>['givenBy']> = {
  self: label('La personne elle-même', 'The person'),
  parent: label('Un parent', 'A parent'),
  guardian: label('Un tuteur ou une tutrice', 'A guardian'),
  other: label('Autre (décision dans l’intérêt de l’enfant)', 'Other (decision in the child’s interest)'),
}
export const formLabels: Labels<Infer<typeof Consent>['form']> = {
  written: label('Par écrit', 'In writing'),
  audio: label('Enregistrement sonore', 'Sound recording'),
  'verbal-certified-by-worker': label('De vive voix, certifié par vous', 'By word of mouth, certified by you'),
}
export const assentLabels: Labels<Infer<typeof Consent>['assentOfChild']> = {
  yes: label('L’enfant est d’accord', 'The child agrees'),
  no: label('L’enfant n’est pas d’accord', 'The child does not agree'),
  'not-applicable': label('Sans objet', 'Does not apply'),
}
export const guardianLabels: Labels<Infer<typeof Consent>['guardianAgrees']> = {
  yes: label('Le tuteur est d’accord', 'The guardian agrees'),
  no: label('Le tuteur n’est pas d’accord', 'The guardian does not agree'),
  'unsafe-to-ask': label('Lui demander ne serait pas sûr', 'Asking would not be safe'),
  'not-applicable': label('Sans objet', 'Does not apply'),
}
export const groundLabels: Labels<Infer<typeof OverrideGround>> = {
  'imminent-danger': label('Danger immédiat pour la vie', 'Immediate danger to life'),
  'vital-interest-of-child': label('Intérêt vital d’un enfant', 'Vital interest of a child'),
}
