/* Ce que les projets posent sur la page d’accueil. */
export const projectsHomeFr = {
  'donor-reports.home': '{n|rapport à rendre au bailleur|rapports à rendre aux bailleurs}',
  'donor-reports.home.rule': 'Attendus dans les trente jours ; {late} en retard',
  'donor-reports.home.frozen': '{n|rapport figé à lire|rapports figés à lire}',
  'donor-reports.home.frozen.rule': 'Rapports aux bailleurs, avec numéro et empreinte',
} as const
