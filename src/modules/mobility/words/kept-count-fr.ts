/* How a count that waits on a telephone is called on its shelves, in French. */
export const keptCountFr = {
  'flow-count.title.short': 'Comptage du {day}',
  'flow-count.refused': 'Vérifiez le jour et le point, puis notez-le de nouveau.',
} as const
