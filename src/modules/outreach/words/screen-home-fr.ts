/* Ce que la sensibilisation pose sur la page d’accueil. */
export const outreachHomeFr = {
  'follow-ups.home': '{n|personne formée à demander|personnes formées à demander}',
  'follow-ups.home.rule': 'Suivi à six mois ; {soon} dans le mois qui vient',
} as const
