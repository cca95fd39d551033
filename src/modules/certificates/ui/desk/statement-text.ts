/* Statements of the checks as sentences: the code chooses the sentence, and facts that are codes become words. */
import { type Translate, currentLanguage, wordOr } from '../../../../app/words.ts'
import type { Statement } from '../../contract.ts'
import { amountText, withDays } from './amount-text.ts'

/** Facts whose values are codes, and where the word of each stands. */
const CODED: { readonly [fact: string]: string } = {
  status: 'dossier.status',
  kind: 'dossier.organisation',
  document: 'dossier.document',
  needs: 'dossier.card',
  fault: 'dossier.card-fault',
  because: 'dossier.suspended',
  category: 'dossier.incident',
  mineral: 'mineral',
  doubts: 'dossier.paper-doubt',
}

export function statementText(t: Translate, group: 'evidence' | 'threshold', { code, facts }: Statement): string {
  const words = Object.entries(facts).map(([name, fact]): readonly [string, unknown] => {
    const shelf = name === 'state' && code === 'incident-alleged' ? 'dossier.incident-state' : CODED[name]
    if (shelf !== undefined && typeof fact === 'string') return [name, wordOr(`${shelf}.${fact}`, fact)]
    if (shelf !== undefined && Array.isArray(fact)) return [name, fact.map((one) => wordOr(`${shelf}.${String(one)}`, String(one)))]
    if (name === 'to' && fact === null) return [name, t('dossier.paper.abroad')]
    if (typeof fact === 'string') return [name, withDays(fact)]
    const amount = typeof fact === 'number' ? amountText(currentLanguage(), { code, name, fact, unit: facts['unit'] }) : null
    if (amount !== null) return [name, amount]
    return [name, fact ?? '–']
  })
  return wordOr(`${group}.${code}`, code, Object.fromEntries(words))
}

/** Who can mend a check, by function and never by name. */
export const whoText = (role: string): string => wordOr(`role.${role}`, role.replaceAll('_', ' ').toLowerCase())
