/* Words of what the grievance desk lays on the home page, in French. */
export const voicesHomeFr = {
  'voices.waiting': '{n|signalement attend le guichet|signalements attendent le guichet}',
  'voices.waiting.source': 'de personnes sans compte ; {late} en retard',
} as const
