/* Statements of the checks as sentences: the code chooses the sentence, and facts that are codes become words. */
import { type Translate, wordOr } from '../../../../app/words.ts'
import type { Statement } from '../../contract.ts'

const statuses = {
  GREEN: 'green',
  YELLOW: 'yellow',
  RED: 'red',
  BLUE_ACTIVE: 'blue',
  BLUE_LAPSED_GREEN: 'blue',
  BLUE_PENDING: 'none',
  NONE: 'none',
  green: 'green',
  yellow: 'yellow',
  red: 'red',
  blue: 'blue',
} as const
const isStatus = (word: unknown): word is keyof typeof statuses => typeof word === 'string' && word in statuses

export function statementText(t: Translate, group: 'evidence' | 'threshold', { code, facts }: Statement): string {
  const words = Object.entries(facts).map(([name, fact]): readonly [string, unknown] => {
    if (name === 'status' && isStatus(fact)) return [name, t(`status.${statuses[fact]}`).toLowerCase()]
    if (name === 'kind' && typeof fact === 'string') return [name, wordOr(`dossier.organisation.${fact}`, fact)]
    return [name, fact]
  })
  return wordOr(`${group}.${code}`, code, Object.fromEntries(words))
}

/** Who can mend a check, by function and never by name. */
export const whoText = (role: string): string => wordOr(`role.${role}`, role.replaceAll('_', ' ').toLowerCase())
