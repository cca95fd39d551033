/* Ce que les alertes posent sur la page d’accueil. */
export const conflictHomeFr = {
  'warnings.home': '{n|alerte à trier|alertes à trier}',
  'warnings.home.rule': '{late} en retard, {unanswered} sans réponse à temps',
} as const
