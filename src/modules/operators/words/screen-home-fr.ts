/* Words of what operators lay on the home page, in French. */
export const operatorsHomeFr = {
  'operators.home': '{n|opérateur dont la pièce expire ou a expiré|opérateurs dont la pièce expire ou a expiré}',
  'operators.home.rule': 'dans les 30 jours : {ending} ; expirées : {ended}',
} as const
