/* What a chart says beside itself, in English. */
export const chartEn = {
  'chart.table': 'The numbers of the chart',
  'chart.table-follows': 'The same numbers follow as a table.',
} as const
