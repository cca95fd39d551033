/* Statements of the checks as sentences: the code chooses the sentence, and facts that are codes become words. */
import { type Translate, wordOr } from '../../../../app/words.ts'
import type { Statement } from '../../contract.ts'

export function statementText(t: Translate, group: 'evidence' | 'threshold', { code, facts }: Statement): string {
  const words = Object.entries(facts).map(([name, fact]): readonly [string, unknown] => {
    if (name === 'status' && typeof fact === 'string') return [name, wordOr(`dossier.status.${fact}`, fact)]
    if (name === 'kind' && typeof fact === 'string') return [name, wordOr(`dossier.organisation.${fact}`, fact)]
    if (name === 'to' && fact === null) return [name, t('dossier.paper.abroad')]
    return [name, fact]
  })
  return wordOr(`${group}.${code}`, code, Object.fromEntries(words))
}

/** Who can mend a check, by function and never by name. */
export const whoText = (role: string): string => wordOr(`role.${role}`, role.replaceAll('_', ' ').toLowerCase())
