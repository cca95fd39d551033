/* What each rule that a body may settle is called, in both languages, with its unit; clocks are put together from clock, level and round. */
import { troubleOf } from '../../../../app/api.ts'
import type { Language } from '../../../../kernel/phrase.ts'
import { clockLabels, riskLabels } from '../../domain/case/case-labels.ts'
import { type Label, type Labels, label } from '../../domain/label.ts'
import { type ListKey, type RuleGroup, type RuleNumber, clockLines, ruleList, ruleNumber } from '../../domain/rules/rule-catalogue.ts'

export const groupLabels: Labels<RuleGroup> = {
  clocks: label('Délais', 'Clocks'),
  safety: label('Évaluation du risque', 'Rating the risk'),
  work: label('Travail sur les dossiers', 'Work on cases'),
  consent: label('Accord et âges', 'Consent and ages'),
  retention: label('Conservation', 'How long records are kept'),
  services: label('Services et lieux d’accueil', 'Services and shelters'),
  access: label('Accès', 'Access'),
  calendar: label('Jours et heure locale', 'Days and local time'),
}
const numberLabels: { readonly [key: string]: Label } = {
  'grace-hours': label('Délai de grâce après la réponse attendue', 'Grace after an answer was due'),
  'threat-days': label('Une menace compte pendant', 'A threat counts for'),
  'sexual-violence-days': label('Des violences sexuelles récentes comptent pendant', 'Recent sexual violence counts for'),
  'exploitation-ended-days': label('La fin de l’exploitation compte pendant', 'The end of exploitation counts for'),
  caseload: label('Dossiers par responsable, au plus', 'Cases for one worker, at most'),
  'lost-contact-attempts': label('Tentatives avant « contact perdu »', 'Attempts before “contact lost”'),
  'lost-contact-days': label('Durée de ces tentatives, au moins', 'Over how long, at least'),
  'note-open-hours': label('Une note se réécrit pendant', 'A note may be reworded for'),
  'panel-members': label('Membres du comité d’intérêt supérieur, au moins', 'Members of a best-interests panel, at least'),
  'panel-disciplines': label('Métiers différents dans ce comité, au moins', 'Different professions in it, at least'),
  'panel-review-months': label('Revue de la décision, au plus tard après', 'Review of its decision, at the latest after'),
  'age-heard': label('L’enfant est entendu à partir de', 'A child is heard from'),
  'age-assents': label('L’enfant doit aussi être d’accord à partir de', 'A child must also agree from'),
  'age-mature': label('L’enfant qui comprend peut consentir à partir de', 'A child who understands may consent from'),
  'override-hours': label('Passer outre : confirmé par une autre personne en', 'Override: confirmed by another person within'),
  'break-glass-hours': label('Un accès d’urgence dure', 'Emergency access lasts'),
  'unusual-files': label('Consultations inhabituelles : dossiers en un jour, au moins', 'Unusual looks: files in a day, at least'),
  'unusual-times': label('Consultations inhabituelles : fois l’habitude, plus de', 'Unusual looks: times the usual, more than'),
  'keep-not-eligible': label('Entretien sans suite : identité gardée', 'Not eligible: identity kept for'),
  'keep-adult': label('Dossier d’adulte, après la clôture', 'Adult’s file, after closing'),
  'keep-child': label('Dossier d’enfant, après la clôture, au moins', 'Child’s file, after closing, at least'),
  'keep-child-until': label('Dossier d’enfant, au moins jusqu’à l’âge de', 'Child’s file, at least until the age of'),
  'keep-witness': label('Témoin, après le jugement définitif', 'Witness, after final judgment'),
  'keep-consent': label('Preuve d’accord, après le dossier', 'Proof of consent, after the file'),
  'service-amber-days': label('Adresse à revérifier après', 'Address to be verified again after'),
  'service-hidden-days': label('Adresse plus proposée après', 'Address not offered any more after'),
  'house-nearly-full': label('Lieu d’accueil presque plein à partir de', 'Shelter nearly full from'),
  'house-review-days': label('Séjour à revoir après', 'Stay reviewed after'),
}
export const listLabels: Labels<ListKey> = {
  zone: label('Heure locale', 'Local time'),
  'free-weekdays': label('Jours de la semaine sans bureau', 'Weekdays without office'),
  'free-days': label('Jours fériés et de fermeture', 'Holidays and days shut'),
  'free-day-moves': label('Risques pour lesquels un jour libre repousse un délai', 'Risks for which a free day moves a clock'),
  'may-identify': label('Qui peut déterminer qu’une personne est victime', 'Who may determine that somebody is a victim'),
}
const itemLabels: { readonly [item: string]: Label } = {
  ...{
    '1': label('lundi', 'Monday'),
    '2': label('mardi', 'Tuesday'),
    '3': label('mercredi', 'Wednesday'),
    '4': label('jeudi', 'Thursday'),
  },
  ...{ '5': label('vendredi', 'Friday'), '6': label('samedi', 'Saturday'), '7': label('dimanche', 'Sunday') },
  ...{ medium: riskLabels.medium, low: riskLabels.low },
  ...{ Police: label('Police', 'Police'), NGO: label('Organisation non gouvernementale', 'Non-governmental organisation') },
  ...{ CourtOrProsecution: label('Parquet ou tribunal', 'Prosecution or court'), Other: label('Autre', 'Other') },
  NonPoliceGovernmentalOrganization: label('Service de l’État hors police', 'State service other than police'),
}
const units: Labels<RuleNumber['unit']> = {
  ...{ hours: label('h', 'h'), days: label('jours', 'days'), months: label('mois', 'months'), years: label('ans', 'years') },
  ...{ number: label('', ''), percent: label('%', '%') },
}
/** Of our own values: where they stand, in the reader's language. What a body wrote is shown as it was written. */
const sources: { readonly [source: string]: Label } = {
  proposal: label('notre proposition', 'our proposal'),
  'practice; no norm was read': label('usage ; aucune norme n’a été lue', 'practice; no norm was read'),
  'practice; no law was read': label('usage ; aucune loi n’a été lue', 'practice; no law was read'),
  'practice in child protection; no norm was read': label(
    'usage en protection de l’enfance ; aucune norme lue',
    'practice in child protection; no norm was read',
  ),
  'no decree was read': label('aucun arrêté n’a été lu', 'no decree was read'),
  'zones by province, from the tz database': label('heures par province, base tz', 'zones by province, from the tz database'),
  'practice; weekly, fortnightly, monthly as in one provincial standard read for comparison': label(
    'usage ; rythme lu dans une norme provinciale, pour comparer',
    'practice; rhythm read in one provincial standard, to compare',
  ),
  'Primero default settings: 3 h, 1 h at high risk': label(
    'réglages de Primero : 3 h, 1 h à risque élevé',
    'Primero default settings: 3 h, 1 h at high risk',
  ),
  'constant of 14 days in Primero': label('constante de 14 jours dans Primero', 'constant of 14 days in Primero'),
  'Only a competent body identifies a victim; which ones, the country says (not verified)': label(
    'seul un service compétent identifie ; lesquels, le pays le dit (non vérifié)',
    'only a competent body identifies; which ones, the country says (not verified)',
  ),
}
export const sourceText = (source: string, language: Language): string => sources[source]?.[language] ?? source

