/*
What the entries of the menu are called. Every module's stand together here, because the menu is drawn before any of their screens is opened, and
because a menu must read as one. A new entry: one line here and one in menu-en.ts.
*/
export const menuFr = {
  'map.nav': 'Carte',
  'sites.nav': 'Sites',
  'missions.title': 'Missions',
  'inspect.inspections': 'Inspections',
  'queue.nav': 'Mesures correctives',
  'order.orders': 'Arrêtés',
  'lots.nav': 'Lots',
  'gold.nav': 'Or',
  'weigh.title': 'Peser et étiqueter',
  'incidents.nav': 'Incidents',
  'incident-new.nav': 'Signaler',
  'received.nav': 'Reçus',
  'board.nav': 'Supervision',
  'protection.nav': 'Données',
  'cases.nav': 'Dossiers',
  'interview.nav': 'Entretien',
  'directory.nav': 'Annuaire',
  'keys.nav': 'Ma clé',
  'keys.desk.nav': 'Parts de clés',
  'keys.naming.nav': 'Gardiens',
  'signals.nav': 'Signaux',
  'tags.title': 'Étiquettes',
  'operators.nav': 'Opérateurs',
  'papers.nav': 'Pièces',
  'desk.nav': 'Certificats',
  'provisional.nav': 'Provisoires',
  'verify-page.nav': 'Vérifier',
  'devices.nav': 'Téléphones',
} as const
