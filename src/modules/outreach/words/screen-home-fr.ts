/* Ce que la sensibilisation pose sur la page d’accueil. */
export const outreachHomeFr = {
  'follow-ups.home': '{n|personne formée à interroger|personnes formées à interroger}',
  'follow-ups.home.rule': 'Suivi à six mois ; {soon} dans le mois qui vient',
  'trained-home.title': 'Personnes formées',
  'trained-home.step': 'Trimestre du dernier jour',
  'trained-home.trained': 'Personnes formées',
  'trained-home.below': 'moins de {n}',
  'trained-home.kept': 'non montré',
  'trained-home.source':
    'Au moins 80 % des demi-journées, chaque personne une fois par trimestre : les trimestres ne s’ajoutent pas. Arrondi vers le bas à un multiple de {n} (proposition). Source : sessions inscrites, au {day}.',
} as const
