/* Ce qui est dit d’une liste de formations qui est lue. */
export const trainingListFr = {
  'refusal.training-list-empty': 'La liste n’a aucune ligne sous ses titres.',
  'refusal.training-list-columns': 'Il manque des colonnes : {missing}.',
  'training-list.problem.empty': 'la cellule est vide',
  'training-list.problem.not-in-the-list': 'ce mot n’est pas de la liste',
  'training-list.problem.not-a-day': 'ce n’est pas un jour (AAAA-MM-JJ), ou il vient avant le premier',
  'training-list.problem.not-a-number': 'ce n’est pas un nombre qui convient',
  'training-list.problem.more-than-half-days': 'plus de présences que de demi-journées',
  'training-list.problem.unknown-area': 'ce lieu n’est pas au registre',
  'training-list.problem.badge-twice': 'ce badge est deux fois dans la session',
  'training-list.problem.other-session': 'la ligne dit autre chose de la session que la première',
} as const
