/* The kinds of bodies that a report names, as classes of actors of an incident. */
const CLASSES: { readonly [kind: string]: string } = {
  ...{ ministry: 'ministry', 'provincial-division': 'mines-division', saemape: 'saemape', ceec: 'ceec', 'mines-police': 'mines-police' },
  ...{ police: 'police', army: 'state-army', 'armed-group': 'non-state-armed-group', cooperative: 'cooperative', trader: 'trader' },
  ...{ exporter: 'exporter', processor: 'company', 'concession-holder': 'company', 'scheme-operator': 'scheme' },
}
export const actorsOf = (kinds: readonly string[]): readonly { readonly class: string }[] =>
  [...new Set(kinds.flatMap((kind) => CLASSES[kind] ?? []))].map((one) => ({ class: one }))
