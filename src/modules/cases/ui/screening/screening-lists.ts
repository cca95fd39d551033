/*
The lists of the screening form that the engine does not weigh: who proposed the work, what the task is, whom the person came with. Coded, so that the
coded part never holds a word that somebody said; our own design (D). Genders are those of the HTCDS (V), services those of the directory.
*/
import { type Labels, label } from '../../domain/label.ts'

export const genders = [
  ...(['Feminine', 'Masculine', 'TransgenderFeminine', 'TransgenderMasculine', 'NonConforming', 'NonSpecifiedUnknown'] as const),
] as const
export type GenderCode = (typeof genders)[number]
export const genderLabels: Labels<GenderCode> = {
  Feminine: label('Femme ou fille', 'Woman or girl'),
  Masculine: label('Homme ou garçon', 'Man or boy'),
  TransgenderFeminine: label('Femme trans', 'Trans woman'),
  TransgenderMasculine: label('Homme trans', 'Trans man'),
  NonConforming: label('Autre identité', 'Another identity'),
  NonSpecifiedUnknown: label('Non précisé', 'Not specified'),
}
export const displacements = ['none', 'internally-displaced', 'refugee', 'migrant', 'returnee', 'stateless', 'unknown'] as const
export type DisplacementCode = (typeof displacements)[number]
export const displacementLabels: Labels<DisplacementCode> = {
  none: label('Vit chez soi', 'Lives at home'),
  'internally-displaced': label('Déplacé dans le pays', 'Displaced inside the country'),
  refugee: label('Réfugié', 'Refugee'),
  migrant: label('Migrant', 'Migrant'),
  returnee: label('De retour', 'Returned'),
  stateless: label('Sans nationalité', 'Stateless'),
  unknown: label('Pas connu', 'Not known'),
}
export const disabilities = ['none', 'some-difficulty', 'a-lot-of-difficulty', 'cannot-do-at-all', 'not-asked'] as const
export type DisabilityCode = (typeof disabilities)[number]
export const disabilityLabels: Labels<DisabilityCode> = {
  none: label('Aucune difficulté', 'No difficulty'),
  'some-difficulty': label('Quelques difficultés', 'Some difficulty'),
  'a-lot-of-difficulty': label('Beaucoup de difficultés', 'A lot of difficulty'),
  'cannot-do-at-all': label('Ne peut pas du tout', 'Cannot do at all'),
  'not-asked': label('Pas demandé', 'Not asked'),
}
/** Two and three letters of the same country. */
export const countries = [
  ...([
    ['CD', 'COD'],
    ['BI', 'BDI'],
    ['RW', 'RWA'],
    ['UG', 'UGA'],
    ['TZ', 'TZA'],
    ['ZM', 'ZMB'],
    ['AO', 'AGO'],
    ['CG', 'COG'],
  ] as const),
  ...([
    ['CF', 'CAF'],
    ['SS', 'SSD'],
    ['MN', 'MNG'],
    ['CN', 'CHN'],
    ['RU', 'RUS'],
    ['KZ', 'KAZ'],
  ] as const),
] as const
export const spokenLanguages = ['fr', 'sw', 'ln', 'kg', 'lua', 'en', 'rn', 'rw', 'lg', 'mn', 'kk', 'zh', 'ru', 'sgn'] as const
/** Names by hand: small telephones do not know all of these languages. */
export const spokenLanguageLabels: Labels<(typeof spokenLanguages)[number]> = {
  ...{ fr: label('Français', 'French'), sw: label('Swahili', 'Swahili'), ln: label('Lingala', 'Lingala'), kg: label('Kikongo', 'Kikongo') },
  ...{ lua: label('Tshiluba', 'Tshiluba'), en: label('Anglais', 'English'), rn: label('Kirundi', 'Kirundi') },
  ...{ rw: label('Kinyarwanda', 'Kinyarwanda'), lg: label('Luganda', 'Luganda'), mn: label('Mongol', 'Mongolian') },
  ...{ kk: label('Kazakh', 'Kazakh'), zh: label('Chinois', 'Chinese'), ru: label('Russe', 'Russian') },
  sgn: label('Langue des signes', 'Sign language'),
}
export const interpreters = ['none', 'not-signed', 'signed-confidentiality'] as const
export const interpreterLabels: Labels<(typeof interpreters)[number]> = {
  none: label('Sans interprète', 'No interpreter'),
  'not-signed': label('Interprète, pas encore engagé par écrit à se taire', 'Interpreter, confidentiality not signed yet'),
  'signed-confidentiality': label('Interprète qui a signé la confidentialité', 'Interpreter who signed confidentiality'),
}
export const recruiters = [
  ...(['nobody', 'family', 'friend-or-neighbour', 'intimate-partner', 'trader', 'pit-boss', 'cooperative', 'recruiter'] as const),
  ...(['employer', 'armed-actor', 'state-agent', 'other'] as const),
] as const
const recruiterLabels: Labels<(typeof recruiters)[number]> = {
  nobody: label('Personne : de sa propre initiative', 'Nobody: of their own accord'),
  family: label('La famille', 'Family'),
  'friend-or-neighbour': label('Un ami, un voisin', 'A friend or neighbour'),
  'intimate-partner': label('Le partenaire', 'The partner'),
  trader: label('Un négociant', 'A trader'),
  'pit-boss': label('Un PDG de puits', 'A pit boss'),
  cooperative: label('Une coopérative', 'A cooperative'),
  recruiter: label('Un recruteur', 'A recruiter'),
  employer: label('Un employeur', 'An employer'),
  'armed-actor': label('Un acteur armé', 'An armed actor'),
  'state-agent': label('Un agent de l’État', 'A state agent'),
  other: label('Quelqu’un d’autre', 'Somebody else'),
}
export const tasks = [
  ...(['digging', 'carrying', 'washing', 'crushing', 'cooking', 'bar-or-trade', 'driving', 'guarding', 'household', 'other-task'] as const),
  ...(['gold', 'cassiterite', 'coltan', 'wolframite', 'other-mineral'] as const),
] as const
const taskLabels: Labels<(typeof tasks)[number]> = {
  digging: label('Creuser', 'Digging'),
  carrying: label('Porter', 'Carrying'),
  washing: label('Laver', 'Washing'),
  crushing: label('Concasser', 'Crushing'),
  cooking: label('Cuisiner', 'Cooking'),
  'bar-or-trade': label('Bar ou petit commerce', 'Bar or small trade'),
  driving: label('Conduire', 'Driving'),
  guarding: label('Garder', 'Guarding'),
  household: label('Travail de maison', 'Household work'),
  'other-task': label('Autre tâche', 'Another task'),
  gold: label('Or (Au)', 'Gold (Au)'),
  cassiterite: label('Cassitérite (Sn)', 'Cassiterite (Sn)'),
  coltan: label('Coltan (Ta)', 'Coltan (Ta)'),
  wolframite: label('Wolframite (W)', 'Wolframite (W)'),
  'other-mineral': label('Autre substance', 'Another mineral'),
}
export const periods = ['less-than-a-month', 'up-to-a-year', 'more-than-a-year', 'still-going-on', 'period-unknown'] as const
const periodLabels: Labels<(typeof periods)[number]> = {
  'less-than-a-month': label('Moins d’un mois', 'Less than a month'),
  'up-to-a-year': label('Jusqu’à un an', 'Up to a year'),
  'more-than-a-year': label('Plus d’un an', 'More than a year'),
  'still-going-on': label('Cela dure encore', 'It still goes on'),
  'period-unknown': label('Durée pas connue', 'Length not known'),
}
/** How far somebody came, never from where. */
export const distances = ['same-place', 'same-territory', 'same-province', 'other-province', 'other-country', 'origin-unknown'] as const
const distanceLabels: Labels<(typeof distances)[number]> = {
  'same-place': label('Du lieu même', 'From the place itself'),
  'same-territory': label('Du même territoire', 'From the same territory'),
  'same-province': label('De la même province', 'From the same province'),
  'other-province': label('D’une autre province', 'From another province'),
  'other-country': label('D’un autre pays', 'From another country'),
  'origin-unknown': label('Origine pas connue', 'Origin not known'),
}
export const routes = ['no-travel', 'direct', 'by-stages', 'across-a-border', 'route-unknown'] as const
const routeLabels: Labels<(typeof routes)[number]> = {
  'no-travel': label('Sans trajet', 'No travel'),
  direct: label('Trajet direct', 'Straight there'),
  'by-stages': label('Par étapes', 'By stages'),
  'across-a-border': label('En passant une frontière', 'Across a border'),
  'route-unknown': label('Trajet pas connu', 'Route not known'),
}
/** Questions answered from a list of ours. */
export const codedLists = {
  origin: distances,
  route: routes,
  'who-proposed-the-work': recruiters,
  'task-and-mineral': tasks,
  'armed-period': periods,
} as const
export type CodedListQuestion = keyof typeof codedLists
export type CodedListValue = (typeof codedLists)[CodedListQuestion][number]
export const codedListLabels: Labels<CodedListValue> = {
  ...distanceLabels,
  ...routeLabels,
  ...recruiterLabels,
  ...taskLabels,
  ...periodLabels,
}

