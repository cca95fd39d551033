/* The lists that forms and filters offer, in the order in which people think of them. */
export const categories = [
  ...(['illegal-tax', 'roadblock', 'armed-presence', 'violence', 'sexual-violence', 'child-labour', 'forced-labour'] as const),
  ...(['tag-misuse', 'fraud', 'untagged-mineral', 'missing-record', 'corruption', 'accident', 'environment', 'other'] as const),
] as const
export const placeKinds = ['site', 'route', 'selling-point', 'roadblock', 'depot'] as const
export const sources = ['field', 'sms', 'committee', 'audit', 'civil-society', 'authority', 'scheme', 'rule-hit', 'voice'] as const
export const actorClasses = [
  ...(['non-state-armed-group', 'state-army', 'police', 'mines-police', 'intelligence', 'local-authority', 'mines-division'] as const),
  ...(['saemape', 'ceec', 'ministry', 'cadastre', 'scheme', 'cooperative', 'trader', 'exporter', 'company', 'miners', 'unknown'] as const),
  ...(['civil-society', 'ngo', 'un', 'committee', 'private-sector', 'auditor'] as const),
] as const
export const confidentialities = ['public', 'members', 'restricted', 'protection'] as const
export const states = [
  ...([
    'reported',
    'triage',
    'under-verification',
    'confirmed',
    'unfounded',
    'actions-agreed',
    'mitigating',
    'resolved',
    'closed',
  ] as const),
  'reopened',
] as const
export const levels = ['local', 'territorial', 'provincial', 'ministry'] as const
