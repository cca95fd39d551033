/*
The people of the demonstration, the same in tests and on the sign-in page. All invented. Each stands for one office of the way
from a visit to a certificate; the two of the CEEC are two because one person may not both verify and validate. Then those who protect
persons, an organisation apart from the trade.
*/
export const DEMO_PASSWORD = 'lukanda-demo-2026'

export type DemoOrganisation =
  | 'ministry'
  | 'division'
  | 'saemape'
  | 'ceec'
  | 'cooperative'
  | 'trader'
  | 'exporter'
  | 'partner'
  | 'civilSociety'
  | 'platform'
  | 'scheme'
  | 'titleHolder'
  | 'auditor'
  | 'otherExporter'
  | 'ngao'
  | 'salama'
  | 'tumaini'
  | 'haki'
  | 'apltp'
  | 'secretariat'
  | 'donor'

export interface DemoAccount {
  readonly key: string
  readonly email: string
  readonly name: string
  readonly role: string
  readonly organisation: DemoOrganisation
  readonly does: { readonly fr: string; readonly en: string }
  /** True for those whose work is in the fictional province only. */
  readonly provincial: boolean
}

/** Who coordinates, teaches, receives, counts and reports. */
const coordination: readonly DemoAccount[] = [
  protects('secretary', 'COMMITTEE_SECRETARY', 'division', 'Honorine Mutombo', [
    'tient le secrétariat des comités de suivi',
    'keeps the secretariat of the follow-up committees',
  ]),
  protects('trainer', 'TRAINING_OFFICER', 'partner', 'Désiré Bakari', [
    'prépare formations et campagnes',
    'prepares trainings and campaigns',
  ]),
  protects('counsellor', 'RESOURCE_DESK', 'partner', 'Odile Nsimba', [
    'reçoit au centre de ressources pour migrants',
    'receives people at the migrant resource centre',
  ]),
  protects('enumerator', 'FLOW_ENUMERATOR', 'partner', 'Fiston Mukalay', [
    'compte les passages à un point de suivi',
    'counts who passes at a monitoring point',
  ]),
  protects('manager', 'PROJECT_MANAGER', 'partner', 'Ingrid Solberg', [
    'répond du projet devant le bailleur',
    'answers for the project before its donor',
  ]),
  protects('donor', 'DONOR', 'donor', 'Astrid Wennerholm', ['lit les rapports figés', 'reads frozen reports']),
]

/** Who protects persons: an organisation of its own with its three custodians, and the services around it. */
const protection: readonly DemoAccount[] = [
  protects('caseworker', 'CASE_WORKER', 'ngao', 'Aline Masika', ['accompagne des personnes', 'accompanies persons']),
  protects('casework2', 'CASE_WORKER', 'ngao', 'Joseph Katembo', [
    'accompagne d’autres personnes, dans une autre équipe',
    'accompanies other persons, in another team',
  ]),
  protects('supervisor', 'CASE_SUPERVISOR', 'ngao', 'Béatrice Kahindo', [
    'attribue et relit les dossiers de l’équipe',
    'assigns and reviews the files of the team',
  ]),
  protects('shelter', 'SHELTER_MANAGER', 'salama', 'Rachel Musavuli', [
    'tient un lieu d’accueil, reçoit des orientations',
    'runs a shelter, receives referrals',
  ]),
  protects('clinic', 'SERVICE_PROVIDER', 'tumaini', 'Docteur Moïse Lwambo', [
    'soigne, reçoit des orientations',
    'gives medical care, receives referrals',
  ]),
  protects('justice', 'JUSTICE_LIAISON', 'haki', 'Maître Solange Ndaya', [
    'accompagne en justice, protège les témoins',
    'accompanies in court, protects witnesses',
  ]),
  protects('apltp', 'IDENTIFICATION_BODY', 'apltp', 'Gaston Mulumba', [
    'se prononce au nom de l’organe habilité',
    'decides for the competent body',
  ]),
  protects('dpo', 'DATA_PROTECTION_OFFICER', 'ngao', 'Viviane Sifa', [
    'veille sur les données : qui a vu quoi, incidents, délais',
    'watches over the data: who saw what, incidents, deadlines',
  ]),
  protects('monitor', 'MONITORING_OFFICER', 'ngao', 'Didier Kibasomba', [
    'suit les résultats, en chiffres seulement',
    'follows results, in numbers only',
  ]),
  protects('custodian1', 'KEY_CUSTODIAN', 'ngao', 'Sœur Marthe Kavira', [
    'garde une part de clé (première)',
    'keeps a share of a key (first)',
  ]),
  protects('custodian2', 'KEY_CUSTODIAN', 'ngao', 'Étienne Paluku', [
    'garde une part de clé (deuxième)',
    'keeps a share of a key (second)',
  ]),
  protects('custodian3', 'KEY_CUSTODIAN', 'ngao', 'Justine Mapendo', [
    'garde une part de clé (troisième)',
    'keeps a share of a key (third)',
  ]),
]

function protects(
  key: string,
  role: string,
  organisation: DemoOrganisation,
  ...[name, [fr, en]]: readonly [string, readonly [string, string]]
): DemoAccount {
  return { key, email: `${key}@demo.chanzo.example`, role, organisation, name, does: { fr, en }, provincial: false }
}

