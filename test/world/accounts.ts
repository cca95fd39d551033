/*
The people of the demonstration, the same in tests and on the sign-in page. All invented. Each stands for one office of the way
from a visit to a certificate; the two of the CEEC are two because one person may not both verify and validate.
*/
export const DEMO_PASSWORD = 'lukanda-demo-2026'

export type DemoOrganisation = 'ministry' | 'division' | 'saemape' | 'ceec' | 'cooperative' | 'trader' | 'exporter' | 'partner' | 'civilSociety' | 'platform'

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

const person = (key: string, role: string, organisation: DemoOrganisation, name: string, does: DemoAccount['does'], provincial = true): DemoAccount => ({
  key, role, organisation, name, does, provincial, email: `${key}@demo.chanzo.example`,
})

export const demoAccounts: readonly DemoAccount[] = [
  person('planner', 'MINES_NAT', 'ministry', 'Furaha Mwamba', { fr: 'planifie les missions, relit les inspections', en: 'plans missions, reviews inspections' }, false),
  person('inspector', 'MINES_PROV', 'division', 'Jean Kalume', { fr: 'inspecte les sites avec l’équipe conjointe', en: 'inspects sites with the joint team' }),
  person('partner', 'PARTNER_TEAM', 'partner', 'Anna Lindqvist', { fr: 'membre partenaire de l’équipe conjointe', en: 'partner member of the joint team' }, false),
  person('witness', 'CIVIL_SOCIETY', 'civilSociety', 'Espérance Zawadi', { fr: 'société civile, co-signe la visite', en: 'civil society, co-signs the visit' }),
  person('minister', 'MINISTER', 'ministry', 'Cabinet du Ministre', { fr: 'signe les arrêtés', en: 'signs the orders' }, false),
  person('agent', 'SAEMAPE_AGENT', 'saemape', 'Patrick Ilunga', { fr: 'pèse et étiquette au site', en: 'weighs and tags at the site' }),
  person('trader', 'NEGOCIANT', 'trader', 'Salima Bahati', { fr: 'achète, regroupe et transporte', en: 'buys, combines and transports' }),
  person('exporter', 'EXPORTER', 'exporter', 'David Mukendi', { fr: 'forme le lot d’exportation, ouvre le dossier', en: 'forms the export lot, opens the dossier' }, false),
  person('verifier', 'CEEC_VERIFIER', 'ceec', 'Grâce Tshibola', { fr: 'vérifie le dossier (CEEC, première personne)', en: 'verifies the dossier (CEEC, first person)' }, false),
  person('validator', 'CEEC_VALIDATOR', 'ceec', 'Olivier Kanku', { fr: 'valide et délivre (CEEC, seconde personne)', en: 'validates and issues (CEEC, second person)' }, false),
  person('administrator', 'ADMINISTRATOR', 'platform', 'Mireille Kasongo', { fr: 'comptes, appareils, limites', en: 'accounts, devices, boundaries' }, false),
]
