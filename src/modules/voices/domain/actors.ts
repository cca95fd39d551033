/*
The kinds of bodies that a report names, as classes of actors of an incident. A kind that may sit at the desk must have a class: else the body from
which the report was kept reads it again as an incident.
*/
const BOTH = ['civil-society', 'ngo'] as const
const CLASSES: { readonly [kind: string]: string | readonly string[] } = {
  ...{ 'civil-society': BOTH, ngo: BOTH, un: 'un' },
  ...{ ministry: 'ministry', 'provincial-division': 'mines-division', saemape: 'saemape', ceec: 'ceec', 'mines-police': 'mines-police' },
  ...{ cadastre: 'cadastre', committee: 'committee', 'private-sector': 'private-sector', auditor: 'auditor' },
  ...{ police: 'police', army: 'state-army', 'armed-group': 'non-state-armed-group', cooperative: 'cooperative', trader: 'trader' },
  ...{ exporter: 'exporter', processor: 'company', 'concession-holder': 'company', 'scheme-operator': 'scheme' },
}
export const actorsOf = (kinds: readonly string[]): readonly { readonly class: string }[] =>
  [...new Set(kinds.flatMap((kind) => CLASSES[kind] ?? []))].map((one) => ({ class: one }))
