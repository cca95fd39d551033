/*
How IPIS writes a thing and what we take it to mean. The file was typed by many hands over fourteen years, so one thing has
several spellings; the spelling as written is always kept beside the meaning. Only what is plainly the same word is merged here:
two armed groups that may be one stay two, because a wrong merge accuses somebody. A spelling that is not in this table is kept
as written and listed, and the table can be corrected (see README).
Evidence: typed by us from the field's own usage; merges of armed groups and services are proposals (D), not findings.
*/
import type { SpellingKind } from './spelling-kinds.ts'

export interface Spelling {
  readonly kind: SpellingKind
  readonly asWritten: string
  /** True where the entry covers every text that begins so, e.g. `GPS (village …`. */
  readonly isBeginning: boolean
  readonly meaning: string
}

type Meanings = { readonly [meaning: string]: readonly string[] }

const minerals: Meanings = {
  Au: ['Or'],
  Sn: ['Cassitérite'],
  Ta: ['Coltan', 'Niobium', 'Pyrochlore'],
  W: ['Wolframite'],
  'Sn+Ta': ['Minerais mixtes (Cassitérite/Coltan)'],
  other: [
    ...['Améthyste', 'Argent', 'Arsénopyrite', 'Bauxite', 'Charbon', 'Cobalt', 'Cuivre', 'Diamant', 'Digénite', 'Fer', 'Galene'],
    ...['Manganèse', 'Manvenve', 'Monazite', 'Plomb', 'Quartz', 'Saphir', 'Titanium', 'Tourmaline', 'Zircon', 'inconnu'],
  ],
}

const frequencies: Meanings = {
  permanent: ['Permanent', 'Permanente'],
  daily: ['Quotidien'],
  'several-a-week': ["Plus d'une fois par semaine", 'Deux fois par semaine', 'Trois fois par semaine'],
  weekly: ['Une fois par semaine', 'Chaque semaine', 'Hebdomadaire'],
  fortnightly: ['Une fois tous les 15 jours'],
  monthly: ['Une fois par mois', "Moins d'une fois par semaine"],
  rarer: [
    ...["Moins d'une fois par mois", 'Une fois tous les deux mois', 'Après un ou deux mois', 'Après un ou plusieurs mois'],
    ...['Une fois par trimestre', 'Trimestrielle', 'Semestrielle', 'Annuelle', 'Rarement'],
  ],
  irregular: [
    ...['Aléatoire', 'Irrégulière', 'Irregulière', 'Occasionnelle', 'Occasionelle', 'Occasionnellement', 'Temporaire', 'Non permanente'],
    ...["A l'improviste", 'Brusquement', 'Lors de patrouilles', "En cas d'intervention", 'Quand le site est en mouvement'],
  ],
  // Written down, but without a measure of time: kept as written, meaning unknown.
  unknown: [
    ...['Régulière', 'Pas', "N'arrive pas souvent à ce site, il est plutôt permanant à Nyabibwe"],
    "Ils n'arrivent pas au site mais ils sécurisent l'aérodrome de Kikungwa",
  ],
}

const armedClasses: Meanings = {
  none: ['Aucun'],
  'armed-group-local': ['Groupe armé local'],
  'armed-group-foreign': ['Groupe armé étranger'],
  army: ['FARDC - Éléments indisciplinés', "FARDC - Pas d'ingérence constatée", 'FARDC - Pas de données sur les ingérences'],
  police: ['PNC - Éléments indisciplinés', "PNC - Pas d'ingérence constatée"],
  'mines-police': ['PMH - Éléments indisciplinés', "PMH - Pas d'ingérence constatée"],
}

