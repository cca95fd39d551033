/* Words of what telephones in the field lay on the home page of a desk. */
export const fieldHomeFr = {
  'devices.late': 'Téléphones sans nouvelles',
  'devices.late.count': '{n} {n|téléphone|téléphones} sans nouvelles',
  'devices.late.source': 'plus de {days} jours sans contact, ou du travail non envoyé depuis plus de {unsent} jours',
} as const
