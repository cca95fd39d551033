/* Ce que les risques posent sur la page d’accueil, en français. */
export const risksHomeFr = {
  'risks.home': '{n|plan d’atténuation qui finit, ou suspension en cours|plans d’atténuation qui finissent, ou suspensions en cours}',
  'risks.home.rule': 'plans à 30 jours ou moins : {ending} ; suspensions : {suspended}',
} as const
