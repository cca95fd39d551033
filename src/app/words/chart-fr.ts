/* What a chart says beside itself, in French. */
export const chartFr = {
  'chart.table': 'Les nombres du graphique',
  'chart.table-follows': 'Les mêmes nombres suivent en tableau.',
} as const