/** Groups whose name is spelled in one way only; the meaning is the name itself. */
const groupsByOneName = [
  ...[
    'ADF',
    'APASICO/UPLC',
    "Alain à l'aise",
    'Autodéfense',
    'CODECO',
    'FABB (Forces Armées Biloze Bishambuki)',
    'FARDC',
    'FDLR',
    'FDLR/Rudi',
  ],
  ...['FRF', 'FRPI', 'Forces négatives', 'Gardes Parc', 'Groupe autodéfense Kems', 'Guidon', 'MAC', 'Matonge milice Chunu & Alexis'],
  ...['Maï-Maï (pro-gouvernement)', 'Maï-Maï AFDC-MAC', 'Maï-Maï Apa Na Pale', 'Maï-Maï Bakata-Katanga', 'Maï-Maï Bishambuke'],
  ...['Maï-Maï Bitonto', 'Maï-Maï Branches de Donald, Mabala, Bipopa', 'Maï-Maï Ebuela Mutetezi', 'Maï-Maï FPP/AP'],
  ...['Maï-Maï Force Divine Simba, FDS', 'Maï-Maï Juvenal', 'Maï-Maï Kapopo', 'Maï-Maï Kifuafua', 'Maï-Maï Kumu', 'Maï-Maï Luc'],
  ...['Maï-Maï Lwesula', 'Maï-Maï MRDC', 'Maï-Maï Malaika', 'Maï-Maï PARECO', 'Maï-Maï PARECO et Simba (Morgan)', 'Maï-Maï Simba'],
  ...['Maï-Maï Simba (Morgan)', 'Maï-Maï Simba (Morgan) et MRDC', 'Maï-Maï Simba (ex-Morgan - Bafwandeke)'],
  ...['Maï-Maï Simba (ex-Morgan - Mangaribi)', 'Maï-Maï Simba (ex-Morgan - Werrason)', 'Maï-Maï Simba Rénovée', 'Maï-Maï UPCP'],
  ...['Maï-Maï UPLD', 'Maï-Maï UPRD', 'Maï-Maï WAKOMBOZI KAMBALE MATHINA', 'Maï-Maï Yakutumba', 'Maï-Maï Yakutumba (groupe Alelua)'],
  ...['Maï-Maï Yakutumba, Sikatende, Duniya', 'NDC', 'NDC-Rénové', 'Police Nationale Congolaise (sauf PMH)', 'Police des Mines (PMH)'],
  ...['Raïa Mutomboki', 'Shishikara', 'UPLC'],
]

/** The actor of a row that names none. */
export const UNIDENTIFIED = 'Non identifié'

const groups: Meanings = {
  ...Object.fromEntries(groupsByOneName.map((name) => [name, [name]])),
  APCLS: ['APCLS', 'Maï-Maï APCLS'],
  Nyatura: ['Nyatura', 'Maï-Maï Nyatura'],
  Ngomino: ['Ngomino', 'Maï-Maï Gomino'],
  'Maï-Maï Résistant Maï-Maï (RM)': ['Maï-Maï Résistant Maï-Maï (RM)', 'Maï-Maï Résistant Maï-maï'],
  'Maï-Maï Simba (ex-Morgan - Manu)': ['Maï-Maï Simba (ex-Morgan - Manu)', 'Maï-Maï Maï-Maï Simba (ex-Morgan - Manu)'],
  'Autodéfense Zaïre': ['Autodéfense Zaïre', "Groupe d'autodéfense Zaïre", 'Jeunesse Autodéfense Zaïre', 'Milice zaïre'],
  'Maï-Maï (non identifié)': ['Maï-Maï', 'Maï-Maï Inconnu', 'Maï-Maï Non identifié'],
  'Bandits armés': [
    ...['Groupe de bandits armés', 'Groupe de bandits armés non identifiés', 'Bandits main armée'],
    ...['Bandit en arme blanche (Machette)', 'Les coupeurs de route'],
  ],
  [UNIDENTIFIED]: [UNIDENTIFIED, 'Groupe armé non identifié'],
}

