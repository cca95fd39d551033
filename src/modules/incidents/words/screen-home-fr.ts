/* Ce que les incidents posent sur la page d’accueil. */
export const incidentsHomeFr = {
  'incidents.home': '{n|incident vous attend|incidents vous attendent}',
  'incidents.home.rule': '{fresh} à prendre en charge, {late} en retard, {actions} {actions|action|actions} de votre organisme',
} as const
