/*
What changed between two versions of a sheet, facet by facet, and between two rounds, site by site. Worse and better are said of interference, where both
rounds know it, and of counts of victims, where both counted: an unknown is never a step for the better (D). Of the rest it is said only that it changed.
*/
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import type { Direction, RoundVerdict, SheetDiff, VictimKind } from '../../contract-sheet-answers.ts'
import type { Interference, SheetContent } from '../../contract-sheets.ts'

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)
const changed = <Value>(before: Value, after: Value): { before: Value; after: Value } | null =>
  same(before, after) ? null : { before, after }
const sets = <Value>(before: readonly Value[], after: readonly Value[]): { added: Value[]; removed: Value[] } => ({
  added: after.filter((one) => !before.some((other) => same(one, other))),
  removed: before.filter((one) => !after.some((other) => same(one, other))),
})
/** Lines with the same key are one thing whose content may have changed. */
function lists<Line>(
  before: readonly Line[],
  after: readonly Line[],
  keyOf: (line: Line) => string,
): { added: Line[]; removed: Line[]; changed: { before: Line; after: Line }[] } {
  const then = new Map(before.map((line) => [keyOf(line), line]))
  const now = new Map(after.map((line) => [keyOf(line), line]))
  return {
    added: [...now].flatMap(([key, line]) => (then.has(key) ? [] : [line])),
    removed: [...then].flatMap(([key, line]) => (now.has(key) ? [] : [line])),
    changed: [...then].flatMap(([key, line]) => {
      const other = now.get(key)
      return other === undefined || same(line, other) ? [] : [{ before: line, after: other }]
    }),
  }
}
function grouped<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[][] {
  const groups = new Map<string, Value[]>()
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value])
  return [...groups.values()]
}
const sorted = <Value extends string | null>(values: readonly Value[]): Value[] =>
  values.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))

type ActorLine = SheetContent['actors'][number]
/** By its number in the register, else as it was written; all that nobody named are one. */
const actorKey = ({ actor, written }: Pick<ActorLine, 'actor' | 'written'>): string =>
  actor ?? (written === null ? '' : `~${written.toLowerCase()}`)
const actorsOf = ({ actors }: SheetContent) =>
  grouped(actors, actorKey).flatMap(([first, ...rest]) =>
    first ? [{ actor: first.actor, written: first.written, roles: sorted([...new Set([first, ...rest].map((one) => one.role))]) }] : [],
  )
const modesOf = ({ modes }: SheetContent) =>
  grouped(modes, (one) => one.mode).flatMap(([first, ...rest]) =>
    first ? [{ mode: first.mode, stages: sorted([...new Set([first, ...rest].map((one) => one.stage))]) }] : [],
  )
const beneficiariesOf = ({ beneficiaries }: SheetContent) =>
  grouped(beneficiaries, (one) => one.kind).flatMap((group) => {
    const [first] = group
    const names = group.filter((one) => one.name !== null).length
    return first ? [{ kind: first.kind, grades: sorted(group.map((one) => one.grade)), names }] : []
  })

const RANK: { readonly [One in Interference]: number | null } = { none: 0, occasional: 1, regular: 2, permanent: 3, 'not-known': null }
const directionOf = (before: number | null, after: number | null): Direction =>
  before === null || after === null || before === after ? 'unknown' : after > before ? 'worse' : 'better'
const VICTIMS: readonly VictimKind[] = ['forcedLabour', 'children', 'sexualViolence']

export function diffSheets(before: SheetContent, after: SheetContent): SheetDiff {
  const moved = changed(before.interference, after.interference)
  return {
    interference: moved && { ...moved, direction: directionOf(RANK[moved.before], RANK[moved.after]) },
    reliability: changed(before.reliability, after.reliability),
    credibility: changed(before.credibility, after.credibility),
    corroborations: changed(before.corroborations.length, after.corroborations.length),
    siteKind: changed(before.siteKind, after.siteKind),
    legalState: changed(before.legalState, after.legalState),
    access: changed(before.access, after.access),
    nature: changed(before.nature, after.nature),
    name: changed(before.place.provisionalName, after.place.provisionalName),
    periodFrom: changed(before.periodFrom, after.periodFrom),
    periodUntil: changed(before.periodUntil, after.periodUntil),
    minerals: sets(before.minerals, after.minerals),
    actors: lists(actorsOf(before), actorsOf(after), actorKey),
    modes: lists(modesOf(before), modesOf(after), (one) => one.mode),
    beneficiaries: lists(beneficiariesOf(before), beneficiariesOf(after), (one) => one.kind),
    victims: VICTIMS.flatMap((kind) => {
      const count = changed(before.victims[kind], after.victims[kind])
      return count === null ? [] : [{ kind, ...count, direction: directionOf(count.before, count.after) }]
    }),
    responses: sets(before.responses, after.responses),
  }
}

export const isEmpty = (diff: SheetDiff): boolean =>
  Object.values(diff).every((part) => {
    if (part === null) return true
    if (Array.isArray(part)) return part.length === 0
    return 'added' in part && part.added.length === 0 && part.removed.length === 0 && !('changed' in part && part.changed.length > 0)
  })

/** Interference first; where it says nothing, the victims, if they all point one way. Abandoned is gone. */
export function verdictOf(before: SheetContent, after: SheetContent): RoundVerdict {
  if (after.siteKind === 'abandoned' && before.siteKind !== 'abandoned') return 'gone'
  const diff = diffSheets(before, after)
  if (isEmpty(diff)) return 'unchanged'
  if (diff.interference) return diff.interference.direction === 'unknown' ? 'changed' : diff.interference.direction
  const ways = new Set(diff.victims.map((one) => one.direction))
  const [only] = ways
  return ways.size === 1 && only !== undefined && only !== 'unknown' ? only : 'changed'
}

/** A version as a round knew it. `key`: the site of the register, else the sheet itself. */
export interface RoundSheet {
  readonly key: string
  readonly version: number
  readonly asOf: string
  readonly content: SheetContent
}
export interface RoundChange<Sheet extends RoundSheet = RoundSheet> {
  readonly key: string
  readonly verdict: RoundVerdict
  readonly before: Sheet | null
  readonly after: Sheet | null
  readonly diff: SheetDiff | null
}

/** Every site of either round, once. Of several sheets of a site in one round the newest speaks. */
export function diffRounds<Sheet extends RoundSheet>(before: readonly Sheet[], after: readonly Sheet[]): readonly RoundChange<Sheet>[] {
  const [then, now] = [newest(before), newest(after)]
  const keys = [...new Set([...then.keys(), ...now.keys()])].toSorted()
  return keys.map((key) => {
    const [old, fresh] = [then.get(key) ?? null, now.get(key) ?? null]
    if (old === null) return { key, verdict: 'new', before: null, after: fresh, diff: null }
    if (fresh === null) return { key, verdict: 'not-looked-again', before: old, after: null, diff: null }
    const { content } = fresh
    return { key, verdict: verdictOf(old.content, content), before: old, after: fresh, diff: diffSheets(old.content, content) }
  })
}
const newest = <Sheet extends RoundSheet>(sheets: readonly Sheet[]): Map<string, Sheet> =>
  new Map(sheets.toSorted((a, b) => (a.asOf === b.asOf ? a.version - b.version : a.asOf < b.asOf ? -1 : 1)).map((one) => [one.key, one]))
