/*
A series of bags on the scale, as steps of one hand: read a tag, type a mass, next. Pure, so that a test can count what a bag costs: a read by camera or
hand scanner is no touch, the mass is typed, one key ends the bag. It knows the bags of this telephone alone; the rules speak elsewhere.
*/
import type { Refusal } from '../../../../kernel/outcome.ts'
import { type KnownPrint, readTagCode } from '../tags/tag-code.ts'

export type ReadBy = 'camera' | 'scanner' | 'typing'
export interface SeriesBag {
  readonly lot: string
  readonly tag: string | null
  readonly massGrams: number
  readonly atMilliseconds: number
  /** On this device's calendar. */
  readonly day: string
  readonly held: boolean
  readonly site: string
  readonly siteName: string
  readonly holder: string
  readonly holderName: string
  readonly mineral: string
  readonly producedOn: string
  /** Begin of the series in which it was weighed. */
  readonly series: string
  readonly corrected?: boolean
  readonly voided?: boolean
}
export type Notice =
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly tag: string | null }
  | { readonly kind: 'duplicate'; readonly tag: string; readonly massGrams: number }
  | { readonly kind: 'saved'; readonly bag: SeriesBag }
export interface Series {
  readonly step: 'tag' | 'mass'
  readonly tag: string | null
  readonly typed: string
  readonly mass: string
  readonly notice: Notice | null
  /** Counts up with every read, so that ear and hand hear each one. */
  readonly heard: { readonly n: number; readonly as: 'read' | 'warning' }
  readonly bags: readonly SeriesBag[]
}
export type SeriesAct =
  | { readonly act: 'read'; readonly text: string; readonly by: ReadBy; readonly atMilliseconds: number; readonly mass?: string }
  | { readonly act: 'type'; readonly text: string }
  | { readonly act: 'take'; readonly tag: string | null }
  | { readonly act: 'mass'; readonly text: string }
  | { readonly act: 'back' }
  | { readonly act: 'saved'; readonly bag: SeriesBag }
  | { readonly act: 'changed'; readonly lot: string; readonly massGrams?: number; readonly voided?: true }

export const emptySeries = (bags: readonly SeriesBag[] = []): Series => ({
  ...{ step: 'tag', tag: null, typed: '', mass: '', notice: null, heard: { n: 0, as: 'read' }, bags },
})

/** A camera still looks at the bag that was just closed: its own tag is no second bag for so long. */
const SAME_BAG_MS = 4000

export function nextSeries(series: Series, act: SeriesAct, prints: readonly KnownPrint[] = []): Series {
  switch (act.act) {
    case 'read':
      return afterRead(series, act, prints)
    case 'type':
      return { ...series, typed: act.text, notice: series.notice?.kind === 'refused' ? null : series.notice }
    case 'take':
      return { ...series, step: 'mass', tag: act.tag, typed: '', mass: '', notice: null }
    case 'mass':
      return { ...series, mass: act.text }
    case 'back':
      return { ...series, step: 'tag', tag: null, mass: '', notice: null }
    case 'saved':
      return { ...emptySeries([act.bag, ...series.bags]), heard: series.heard, notice: { kind: 'saved', bag: act.bag } }
    case 'changed':
      return { ...series, notice: null, bags: series.bags.map((bag) => (bag.lot === act.lot ? changed(bag, act) : bag)) }
  }
}
const changed = (bag: SeriesBag, act: Extract<SeriesAct, { act: 'changed' }>): SeriesBag => ({
  ...bag,
  ...(act.massGrams === undefined ? {} : { massGrams: act.massGrams, corrected: true }),
  ...(act.voided ? { voided: true } : {}),
})

function afterRead(series: Series, read: Extract<SeriesAct, { act: 'read' }>, prints: readonly KnownPrint[]): Series {
  const code = readTagCode(read.text, prints)
  // What a machine read is what is printed: a false digit is a finding, and the bag is weighed. Fingers slip, so they are asked again.
  const seen = code.ok ? code.value.tag : read.by === 'typing' ? null : printed(code.refusal)
  if (seen === null) {
    const refusal = code.ok ? { code: 'tag-code-empty', facts: {} } : code.refusal
    return { ...series, notice: { kind: 'refused', refusal, tag: code.ok ? null : printed(refusal) }, heard: heard(series, 'warning') }
  }
  if (series.step === 'mass' && series.tag === seen) return read.mass === undefined ? series : { ...series, mass: read.mass }
  const same = series.bags.find((bag) => bag.tag === seen && !bag.voided)
  const mass = read.mass ?? series.mass
  if (!same)
    return {
      ...series,
      step: 'mass',
      tag: seen,
      typed: '',
      mass: series.step === 'mass' ? mass : '',
      notice: null,
      heard: heard(series, 'read'),
    }
  const isStillThere = read.by === 'camera' && same === series.bags[0] && read.atMilliseconds - same.atMilliseconds < SAME_BAG_MS
  if (isStillThere || isTold(series, seen)) return series
  return { ...series, mass, notice: { kind: 'duplicate', tag: seen, massGrams: same.massGrams }, heard: heard(series, 'warning') }
}
const isTold = ({ notice }: Series, tag: string): boolean => notice?.kind === 'duplicate' && notice.tag === tag
const heard = (series: Series, as: Series['heard']['as']): Series['heard'] => ({ n: series.heard.n + 1, as })
const printed = ({ code, facts }: Refusal): string | null =>
  code === 'tag-check-digit-wrong' && typeof facts['tag'] === 'string' ? facts['tag'] : null

export interface SeriesCount {
  readonly bags: number
  readonly massGrams: number
}
/** Voided bags are not counted. */
export function countBags(bags: readonly SeriesBag[], of: (bag: SeriesBag) => boolean): SeriesCount {
  const counted = bags.filter((bag) => !bag.voided && of(bag))
  return { bags: counted.length, massGrams: counted.reduce((sum, bag) => sum + bag.massGrams, 0) }
}