const servicesByOneName = [
  ...[
    'ANR',
    'Administration',
    'Afridex',
    'Agriculture et élevage',
    'Anti-fraude',
    'Autorités',
    'CECC/Maniema',
    'CEEC',
    'CENPERIE',
    'CNLFM',
  ],
  ...['CNPERPI', 'CNPRI', 'CPRI, DPMR', 'Chefferie', 'Collectivité locale', 'Comcam', 'Comiki', 'Cominga', 'Comité Local de Suivie'],
  ...['DEPEMER', 'DGM', 'DGPI', 'DGPRI', 'DGRAD', 'DGRM', 'DGRPI', 'DGRPO', 'DGRRM', 'DPEMER ou DGRAD', 'DPM', 'DPMER', 'DPMR', 'DQRM'],
  ...['Dermatologue', 'Division des mines', 'Environnement, Énergie', 'Environnement, Énergie, DGRPI, Économie, FARDC', 'FARDC', 'FFN'],
  ...['Hydrocarbures', 'Localité', 'Localité de Tulonge.', 'PNC', 'Parquet secondaire', 'Police', 'SAESSCAM', 'SAKIMA', 'SNPERI', 'SOCODA'],
  ...["Service d'environnement et L'OBLC( Office pour la bonne gouvernance et la lutte contre la corruption)"],
  ...['Système de traçabilité: BGR, BSP, Impact/PAC', 'Tourisme', 'Transcom', 'Village', 'iTSCi (via SAESSCAM)'],
]

const services: Meanings = {
  ...Object.fromEntries(servicesByOneName.map((name) => [name, [name]])),
  DGI: ['DGI', 'La DGI'],
  DGRMA: ['DGRMA', 'DGRMA (Direction Générale des Recettes du Maniema)', 'DGRMA(Direction Générale des Recettes du Maniema)'],
  Énergie: ['Énergie', 'Energie', "Division de l'énergie", "Service de l'énergie"],
  Environnement: ['Environnement', "Division de l'environnement", "Le service d'environnement", "Le service de l'environnement"],
  Groupement: ['Groupement', 'La groupement'],
  iTSCi: ['iTSCi'],
  Industrie: ['Industrie', 'Indistrie', 'Service des industries'],
  OBLC: ['OBLC', 'OBLC (Office pour la bonne gouvernance et la lutte contre la corruption).'],
  'Police des Mines (PMH)': [
    ...['Police des Mines', 'Police de Mine', 'Police de mines', 'PMH', 'Polimine(Police des Mines et hydrocarbures)'],
  ],
  Secteur: ['Secteur', 'Collectivité secteur'],
}

const qualifications: Meanings = {
  green: ['Vert', '1'],
  yellow: ['Jaune', '2'],
  red: ['Rouge', '3'],
  // IPIS writes 4 for blue and 0 for none; the ICGLR writes 0 for blue.
  blue: ['Bleu', '4'],
  unclassified: ['Not class', 'No class', '0'],
}

const traceability: Meanings = {
  ITSCI: ['iTSCI', 'iTSCI (not visited by IPIS)'],
  RCS_BETTERMINING: ['Better Mining (BSP)'],
  ITOA: ['ITOA'],
}

const origins: Meanings = {
  gps: ['GPS', 'GPS (IPIS 2009)', 'GPS (IPIS 2010)', 'GPS (WCS 2007)'],
  approximation: ['Approximation', 'GPS (Approximation)', 'GPS (4 km du site)'],
  map: ['Landsat ETM+', 'Numérisation'],
  village: ['GPS (village)', 'GPS (Punia)', 'GPS (Bitule)', 'GPS (Camp Manyuka)', 'Landsat ETM+ (village)', 'Numérisation (village)'],
  unknown: ['Ancienne base'],
}
/** The place named in brackets varies; the beginning decides. */
const originBeginnings: Meanings = {
  village: ['GPS (village ', 'Ancienne base (village'],
  approximation: ['Approximation (', 'Approximation(', 'GPS (groupment ', 'GPS(groupment '],
}

/** The table as it is delivered. Corrections made by people come on top (server/store.ts). */
export const shippedSpellings: readonly Spelling[] = [
  ...spelled('mineral', minerals),
  ...spelled('frequency', frequencies),
  ...spelled('armed-class', armedClasses),
  ...spelled('armed-group', groups),
  ...spelled('service', services),
  ...spelled('qualification', qualifications),
  ...spelled('traceability', traceability),
  ...spelled('location-origin', origins),
  ...spelled('location-origin', originBeginnings, true),
]

function spelled(kind: SpellingKind, meanings: Meanings, isBeginning = false): readonly Spelling[] {
  return Object.entries(meanings).flatMap(([meaning, all]) => all.map((asWritten) => ({ kind, asWritten, isBeginning, meaning })))
}
