/* What a category makes likely, and how grave that is (D): shown before a file is opened, as the file will have it. */
import type { AnnexRisk, IncidentCategory, IncidentSeverity } from './contract.ts'

const armed: readonly string[] = ['non-state-armed-group']
const forces: readonly string[] = ['state-army', 'police', 'mines-police', 'intelligence']

/** What a category makes likely until somebody has looked (D); taxes and presence by who is said to stand behind them. */
export function risksOf(category: IncidentCategory, classes: readonly string[]): readonly AnnexRisk[] {
  switch (category) {
    case 'illegal-tax':
    case 'armed-presence':
    case 'roadblock':
      if (classes.some((one) => armed.includes(one))) return ['A2']
      if (classes.some((one) => forces.includes(one))) return ['A3']
      // Nobody says who: the graver of the two, until it is known.
      return category === 'armed-presence' ? ['A2'] : ['A3']
    case 'child-labour':
      return ['A1c']
    case 'forced-labour':
      return ['A1b']
    case 'violence':
    case 'sexual-violence':
      return ['A1d']
    case 'fraud':
    case 'tag-misuse':
    case 'corruption':
    case 'untagged-mineral':
      return ['A4']
    case 'missing-record':
    case 'accident':
    case 'environment':
    case 'other':
      return []
  }
}

/** A risk that stops, one that is mitigated, anything else (D). */
export function severityOf(risks: readonly AnnexRisk[]): IncidentSeverity {
  if (risks.some((risk) => risk.startsWith('A1') || risk === 'A2')) return 1
  return risks.length > 0 ? 2 : 3
}
