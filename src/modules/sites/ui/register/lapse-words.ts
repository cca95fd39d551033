/*
Which sentence explains that a clock ran out: what ran out, since when, and what the rule makes of the site since. Pure. It says
where the rule is our own reading and must be confirmed.
*/
import type { SitePage } from '../../domain/register/answers.ts'
import { isOver } from '../../domain/status/lapse.ts'

export type LapseSentence = 'green-blue' | 'green-none' | 'green-red' | 'yellow' | 'red' | 'blue-red'
export type LapseAdvice = 'renew' | 'risk-file' | 'ask-again'
export interface LapseWords {
  readonly what: LapseSentence
  readonly next: LapseAdvice
  readonly facts: { readonly [name: string]: string }
}
type Asked = Pick<SitePage['standing'], 'shown' | 'lapse' | 'colour' | 'basis' | 'since' | 'validUntil' | 'allows' | 'rulebook'>

/** `null` where nothing ran out, and for a colour that only a third party wrote down: no rule speaks of that. */
export function lapseWords(standing: Asked): LapseWords | null {
  const { lapse, since, validUntil, allows, rulebook } = standing
  if (lapse === null || standing.basis === 'reported') return null
  const what = sentenceOf(standing)
  if (what === null) return null
  const next = standing.colour === 'red' ? 'ask-again' : allows.produce === 'yes' ? 'risk-file' : 'renew'
  return { what, next, facts: { on: lapse.on, until: validUntil ?? '', since: since ?? '', rulebook: rulebook.id } }
}

function sentenceOf(standing: Asked): LapseSentence | null {
  const { lapse, colour } = standing
  if (lapse?.colour === 'green') return colour === 'blue' ? 'green-blue' : colour === 'red' ? 'green-red' : 'green-none'
  if (lapse?.colour === 'blue') return 'blue-red'
  return isOver(standing) && (lapse?.colour === 'yellow' || lapse?.colour === 'red') ? lapse.colour : null
}