export function ruleText(key: string, language: Language): string {
  const list = ruleList(key)
  if (list !== undefined) return listLabels[list.key][language]
  const line = clockLines.find((one) => one.key === key)
  if (line === undefined) return numberLabels[key]?.[language] ?? key
  const later = key.endsWith('.later') ? { fr: ', ensuite', en: ', later' }[language] : ''
  return `${clockLabels[line.clock][language]} · ${riskLabels[line.level][language].toLowerCase()}${later}`
}
export const amountText = (key: string, value: number, language: Language): string =>
  `${value}\u00a0${units[ruleNumber(key)?.unit ?? 'number'][language]}`.trim()
export const itemText = (item: string, language: Language): string => itemLabels[item]?.[language] ?? item
export const isNamed = (key: string): boolean => ruleText(key, 'fr') !== key && ruleText(key, 'en') !== key
/** A name and what is said of it; French sets a space before the colon. */
export const saidOf = (name: string, text: string, language: Language): string => `${name}${language === 'fr' ? '\u00a0: ' : ': '}${text}`

/** The two rules that a refusal says not to fit together, as a person reads them: a refusal tells them by their keys. */
export function rulesAtOdds(error: unknown, language: Language): { readonly rule: string; readonly longer: string } | null {
  const { rule, longer } = troubleOf(error).refusal?.facts ?? {}
  return typeof rule === 'string' && typeof longer === 'string'
    ? { rule: ruleText(rule, language), longer: ruleText(longer, language) }
    : null
}
