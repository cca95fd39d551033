/* What the wall of a hall says, read off it: who has said what about an entry, cards by their dots, cards under each other. Pure. */
import type { RoundVerdict } from '../../contract-sheet-answers.ts'
import { type HallCard, type HallEntry, HallStep, type Stance, type WorkshopShown } from '../../contract-workshops.ts'

/** A group that wrote an entry agrees to it; the others have said, or have not yet. */
export interface StanceOfGroup {
  readonly group: number
  readonly name: string
  readonly stance: Stance | 'wrote' | 'not-yet'
  readonly reason: string | null
}
export const stancesOf = (entry: Pick<HallEntry, 'group' | 'stances'>, groups: readonly string[]): readonly StanceOfGroup[] =>
  groups.map((name, index) => {
    const group = index + 1
    if (entry.group === group) return { group, name, stance: 'wrote', reason: null }
    const taken = entry.stances.find((one) => one.group === group)
    return { group, name, stance: taken?.stance ?? 'not-yet', reason: taken?.reason ?? null }
  })
export const hasDissent = (entry: Pick<HallEntry, 'stances'>): boolean => entry.stances.some((one) => one.stance === 'dissent')
/** Every group has said what it thinks of it. */
export const isAnswered = (entry: Pick<HallEntry, 'group' | 'stances'>, groups: readonly string[]): boolean =>
  stancesOf(entry, groups).every((one) => one.stance !== 'not-yet')

/** Cards that hold dots, most first; the same number of dots, the same rank. */
export interface RankedCard {
  readonly rank: number
  readonly card: HallCard
  /** Of the highest, 0 to 1. */
  readonly share: number
}
export function rankedCards(cards: readonly HallCard[]): readonly RankedCard[] {
  const laid = cards.filter((card) => card.dots > 0).toSorted((a, b) => b.dots - a.dots || a.text.localeCompare(b.text, 'fr'))
  const most = laid[0]?.dots ?? 1
  return laid.map((card) => ({ card, rank: 1 + laid.filter((other) => other.dots > card.dots).length, share: card.dots / most }))
}

export interface OutlineLine {
  readonly card: HallCard
  readonly depth: number
}
export interface Outline {
  readonly effects: readonly OutlineLine[]
  readonly core: HallCard | null
  readonly causes: readonly OutlineLine[]
  /** Under nothing: in plenary somebody asks "why does it stand here?". */
  readonly loose: readonly OutlineLine[]
}
/** Effects above, the core, causes below; what hangs under no card stands apart, with what hangs under it. */
export function outlineOf(cards: readonly HallCard[]): Outline {
  const core = cards.find((card) => card.kind === 'core') ?? null
  const seen = new Set<string>(core ? [core.id] : [])
  const walk = (tops: readonly HallCard[], depth: number): OutlineLine[] =>
    tops
      .filter((card) => !seen.has(card.id))
      .toSorted((a, b) => b.dots - a.dots || a.text.localeCompare(b.text, 'fr'))
      .flatMap((card) => {
        seen.add(card.id)
        const below = cards.filter((one) => one.under === card.id)
        return [{ card, depth }, ...walk(below, depth + 1)]
      })
  const hung = (kind: HallCard['kind']): HallCard[] =>
    core === null ? [] : cards.filter((card) => card.under === core.id && card.kind === kind)
  const [effects, causes] = [walk(hung('effect'), 0), walk(hung('cause'), 0)]
  const known = new Set(cards.map((card) => card.id))
  return {
    effects,
    core,
    causes,
    loose: walk(
      cards.filter((card) => card.under === null || !known.has(card.under)),
      0,
    ),
  }
}

/** What would be frozen now. */
export interface WallCounts {
  readonly entries: number
  readonly dissents: number
  readonly unanswered: number
  readonly cards: number
  readonly dots: number
  readonly seats: number
}
export const wallCounts = ({ entries, cards, seats, convened }: WorkshopShown): WallCounts => ({
  ...{ entries: entries.length, cards: cards.length, seats: seats.length },
  dissents: entries.filter(hasDissent).length,
  unanswered: entries.filter((entry) => !isAnswered(entry, convened.groups)).length,
  dots: cards.reduce((sum, card) => sum + card.dots, 0),
})
/** For each group: places it wrote, stances it took of those asked of it, dots it laid of those it has. */
export interface GroupProgress {
  readonly group: number
  readonly name: string
  readonly seats: number
  readonly telephones: number
  readonly places: number
  readonly stances: number
  readonly asked: number
  readonly laid: number
  readonly budget: number
}
export const progressOf = ({ convened, seats, hall, entries, dots }: WorkshopShown): readonly GroupProgress[] =>
  convened.groups.map((name, index) => {
    const group = index + 1
    const others = entries.filter((entry) => entry.group !== group)
    const { laid = 0, budget = 0 } = dots.find((one) => one.group === group) ?? {}
    return {
      ...{ group, name, laid, budget, asked: others.length, places: entries.length - others.length },
      seats: seats.filter((seat) => seat.group === group).length,
      telephones: hall?.groups.find((one) => one.group === group)?.telephones.length ?? 0,
      stances: others.filter((entry) => entry.stances.some((one) => one.group === group)).length,
    }
  })

/** The name of an entry's place: the register's, or what the hall calls it. */
export const placeName = ({ content }: Pick<HallEntry, 'content'>, sites: WorkshopShown['sites']): string =>
  sites.find((one) => one.id === content.place.site)?.name ?? content.place.provisionalName ?? '–'

/** How many places went which way, heaviest first; what there is none of is not named. */
export const verdictCounts = (
  lines: readonly { readonly verdict: RoundVerdict }[],
): readonly { readonly verdict: RoundVerdict; readonly places: number }[] =>
  VERDICT_ORDER.map((verdict) => ({ verdict, places: lines.filter((line) => line.verdict === verdict).length })).filter(
    (one) => one.places > 0,
  )
export const VERDICT_ORDER: readonly RoundVerdict[] = ['worse', 'new', 'changed', 'not-looked-again', 'better', 'gone', 'unchanged']

/** The page before or after; the first and the last one stay. */
export const stepBeside = (step: HallStep, by: -1 | 0 | 1): HallStep => HallStep.options[HallStep.options.indexOf(step) + by] ?? step
