/* The lists of bodies with their hashes: the domain has no cryptography, so the fingerprint is made here, once per list. */
import { createHash } from 'node:crypto'
import { rulebookText } from '../../../../kernel/rulebook.ts'
import { missionKindNames } from '../../domain/missions/member-bodies.ts'
import type { TeamRulesShown } from '../../domain/missions/proposal-answers.ts'
import { type PublishedTeamRules, teamRulebooks, teamRulesOn } from '../../domain/missions/team-rules.ts'

const published: ReadonlyMap<string, PublishedTeamRules> = new Map(
  teamRulebooks.map((book) => [book.id, { book, hash: createHash('sha256').update(rulebookText(book)).digest('hex') }]),
)

/** The list in force on a day, with its hash. */
export function publishedTeamRulesOn(day: string): PublishedTeamRules {
  const found = published.get(teamRulesOn(day).id)
  if (!found) throw new Error('a list of bodies that was not published')
  return found
}

export const teamRulesShown = ({ book, hash }: PublishedTeamRules): TeamRulesShown => ({
  id: book.id,
  from: book.from,
  title: book.title,
  hash,
  missingRequired: { ...book.values.missingRequired },
  kinds: missionKindNames.map((kind) => ({ kind, bodies: book.values.kinds[kind].map((one) => ({ ...one })) })),
})
