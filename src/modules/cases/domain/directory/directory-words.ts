/* Words by which spreadsheets name the columns and the values of a directory, in French and English, without accents and in small letters. */
import type { ContactRole, Cost, Gender, SafeToRefer, SafetyReason, ServiceType } from '../../contract-directory.ts'
import { plainName } from './shelter-register.ts'

export const columnWords = {
  name: 'nom|nom du service|structure|service|name|service name|facility|point de service',
  type: 'type|type de service|service type|categorie|category',
  area: 'territoire|territory|admin2|zone|district|soum',
  organisation: 'organisation|organization|organisme|body',
  contactRole: 'fonction|contact|fonction du contact|contact role|role',
  phone: 'telephone|tel|phone|numero|numero de telephone|phone number',
  hours: 'horaires|heures|heures d ouverture|opening hours|hours',
  languages: 'langues|langue|languages|language',
  genders: 'genre|genres|sexe|sexes|gender|sex|public',
  ageBands: 'age|ages|tranches d age|tranche d age|age bands|age band',
  cost: 'cout|prix|tarif|cost|price',
  isAccessible: 'accessible|acces handicap|accessibilite|disability access|accessibility',
  capacity: 'capacite|places|capacity',
  safeToRefer: 'sur|sur pour referer|orientation sure|peut on orienter|securite|safe|safe to refer',
  safetyReason: 'raison|motif|raison de prudence|reason|safety reason',
  verifiedOn: 'verifie le|derniere verification|date de verification|verified on|last verified|verified',
} as const
export type Column = keyof typeof columnWords
const byHeading: ReadonlyMap<string, Column> = new Map(
  columnsOf().flatMap(([column, words]) => words.split('|').map((word): [string, Column] => [word, column])),
)
function columnsOf(): readonly (readonly [Column, string])[] {
  const { name, type, area, organisation, contactRole, phone, hours, languages } = columnWords
  const { genders, ageBands, cost, isAccessible, capacity, safeToRefer, safetyReason, verifiedOn } = columnWords
  return [
    ...([['name', name] as const, ['type', type] as const, ['area', area] as const, ['organisation', organisation] as const] as const),
    ...([['contactRole', contactRole] as const, ['phone', phone] as const, ['hours', hours] as const] as const),
    ...([['languages', languages] as const, ['genders', genders] as const, ['ageBands', ageBands] as const] as const),
    ...([['cost', cost] as const, ['isAccessible', isAccessible] as const, ['capacity', capacity] as const] as const),
    ...([['safeToRefer', safeToRefer] as const, ['safetyReason', safetyReason] as const, ['verifiedOn', verifiedOn] as const] as const),
  ]
}
export const columnOf = (heading: string): Column | undefined => byHeading.get(plainName(heading))

type Words<Value extends string> = { readonly [V in Value]: string }
/** A code, or one of its words. */
const reader =
  <Value extends string>(values: readonly Value[], words: Words<Value>) =>
  (said: string): Value | undefined =>
    values.find((value) => plainName(value) === plainName(said) || words[value].split('|').includes(plainName(said)))