export const demoAccounts: readonly DemoAccount[] = [
  {
    key: 'planner',
    email: 'planner@demo.chanzo.example',
    role: 'MINES_NAT',
    organisation: 'ministry',
    name: 'Furaha Mwamba',
    does: { fr: 'planifie les missions, relit les inspections', en: 'plans missions, reviews inspections' },
    provincial: false,
  },
  {
    key: 'inspector',
    email: 'inspector@demo.chanzo.example',
    role: 'MINES_PROV',
    organisation: 'division',
    name: 'Jean Kalume',
    does: { fr: 'inspecte les sites avec l’équipe conjointe', en: 'inspects sites with the joint team' },
    provincial: true,
  },
  {
    key: 'partner',
    email: 'partner@demo.chanzo.example',
    role: 'PARTNER_TEAM',
    organisation: 'partner',
    name: 'Anna Lindqvist',
    does: { fr: 'membre partenaire de l’équipe conjointe', en: 'partner member of the joint team' },
    provincial: false,
  },
  {
    key: 'witness',
    email: 'witness@demo.chanzo.example',
    role: 'CIVIL_SOCIETY',
    organisation: 'civilSociety',
    name: 'Espérance Zawadi',
    does: { fr: 'société civile, co-signe la visite', en: 'civil society, co-signs the visit' },
    provincial: true,
  },
  {
    key: 'minister',
    email: 'minister@demo.chanzo.example',
    role: 'MINISTER',
    organisation: 'ministry',
    name: 'Cabinet du Ministre',
    does: { fr: 'signe les arrêtés', en: 'signs the orders' },
    provincial: false,
  },
  {
    key: 'agent',
    email: 'agent@demo.chanzo.example',
    role: 'SAEMAPE_AGENT',
    organisation: 'saemape',
    name: 'Patrick Ilunga',
    does: { fr: 'pèse et étiquette au site', en: 'weighs and tags at the site' },
    provincial: true,
  },
  {
    key: 'cooperative',
    email: 'cooperative@demo.chanzo.example',
    role: 'COOP',
    organisation: 'cooperative',
    name: 'Neema Shukuru',
    does: { fr: 'tient une clé du coffre, demande des étiquettes', en: 'holds a key of the box, asks for tags' },
    provincial: true,
  },
  {
    key: 'scheme',
    email: 'scheme@demo.chanzo.example',
    role: 'SCHEME_OPERATOR',
    organisation: 'scheme',
    name: 'Pascal Mbuyi',
    does: { fr: 'tient le stock d’étiquettes, examine les demandes', en: 'keeps the stock of tags, reviews requests' },
    provincial: false,
  },
  {
    key: 'trader',
    email: 'trader@demo.chanzo.example',
    role: 'NEGOCIANT',
    organisation: 'trader',
    name: 'Salima Bahati',
    does: { fr: 'achète, regroupe et transporte', en: 'buys, combines and transports' },
    provincial: true,
  },
  {
    key: 'exporter',
    email: 'exporter@demo.chanzo.example',
    role: 'EXPORTER',
    organisation: 'exporter',
    name: 'David Mukendi',
    does: { fr: 'forme le lot d’exportation, ouvre le dossier', en: 'forms the export lot, opens the dossier' },
    provincial: false,
  },
  {
    key: 'verifier',
    email: 'verifier@demo.chanzo.example',
    role: 'CEEC_VERIFIER',
    organisation: 'ceec',
    name: 'Grâce Tshibola',
    does: { fr: 'vérifie le dossier (CEEC, première personne)', en: 'verifies the dossier (CEEC, first person)' },
    provincial: false,
  },
  {
    key: 'validator',
    email: 'validator@demo.chanzo.example',
    role: 'CEEC_VALIDATOR',
    organisation: 'ceec',
    name: 'Olivier Kanku',
    does: { fr: 'valide et délivre (CEEC, seconde personne)', en: 'validates and issues (CEEC, second person)' },
    provincial: false,
  },
  {
    key: 'auditor',
    email: 'auditor@demo.chanzo.example',
    role: 'AUDITOR_TPA',
    organisation: 'auditor',
    name: 'Chantal Ndjoli',
    does: { fr: 'audite les exportateurs, propose un statut', en: 'audits exporters, proposes a status' },
    provincial: false,
  },
  {
    key: 'administrator',
    email: 'administrator@demo.chanzo.example',
    role: 'ADMINISTRATOR',
    organisation: 'platform',
    name: 'Mireille Kasongo',
    does: { fr: 'comptes, appareils, limites', en: 'accounts, devices, boundaries' },
    provincial: false,
  },
  {
    key: 'analyst',
    email: 'analyst@demo.chanzo.example',
    role: 'CONFLICT_ANALYST',
    organisation: 'partner',
    name: 'Léopold Amisi',
    does: { fr: 'tient la carte des conflits, recoupe', en: 'keeps the conflict map, cross-checks' },
    provincial: false,
  },
  {
    key: 'secretariat',
    email: 'secretariat@demo.chanzo.example',
    role: 'PEACE_SECRETARIAT',
    organisation: 'secretariat',
    name: 'Clémentine Byamungu',
    does: {
      fr: 'anime les ateliers, valide et publie la carte des conflits',
      en: 'runs workshops, validates and publishes the conflict map',
    },
    provincial: false,
  },
  ...coordination,
  ...protection,
]
