/*
What is wrong with a tree, card by card. A finding that blocks keeps the tree from being frozen; the others ask to think again and refuse nothing. Which
block and which do not is our own rule (D).
*/
import type { Card, CardId, Finding, FindingCode, TreeContent } from '../../contract-trees.ts'
import { circling, longestWays, neighboursOf, reached } from './graph.ts'

/** A cause of a cause: whoever asks "why?" only once has not asked. */
export const LEAST_DEPTH = 2
const BLOCKING: ReadonlySet<FindingCode> = new Set(['no-core', 'several-cores', 'cycle', 'orphan', 'too-shallow', 'cause-untied'])
export const blocks = (code: FindingCode): boolean => BLOCKING.has(code)

export function checkTree(content: TreeContent): readonly Finding[] {
  const { cards } = content
  const cores = cards.filter((one) => one.kind === 'core')
  const circle = circling(content)
  const joined = joinedTo(content, cores)
  const ofTree: FindingCode[] = [
    ...(cores.length === 0 ? (['no-core'] as const) : []),
    ...(cores.length > 0 && depthOfCauses(content, cores) < LEAST_DEPTH ? (['too-shallow'] as const) : []),
    ...(cores.length > 0 && !cards.some((one) => one.kind === 'effect') ? (['no-effect'] as const) : []),
  ]
  const ofCards = cards.flatMap((card): readonly (readonly [FindingCode, CardId])[] =>
    codesOf(card, { isOneOfCores: cores.length > 1, circles: circle.has(card.id), isJoined: joined.has(card.id) }).map((code) => [
      code,
      card.id,
    ]),
  )
  return [...ofTree.map((code) => [code, null] as const), ...ofCards].map(([code, card]) => ({ code, card, blocks: blocks(code) }))
}

function codesOf(
  card: Card,
  { isOneOfCores, circles, isJoined }: { readonly isOneOfCores: boolean; readonly circles: boolean; readonly isJoined: boolean },
): readonly FindingCode[] {
  const found: FindingCode[] = []
  if (card.kind === 'core' && isOneOfCores) found.push('several-cores')
  if (circles) found.push('cycle')
  if (card.kind !== 'core' && !isJoined) found.push('orphan')
  if (card.kind === 'cause' && card.sites.length === 0 && card.zones.length === 0) found.push('cause-untied')
  if (saysAbsence(card.text)) found.push('absence-of-solution')
  if (card.isChosen && card.action === null) found.push('chosen-without-action')
  return found
}

/** Causes that lead to a core, and effects that come from one. */
function joinedTo({ cards, arrows }: TreeContent, cores: readonly Card[]): ReadonlySet<CardId> {
  const start = cores.map((one) => one.id)
  const leading = reached(neighboursOf(arrows, 'from'), start)
  const following = reached(neighboursOf(arrows, 'to'), start)
  return new Set(
    cards.filter((one) => (one.kind === 'cause' ? leading : one.kind === 'effect' ? following : leading).has(one.id)).map((one) => one.id),
  )
}

/** The most arrows from a cause to a core, through causes alone. */
export function depthOfCauses({ cards, arrows }: TreeContent, cores: readonly Card[]): number {
  const causes = new Set(cards.filter((one) => one.kind === 'cause').map((one) => one.id))
  const brings = neighboursOf(arrows, 'from')
  const start = cores.map((one) => one.id)
  const below = [...reached(brings, start)].filter((one) => causes.has(one))
  const follows = neighboursOf(arrows, 'to')
  const upwards = (one: CardId): readonly CardId[] =>
    (follows.get(one) ?? []).filter((other) => start.includes(other) || (causes.has(other) && below.includes(other)))
  return Math.max(0, ...longestWays(below, upwards).values())
}

/*
A problem is what is there, not the solution that is missing: "no road" knows its answer before anybody asked why. Found by how such cards begin
in French and in English; a warning, because language has more ways than a list.
*/
const ABSENCES: readonly RegExp[] = [
  /^(?:(?:le|la|l['’]|un|une|du|de l['’])\s*)?(?:manque|absence|d[ée]faut|inexistence|p[ée]nurie|carence|non[- ]existence)\s+(?:de|d['’]|du|des|en)/iu,
  /^(?:il n['’]y a |on n['’]a |n['’]a )?(?:pas (?:de|d['’]|assez)|aucune?\s|point de)/iu,
  /^(?:the |a )?(?:lack|absence|shortage|want) of\b/iu,
  /^(?:there (?:is|are) )?(?:no|not any|not enough)\s/iu,
  /^(?:missing|inexistent|non-existent)\s/iu,
]
export const saysAbsence = (text: string): boolean => ABSENCES.some((one) => one.test(text.trim()))
