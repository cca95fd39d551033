/*
What a joint team must answer about a site. `R`: one violation makes the site red. `Y`: one makes it yellow. `P`: progress only,
never a colour. The wording is ours; the level and the evidence mark come with each record, because several
levels could not be read in the primary text and must be shown as defaults.
*/
import type { Evidence } from '../../../../kernel/rulebook.ts'
import type { StatusRules } from '../status/rulebooks.ts'

export type CriterionLevel = 'R' | 'Y' | 'P'
export interface Criterion {
  readonly id: string
  readonly level: CriterionLevel
  readonly evidence: Evidence
  readonly source: string
  /** What a violation is, in the two languages of every form. */
  readonly violation: { readonly fr: string; readonly en: string }
}

const criterion = (id: string, ...[evidence, source, fr, en]: readonly [Evidence, string, string, string]): Criterion => ({
  id,
  level: id.startsWith('R') ? 'R' : id.startsWith('Y') ? 'Y' : 'P',
  evidence,
  source,
  violation: { fr, en },
})
const ipis = 'IPIS open-data notes on arrêté 0677/2021'
const rcm = 'ICGLR manual, first pages'
const ctc = 'Certified Trading Chains, five principles (Rwandan set); the twenty standards were not available'

export const criteria: readonly Criterion[] = [
  criterion(
    'R1',
    'V',
    ipis,
    'Un groupe armé non étatique contrôle le site, ou taxe ou extorque des opérateurs au site, à ses accès, sur les routes ou aux points de négoce',
    'A non-state armed group controls the site, or taxes or extorts operators at the site, its access points, transport routes or trade points',
  ),
  criterion(
    'R2',
    'V',
    ipis,
    'Des personnes qui n’ont pas l’âge minimum de travail travaillent au site (pires formes de travail des enfants)',
    'Persons under the minimum working age work at the site (worst forms of child labour)',
  ),
  criterion(
    'R3',
    'V',
    ipis,
    'Le propriétaire ou l’opérateur paie une organisation politique, illégale ou criminelle',
    'The owner or operator pays political, illegal or criminal organisations',
  ),
  criterion('R4', 'U', rcm, 'Travail forcé ou obligatoire', 'Forced or compulsory labour'),
  criterion('R5', 'U', rcm, 'Torture, traitements cruels, inhumains ou dégradants', 'Torture, cruel, inhuman or degrading treatment'),
  criterion(
    'R6',
    'U',
    rcm,
    'Autres abus graves, dont les violences sexuelles généralisées ; crimes de guerre, crimes contre l’humanité, génocide',
    'Other gross abuses, including widespread sexual violence; war crimes, crimes against humanity, genocide',
  ),
  criterion(
    'Y1',
    'V',
    ipis,
    'Des forces de sécurité publiques ou privées, ou leurs affiliés, contrôlent le site ou taxent ou extorquent illégalement au site, à ses accès, sur les routes ou aux points de négoce',
    'Public or private security forces or their affiliates control the site or illegally tax or extort at the site, its access points, routes or trade points',
  ),
  criterion(
    'Y2',
    'V',
    ipis,
    'Des minerais quittent le site sans entrer dans une chaîne de possession',
    'Minerals leave the site without entry in a chain-of-custody system',
  ),
  criterion('Y3', 'U', rcm, 'Corruption ou fausse déclaration d’origine', 'Bribery or false statement of origin'),
  criterion('Y4', 'U', rcm, 'Taxes, droits ou redevances non payés ou non déclarés', 'Taxes, fees or royalties not paid or not disclosed'),
  criterion(
    'Y5',
    'S',
    'DRC status orders judge the administrative, security and social situation',
    'Situation administrative irrégulière (titre ou ZEA, agrément de la coopérative, cartes de creuseur, consentement du titulaire)',
    'Administrative situation not in order (title or ZEA, cooperative approval, miner cards, consent of the holder)',
  ),
  criterion(
    'Y6',
    'U',
    'collected in IPIS field forms',
    'Femmes enceintes ou femmes exposées à un travail dangereux, mesures sociales minimales absentes',
    'Pregnant women or women exposed to dangerous work, minimum social measures missing',
  ),
  criterion(
    'P-TRACE',
    'V',
    ctc,
    'Progrès à faire : traçabilité et transparence des paiements',
    'Progress wanted: traceability and transparency of payments',
  ),
  criterion('P-LABOUR', 'V', ctc, 'Progrès à faire : conditions de travail', 'Progress wanted: labour conditions'),
  criterion('P-SECURITY', 'V', ctc, 'Progrès à faire : sécurité', 'Progress wanted: security'),
  criterion('P-COMMUNITY', 'V', ctc, 'Progrès à faire : communautés', 'Progress wanted: communities'),
  criterion('P-ENVIRONMENT', 'V', ctc, 'Progrès à faire : environnement', 'Progress wanted: environment'),
]

/** The criteria that a form of this rulebook asks, in the order of the form. Progress is asked only where the text knows it. */
export const criteriaUnder = (rules: StatusRules): readonly Criterion[] =>
  criteria.filter((one) => one.level !== 'P' || rules.progressCriteria.value)

/** Undefined for an id that no list holds. */
export const findCriterion = (id: string): Criterion | undefined => criteria.find((one) => one.id === id)
/** Those that decide the colour, each of which must be answered before a proposal exists. */
export const decidingCriteria: readonly Criterion[] = criteria.filter((one) => one.level !== 'P')
