/* Comment une copie qui attend sur un téléphone s’appelle sur ses étagères. */
export const keptSheetFr = {
  'sheet-kept.title': 'Copie du badge {badge}',
  'sheet-kept.refused': 'Elle reste gardée ici et au serveur. Saisissez-la sur la page de la session si elle doit compter.',
} as const
