/*
The people of the demonstration, the same in tests and on the sign-in page. All invented. Each stands for one office of the way
from a visit to a certificate; the two of the CEEC are two because one person may not both verify and validate.
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
]