/** As the directory of services has them. */
export const services = [
  ...(['safehouse', 'medical', 'psychosocial', 'police', 'legal', 'livelihood', 'child-protection', 'mediation', 'reunification'] as const),
  ...([
    'education',
    'food',
    'non-food-items',
    'documentation',
    'consular',
    'family-tracing',
    'debt-mediation',
    'transport',
    'other',
  ] as const),
] as const
export type ServiceCode = (typeof services)[number]
export const serviceLabels: Labels<ServiceCode> = {
  safehouse: label('Hébergement sûr', 'Safe house'),
  medical: label('Soins médicaux', 'Medical care'),
  psychosocial: label('Soutien psychosocial', 'Psychosocial support'),
  police: label('Police', 'Police'),
  legal: label('Aide juridique', 'Legal aid'),
  livelihood: label('Moyens d’existence', 'Livelihood'),
  'child-protection': label('Protection de l’enfance', 'Child protection'),
  mediation: label('Médiation', 'Mediation'),
  reunification: label('Retour en famille', 'Reunification'),
  education: label('École, formation', 'School, training'),
  food: label('Nourriture', 'Food'),
  'non-food-items': label('Habits, couverture, ustensiles', 'Clothes, blanket, utensils'),
  documentation: label('Papiers', 'Papers'),
  consular: label('Consulat', 'Consulate'),
  'family-tracing': label('Recherche de la famille', 'Family tracing'),
  'debt-mediation': label('Règlement de la dette', 'Settling the debt'),
  transport: label('Transport', 'Transport'),
  other: label('Autre service', 'Another service'),
}
export const referralAnswers = ['offered', 'accepted', 'declined'] as const
export type ReferralAnswer = (typeof referralAnswers)[number]
export const referralAnswerLabels: Labels<ReferralAnswer> = {
  offered: label('Proposé, à décider', 'Offered, to be decided'),
  accepted: label('Accepté', 'Accepted'),
  declined: label('Décliné', 'Declined'),
}
export const contactChannels = ['none', 'phone', 'visit', 'go-between'] as const
export type ContactChannel = (typeof contactChannels)[number]
export const contactChannelLabels: Labels<ContactChannel> = {
  none: label('Aucun contact souhaité', 'No contact wished'),
  phone: label('Téléphone', 'Telephone'),
  visit: label('Visite', 'Visit'),
  'go-between': label('Personne de confiance', 'A trusted person'),
}
/** Hours of the day in minutes; with the days of the week they make the times at which somebody may be reached. */
export const dayParts = ['morning', 'midday', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]
export const dayPartMinutes: { readonly [part in DayPart]: readonly [fromMinute: number, toMinute: number] } = {
  ...{ morning: [360, 660], midday: [660, 840], afternoon: [840, 1080], evening: [1080, 1260] },
}
export const dayPartLabels: Labels<DayPart> = {
  morning: label('Matin (6–11 h)', 'Morning (6–11)'),
  midday: label('Midi (11–14 h)', 'Midday (11–14)'),
  afternoon: label('Après-midi (14–18 h)', 'Afternoon (14–18)'),
  evening: label('Soir (18–21 h)', 'Evening (18–21)'),
}

/** Where the person was met, as a case has it. */
export const sources = [
  'site-visit',
  'hotline',
  'border',
  'resource-centre',
  'referral',
  'self',
  'community',
  'authority',
  'other',
] as const
export type SourceCode = (typeof sources)[number]
export const sourceLabels: Labels<SourceCode> = {
  'site-visit': label('Visite d’un site', 'Visit of a site'),
  hotline: label('Ligne téléphonique', 'Hotline'),
  border: label('Poste frontière', 'Border desk'),
  'resource-centre': label('Centre de ressources', 'Resource centre'),
  referral: label('Orientation par un autre service', 'Sent by another service'),
  self: label('Venue d’elle-même', 'Came by themselves'),
  community: label('Par la communauté', 'Through the community'),
  authority: label('Par une autorité', 'Through an authority'),
  other: label('Autrement', 'Otherwise'),
}
