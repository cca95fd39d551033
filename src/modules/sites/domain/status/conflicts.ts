/* Where the sources contradict each other, what this program takes, and what would change with the other answer. Shown to who chooses the rules. */
interface Bilingual {
  readonly fr: string
  readonly en: string
}
export interface RuleConflict {
  readonly id: string
  readonly question: Bilingual
  readonly a: Bilingual
  readonly b: Bilingual
  readonly ours: Bilingual
  readonly change: Bilingual
}
const both = (fr: string, en: string): Bilingual => ({ fr, en })
export const ruleConflicts: readonly RuleConflict[] = [
  {
    id: 'yellow-period',
    question: both('Durée du jaune', 'Period of yellow'),
    a: both('6 mois : notes d’IPIS, règlement du Rwanda', '6 months: IPIS notes, Rwandan regulation'),
    b: both('3 mois : page du CEEC', '3 months: CEEC page'),
    ours: both('6 mois', '6 months'),
    change: both(
      'À 3 mois, la production d’un site jaune s’arrêterait trois mois plus tôt.',
      'With 3 months, production at a yellow site would stop three months earlier.',
    ),
  },
  {
    id: 'red-minimum',
    question: both('Minimum du rouge', 'Minimum of red'),
    a: both('3 mois : IPIS sur l’arrêté 0677/2021', '3 months: IPIS on arrêté 0677/2021'),
    b: both('6 mois : page du CEEC, arrêtés de 2025', '6 months: CEEC page, orders of 2025'),
    ours: both(
      '3 mois pour demander une réinspection ; la durée de l’arrêté quand il la dit',
      '3 months to ask for a new inspection; the order’s period when it states one',
    ),
    change: both(
      'À 6 mois, un site rouge sans durée écrite ne pourrait être requalifié que trois mois plus tard.',
      'With 6 months, a red site without a stated period could be qualified anew only three months later.',
    ),
  },
  {
    id: 'yellow-exports',
    question: both('Un jaune peut-il exporter ?', 'May a yellow site export?'),
    a: both('oui : CEEC, IPIS, arrêté de Shabunda', 'yes: CEEC, IPIS, Shabunda order'),
    b: both('« en principe le vert seul » : Radio Okapi 2021', '“in principle only green”: Radio Okapi 2021'),
    ours: both('oui', 'yes'),
    change: both(
      'À « non », un site jaune ne recevrait ni étiquettes ni certificat.',
      'With “no”, a yellow site would receive neither tags nor certificates.',
    ),
  },
  {
    id: 'green-validity',
    question: both('Validité du vert', 'Validity of green'),
    a: both('1 an', '1 year'),
    b: both('6 mois dans un arrêté de Shabunda', '6 months in one Shabunda order'),
    ours: both('celle de l’arrêté, sinon 12 mois', 'the order’s, else 12 months'),
    change: both(
      'À 6 mois, chaque vert sans durée écrite serait échu six mois plus tôt.',
      'With 6 months, every green without a stated period would lapse six months earlier.',
    ),
  },
  {
    id: 'status-source',
    question: both('D’où vient le statut', 'Where status comes from'),
    a: both('arrêté ministériel (RDC)', 'ministerial order (DRC)'),
    b: both('administration (Rwanda, Burundi)', 'administration (Rwanda, Burundi)'),
    ours: both('selon le pays', 'per country'),
    change: both(
      'Ailleurs qu’en RDC, l’acte de l’administration s’enregistre comme arrêté, avec son signataire.',
      'Outside the DRC the act of the administration is recorded as an order, with its signatory.',
    ),
  },
]
