/*
What the entries of the menu are called. Every module's stand together here, because the menu is drawn before any of their screens is opened, and
because a menu must read as one. A new entry: one line here and one in menu-en.ts.
*/
export const menuFr = {
  'map.nav': 'Carte',
  'sites.nav': 'Sites',
  'missions.title': 'Missions',
  'inspect.inspections': 'Inspections',
  'forms.title': 'Formulaires',
  'submissions.nav': 'Fiches reçues',
  'queue.nav': 'Mesures correctives',
  'order.orders': 'Arrêtés',
  'lots.nav': 'Lots',
  'gold.nav': 'Or',
  'trace.nav': 'Tracer',
  'sheets.title': 'Fiches de papier',
  'weigh.title': 'Peser et étiqueter',
  'hits.nav': 'Constats',
  'tags.title': 'Étiquettes',
  'operators.nav': 'Opérateurs',
  'papers.nav': 'Pièces',
  'desk.nav': 'Certificats',
  'verify-page.nav': 'Vérifier',
  'devices.nav': 'Téléphones',
  'validity.nav': 'Rapports',
  'places.nav': 'Lieux à trancher',
  'collect.nav': 'ODK Collect',
  'epcis.nav': 'EPCIS',
  'lists.nav': 'Importer des sites',
  'chain.nav': 'Importer des fiches',
  'rules.nav': 'Règles',
  'spellings.nav': 'Graphies IPIS',
} as const
