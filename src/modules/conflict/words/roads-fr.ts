/* Refus dits au sujet des routes et des barrières. */
export const roadsFr = {
  'refusal.conflict-day-in-the-future': 'Le {on} n’est pas encore venu. Écrivez le jour où cela a été vu.',
  'refusal.road-described-already': 'Cette route est déjà décrite. Ouvrez-la et décrivez-la de nouveau.',
  'refusal.road-link-off-the-road': 'Un lieu lié ne se trouve sur aucun point de la route. Choisissez un point de la liste.',
  'refusal.unknown-road': 'Cette route n’est pas connue. Choisissez-la dans la liste, ou décrivez-la d’abord.',
  'refusal.roadblock-proposed-already': 'Cette barrière est déjà proposée. Ouvrez-la et dites que vous l’avez revue.',
  'refusal.roadblock-confirmed-already': 'Cette barrière est déjà confirmée.',
  'refusal.roadblock-second-person':
    'Une autre personne que celle qui a proposé la barrière, ou qui l’a revue après sa levée, doit la confirmer.',
  'refusal.roadblock-seen-already': 'Cette source a déjà dit qu’elle l’a vue le {on}. Écrivez un autre jour ou une autre source.',
  'refusal.roadblock-lifted-already': 'Cette barrière est déjà levée. Si elle est revenue, dites quel jour elle a été revue.',
  'refusal.roadblock-seen-after': 'Elle a encore été vue le {on}. Écrivez un jour de levée qui vient après.',
  'refusal.roadblock-without-place': 'On ne sait pas où elle se trouve. Donnez une position, ou une route et un kilomètre.',
  'refusal.unknown-roadblock': 'Cette barrière n’est pas connue, ou elle ne vous est pas montrée.',
  'refusal.survey-declared-already': 'Ce relevé est déjà déclaré.',
  'refusal.unknown-survey': 'Ce relevé n’est pas connu, ou il a été retiré.',
} as const