const typeWords: Words<ServiceType> = {
  safehouse: 'hebergement|maison d accueil|refuge|abri|shelter',
  medical: 'sante|medical|soins|hopital|centre de sante|health|clinic',
  psychosocial: 'psychosocial|appui psychosocial|sante mentale|mental health',
  police: 'police|police nationale',
  legal: 'juridique|aide juridique|justice|legal aid|assistance judiciaire',
  livelihood: 'moyens de subsistance|agr|activite generatrice de revenus|formation professionnelle|livelihoods',
  'child-protection': 'protection de l enfant|protection de l enfance|enfance',
  mediation: 'mediation',
  reunification: 'reunification|reunification familiale|family reunification',
  education: 'education|ecole|scolarisation|school',
  'non-food-items': 'biens non alimentaires|articles non alimentaires|nfi|kits',
  'water-sanitation': 'eau et assainissement|eha|wash|eau hygiene et assainissement',
  registration: 'enregistrement|etat civil|civil registration',
  food: 'alimentation|vivres|nourriture',
  other: 'autre|others',
  interpreter: 'interprete|interpretariat|interpretation',
  transport: 'transport|deplacement',
  documentation: 'documents|documents d identite|identity documents',
  consular: 'consulaire|consulat|ambassade|consulate|embassy',
  'family-tracing': 'recherche familiale|recherche de la famille|tracing',
  'debt-mediation': 'mediation de dette|dettes|debt settlement',
}
export const typeOf = reader<ServiceType>(
  [
    ...([
      'safehouse',
      'medical',
      'psychosocial',
      'police',
      'legal',
      'livelihood',
      'child-protection',
      'mediation',
      'reunification',
    ] as const),
    ...(['education', 'non-food-items', 'water-sanitation', 'registration', 'food', 'other', 'interpreter', 'transport'] as const),
    ...(['documentation', 'consular', 'family-tracing', 'debt-mediation'] as const),
  ],
  typeWords,
)
export const roleOf = reader<ContactRole>(
  ['reception', 'duty-officer', 'social-worker', 'nurse', 'legal-desk', 'child-desk', 'coordinator', 'hotline', 'other'],
  {
    reception: 'accueil|standard|secretariat|front desk',
    'duty-officer': 'permanence|officier de garde|garde|on call',
    'social-worker': 'assistant social|assistante sociale|travailleur social|aps',
    nurse: 'infirmier|infirmiere|infirmier titulaire',
    'legal-desk': 'guichet juridique|clinique juridique|avocat de permanence|lawyer on duty',
    'child-desk': 'guichet enfants|point focal enfants|child protection focal point',
    coordinator: 'coordination|coordonnateur|coordinatrice|point focal|focal point',
    hotline: 'ligne verte|numero vert|ligne d appel|helpline',
    other: 'autre',
  },
)
export const costOf = reader<Cost>(['free', 'partly', 'paid', 'unknown'], {
  free: 'gratuit|gratuite|sans frais|0',
  partly: 'en partie|partiel|participation|contribution',
  paid: 'payant|payante',
  unknown: 'inconnu|non precise|',
})
export const safeOf = reader<SafeToRefer>(['yes', 'caution', 'no'], {
  yes: 'oui|sur|vert',
  caution: 'prudence|avec prudence|attention|orange',
  no: 'non|rouge|dangereux|unsafe',
})
export const reasonOf = reader<SafetyReason>(
  [
    ...(['armed-actors-near', 'confidentiality-breached', 'staff-conduct', 'asks-for-payment', 'detains-people'] as const),
    ...(['hands-over-without-consent', 'not-trained', 'tied-to-site', 'service-irregular', 'other'] as const),
  ],
  {
    'armed-actors-near': 'groupe arme a proximite|hommes armes|armed group nearby',
    'confidentiality-breached': 'confidentialite|confidentialite rompue|confidentiality',
    'staff-conduct': 'comportement du personnel|conduite du personnel',
    'asks-for-payment': 'demande de l argent|paiement demande',
    'detains-people': 'retient les personnes|detention',
    'hands-over-without-consent': 'transmet sans accord|transmet sans consentement',
    'not-trained': 'personnel non forme|non forme|untrained',
    'tied-to-site': 'lie au site|lie a un site|linked to a site',
    'service-irregular': 'service irregulier|irregulier|irregular',
    other: 'autre|autre raison',
  },
)
export const gendersOf = (said: string): Gender | 'all' | undefined => {
  const word = plainName(said)
  if (['', 'tous', 'toutes', 'tout public', 'all', 'mixte', 'everyone'].includes(word)) return 'all'
  if (['f', 'femme', 'femmes', 'fille', 'filles', 'feminin', 'feminine', 'women', 'female', 'girls'].includes(word)) return 'Feminine'
  return ['h', 'm', 'homme', 'hommes', 'garcon', 'garcons', 'masculin', 'masculine', 'men', 'male', 'boys'].includes(word)
    ? 'Masculine'
    : undefined
}
export const yesOf = (said: string): boolean | undefined => {
  const word = plainName(said)
  if (['', 'non', 'no', 'n', '0', 'false'].includes(word)) return false
  return ['oui', 'yes', 'o', 'y', '1', 'true', 'x'].includes(word) ? true : undefined
}
const languageWords: { readonly [word: string]: string } = {
  ...{ francais: 'fr', french: 'fr', swahili: 'sw', kiswahili: 'sw', lingala: 'ln', anglais: 'en', english: 'en', kinyarwanda: 'rw' },
  ...{ mashi: 'shr', kihunde: 'hke', tshiluba: 'lua', kirundi: 'rn', mongol: 'mn', mongolian: 'mn', chinois: 'zh', chinese: 'zh' },
}
export const languageOf = (said: string): string | undefined => {
  const word = plainName(said)
  return Object.hasOwn(languageWords, word) ? languageWords[word] : /^[a-z]{2,3}$/.test(word) ? word : undefined
}
