/*
Which written word was taken to mean what, read back from an observation. Two readings of one row differ only where a spelling was
corrected in between; that difference decides whether a recorded visit is amended, so nothing but spellings may enter here.
*/
import { type Infer, looseRecord, maybe, mustParse, text } from '../../kernel/schema.ts'
import { LocatedPosition } from '../../modules/places/contract.ts'
import { ReportedColour, SiteObservation, TraceabilityScheme } from '../../modules/sites/contract.ts'
import type { SpellingKind } from './spelling-kinds.ts'

export interface Meant {
  readonly kind: SpellingKind
  readonly asWritten: string
  readonly meaning: string
}
/** `was` or `now` is empty where the word led to nothing, as the class "Aucun" does. */
export interface Change {
  readonly kind: SpellingKind
  readonly asWritten: string
  readonly was: string
  readonly now: string
}

/** What the payloads of visits, colours and schemes have in common. */
const Told = looseRecord({
  position: maybe(LocatedPosition),
  positionOriginAsWritten: maybe(text()),
  observed: maybe(SiteObservation),
  reported: maybe(ReportedColour),
  scheme: maybe(TraceabilityScheme),
  asWritten: maybe(text()),
})

/** `services`: the row's services as written, in its order, because an observation keeps only what they mean. */
export function meaningsIn(payload: unknown, services: readonly string[]): readonly Meant[] {
  const { position, positionOriginAsWritten, observed, reported, scheme, asWritten } = mustParse(Told, payload)
  return [
    ...meant('location-origin', positionOriginAsWritten, position?.origin),
    ...meant('qualification', asWritten, reported),
    ...meant('traceability', asWritten, scheme),
    ...(observed ? seenMeanings(observed, services) : []),
  ]
}

function seenMeanings(observed: Infer<typeof SiteObservation>, services: readonly string[]): readonly Meant[] {
  const minerals = observed.minerals ?? []
  const armed = observed.armed ?? []
  return [
    ...minerals.flatMap((one) => meant('mineral', one.asWritten, one.mineral)),
    ...(observed.services ?? []).flatMap((meaning, at) => meant('service', services[at], meaning)),
    ...armed.flatMap((one) => meant('armed-group', one.actorAsWritten, one.actor)),
    ...armed.flatMap((one) => meant('armed-class', one.classAsWritten, one.actorClass)),
    ...armed.flatMap((one) => meant('frequency', one.frequencyAsWritten, one.frequency)),
  ]
}

const meant = (kind: SpellingKind, asWritten: string | undefined, meaning: string | undefined): readonly Meant[] =>
  asWritten === undefined || meaning === undefined ? [] : [{ kind, asWritten, meaning }]

/** Words whose meaning is another now, in the order of `after`, then of `before`. */
export function changesBetween(before: readonly Meant[], after: readonly Meant[]): readonly Change[] {
  const [old, fresh] = [byWord(before), byWord(after)]
  const changes: Change[] = []
  for (const [key, { kind, asWritten }] of new Map([...fresh, ...old])) {
    const [was, now] = [old.get(key)?.meaning ?? '', fresh.get(key)?.meaning ?? '']
    if (was !== now) changes.push({ kind, asWritten, was, now })
  }
  return changes
}

/** A mixed ore means several letters: they are one meaning, `Sn+Ta`. */
function byWord(all: readonly Meant[]): ReadonlyMap<string, Meant> {
  const groups = Map.groupBy(all, (one) => `${one.kind}|${one.asWritten}`)
  return new Map(
    [...groups].flatMap(([key, [first, ...more]]) => {
      if (!first) return []
      const meaning = [...new Set([first, ...more].map((one) => one.meaning))].sort().join('+')
      return [[key, { ...first, meaning }] as const]
    }),
  )
}

const LONGEST_REASON = 400
/** The reason of a void or a correction, in the words of the table. */
export function reasonOf(changes: readonly Change[]): string {
  const said = new Set(changes.map(({ asWritten, was, now }) => `« ${asWritten} » = ${now || '–'} (${was || '–'})`))
  const whole = `Graphie corrigée / spelling corrected: ${[...said].join(' ; ')}`
  return whole.length <= LONGEST_REASON ? whole : `${whole.slice(0, LONGEST_REASON - 2).toWellFormed()}…`
}
