/* Ce que l’on dit quand une question sur les échanges EPCIS ne trouve rien. */
export const fr = {
  'refusal.unknown-capture': 'Aucun envoi EPCIS que vous pouvez voir ne porte ce numéro. Revenez à la liste et choisissez une ligne.',
} as const
