/* How a count that waits on a telephone is called on its shelves, in French. */
export const keptCountFr = {
  'flow-kept.title': 'Comptage du {day}',
  'flow-kept.refused': 'Vérifiez le jour et le point, puis notez-le de nouveau.',
} as const
