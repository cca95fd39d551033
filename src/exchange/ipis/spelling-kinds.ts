/* What a written word of IPIS may be about, and what each kind may mean: small, because the app loads it too. */
export const spellingKinds = [
  'mineral',
  'frequency',
  'armed-group',
  'armed-class',
  'service',
  'location-origin',
  'qualification',
  'traceability',
] as const
export type SpellingKind = (typeof spellingKinds)[number]

/** The meanings that a closed kind may have; the other kinds (groups, services) mean a name. */
export const closedMeanings: { readonly [Kind in SpellingKind]?: readonly string[] } = {
  mineral: ['Au', 'Sn', 'Ta', 'W', 'Sn+Ta', 'other'],
  frequency: ['permanent', 'daily', 'several-a-week', 'weekly', 'fortnightly', 'monthly', 'rarer', 'irregular', 'unknown'],
  'armed-class': [
    'armed-group-local',
    'armed-group-foreign',
    'army',
    'police',
    'mines-police',
    'private-security',
    'other',
    'unknown',
    'none',
  ],
  'location-origin': ['gps', 'approximation', 'village', 'map', 'unknown'],
  qualification: ['green', 'yellow', 'red', 'blue', 'unclassified'],
  traceability: ['ITSCI', 'RCS_BETTERMINING', 'ITOA', 'JUST_GOLD', 'OTHER', 'NONE'],
}
