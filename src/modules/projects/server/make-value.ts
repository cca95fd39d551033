/*
Makes a value out of the record or out of what was typed: asks the measure for the period, for what came late of earlier ones, and for the cumulative figure; takes out what may not be
told; seals the true counts for the guard. Asked while the head of the log is held, so that nothing that was learned before can turn up afterwards.
*/
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import type { Measure, MeasureAsk, MeasureCell } from '../../../kernel/measure.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Release, type ReleasedCell, differencing } from '../../../kernel/disclosure/release-guard.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { openCounts, sealCounts } from '../../../platform/keys/seal-counts.ts'
import type { Cumulates, OpenProject, PlanIndicator } from '../contract.ts'
import type { DraftValue, LatePart, RestateValue, ToldNumber } from '../contract-values.ts'
import { cumulatesAs, spanWithin, sumOf } from '../domain/cumulate.ts'
import { showsFew } from '../domain/moved.ts'
import { type Period, periodsOf } from '../domain/periods.ts'
import { type Counted, type Telling, type Told, WITHHELD, tell } from '../domain/tell.ts'
import { type IndicatorValues, type Made, type PeriodValue, coveredUntil, standing } from '../domain/value.ts'
import type { ProjectHouse } from './house.ts'

export interface Making {
  readonly tenant: string
  readonly now: string
  readonly project: OpenProject
  readonly indicator: PlanIndicator
  readonly period: Period
  readonly state: IndicatorValues
}
interface Counting {
  readonly measure: Measure<Tx> | null
  readonly touchesPersons: boolean
}

/** Refusals: `evidence-needed`, `typed-value-needed`, `value-comes-from-record`, `unknown-measure`, `parts-not-divided-so`, `persons-are-whole`, `parts-do-not-add-up`. */
export async function makeDraft(
  house: ProjectHouse,
  tx: Tx,
  { making, given }: { readonly making: Making; readonly given: DraftValue },
): Promise<Outcome<Made>> {
  const { source } = making.indicator
  if (source.kind === 'manual') {
    if (given.typed === undefined) return refused('typed-value-needed')
    if (given.evidence === undefined) return refused('evidence-needed')
    return typedValue(house, making, { ...given, typed: given.typed, evidence: given.evidence })
  }
  if (given.typed !== undefined) return refused('value-comes-from-record')
  const measure = house.measures().find((one) => one.id === source.measure)
  if (measure === undefined) return refused('unknown-measure', { measure: source.measure })
  const counting: Counting = { measure, touchesPersons: measure.touchesPersons }
  const ask = askWith(tx, measure, making.tenant)
  const { from, until } = making.period
  const learned = { after: null, until: making.now }
  const counted = await countedBy(ask, { occurred: { from, to: until }, learned, by: [] }, source.by)
  const late = making.indicator.cumulates === 'latest' ? [] : await lateParts(ask, making, counting)
  const span = cumulatesOf(making, counting) === 'span' ? await overAllTime(ask, making, counting) : null
  return accepted(valueOf(house, making, { counting, counted, late, span, evidence: given.evidence ?? null }))
}

type Typed = Required<Pick<RestateValue, 'evidence'>> & { readonly typed: NonNullable<DraftValue['typed']> }
function typedValue(house: ProjectHouse, making: Making, { typed, evidence }: Typed): Outcome<Made> {
  const { source } = making.indicator
  const stranger = typed.parts.find(({ by }) => !source.by.includes(by))
  if (stranger !== undefined) return refused('parts-not-divided-so', { by: stranger.by })
  const touchesPersons = touchesPersonsOf(house, making.indicator)
  const parts = typed.parts.map(({ by, key, numerator, denominator = null }) => ({ by, key, numerator, denominator }))
  const counted: Counted = { numerator: typed.numerator, denominator: typed.denominator ?? null, parts }
  // Of persons the parts are rounded and withheld: nobody could see later that they do not add up.
  if (touchesPersons && ![counted, ...parts].every((one) => arePersons(one, making.indicator.unit))) return refused('persons-are-whole')
  const wrong = touchesPersons && making.indicator.unit === 'number' ? dividedWrong(counted) : null
  if (wrong !== null) return refused('parts-do-not-add-up', { by: wrong })
  return accepted(valueOf(house, making, { counting: { measure: null, touchesPersons }, counted, late: [], span: null, evidence }))
}
/** Nobody counts half a person or fewer than none; a sum of scores may be both. */
function arePersons({ numerator, denominator }: Pick<Counted, 'numerator' | 'denominator'>, unit: PlanIndicator['unit']): boolean {
  const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
  return (unit === 'score' || isCount(numerator)) && (denominator === null || isCount(denominator))
}
const dividedWrong = ({ numerator, parts }: Counted): string | null =>
  [...Map.groupBy(parts, ({ by }) => by)].find(([, group]) => group.reduce((sum, one) => sum + one.numerator, 0) !== numerator)?.[0] ?? null
/** What stands in the place of what was locked: typed, or asked of the record again, of what was known when it was locked and still stands. */
export async function makeRestatement(
  house: ProjectHouse,
  tx: Tx,
  { making, given }: { readonly making: Making; readonly given: RestateValue },
): Promise<Outcome<Made>> {
  const { source } = making.indicator
  const { typed, evidence } = given
  if (source.kind === 'manual') return typed === undefined ? refused('typed-value-needed') : typedValue(house, making, { typed, evidence })
  if (typed !== undefined) return refused('value-comes-from-record')
  const measure = house.measures().find((one) => one.id === source.measure)
  if (measure === undefined) return refused('unknown-measure', { measure: source.measure })
  const counting: Counting = { measure, touchesPersons: measure.touchesPersons }
  const counted = await stillCounted(tx, measure, { ...making, asOf: making.state.get(making.period.period)?.content.asOf ?? making.now })
  return accepted(valueOf(house, making, { counting, counted, late: [], span: null, evidence }))
}
interface Still {
  readonly tenant: string
  readonly now: string
  readonly period: Period
  readonly indicator: PlanIndicator
  /** What was learned until then is meant. */
  readonly asOf: string
}
/**
 * What was known at an instant and still stands: all that is known now without what was learned since. Of what does not add up (unique persons) all that is known now, which is never
 * less than what still stands.
 */
export async function stillCounted(tx: Tx, measure: Measure<Tx>, { tenant, now, period, indicator, asOf }: Still): Promise<Counted> {
  const ask = askWith(tx, measure, tenant)
  const by = indicator.source.by
  const known = (after: string | null) =>
    countedBy(ask, { occurred: { from: period.from, to: period.until }, learned: { after, until: now }, by: [] }, by)
  const all = await known(null)
  if (!measure.addsUp) return all
  const since = await known(asOf)
  const minus = (a: number, b: number | undefined): number => Math.max(0, a - (b ?? 0))
  const less = <Row extends { readonly numerator: number; readonly denominator: number | null }>(
    one: Row,
    two: { readonly numerator: number; readonly denominator: number | null } | undefined,
  ): Row => ({
    ...one,
    numerator: minus(one.numerator, two?.numerator),
    denominator: one.denominator === null ? null : minus(one.denominator, two?.denominator ?? 0),
  })
  const parts = all.parts.map((one) =>
    less(
      one,
      since.parts.find((other) => other.by === one.by && other.key === one.key),
    ),
  )
  return { ...less({ numerator: all.numerator, denominator: all.denominator }, since), parts }
}
/** The true counts behind a locked value: of persons out of what was sealed, else as they were told. */
export function trueCounts(house: ProjectHouse, indicator: string, value: PeriodValue): Pick<Counted, 'numerator' | 'denominator'> | null {
  const sealed = value.restated?.sealed ?? value.sealed
  const { numerator, denominator } = standing(value)
  if (!value.content.touchesPersons) return numerator === null ? null : { numerator, denominator }
  if (sealed === null) return null
  const cells = new Map(openedFrom(house, indicator, sealed).map(({ cell, count }) => [cell, count]))
  const at = `${indicator}/${value.content.period}`
  const whole = cells.get(at)
  if (whole !== undefined) return { numerator: whole, denominator: null }
  const share = cells.get(`${at}#n`)
  return share === undefined ? null : { numerator: share, denominator: cells.get(`${at}#d`) ?? 0 }
}

export const touchesPersonsOf = (house: ProjectHouse, { source }: PlanIndicator): boolean =>
  source.kind === 'manual' ? source.touchesPersons : (house.measures().find((one) => one.id === source.measure)?.touchesPersons ?? true)

type Ask = (asked: MeasureAsk) => Promise<readonly MeasureCell[]>
const askWith =
  (tx: Tx, measure: Measure<Tx>, tenant: string): Ask =>
  (asked) =>
    measure.ask(tx, tenant, asked)
const totalOf = (cells: readonly MeasureCell[]): Pick<Counted, 'numerator' | 'denominator'> => ({
  numerator: cells.reduce((sum, one) => sum + one.numerator, 0),
  denominator: cells.some((one) => one.denominator !== null) ? cells.reduce((sum, one) => sum + (one.denominator ?? 0), 0) : null,
})
async function countedBy(ask: Ask, asked: MeasureAsk, dimensions: readonly string[]): Promise<Counted> {
  const total = totalOf(await ask(asked))
  const parts: Counted['parts'][number][] = []
  for (const by of dimensions)
    for (const cell of await ask({ ...asked, by: [by] }))
      parts.push({ by, key: cell.of[by] ?? 'unknown', numerator: cell.numerator, denominator: cell.denominator })
  return { ...total, parts }
}

const tellingOf = ({ indicator, period }: Making, { touchesPersons }: Counting, table = period.period): Telling => ({
  ...{ unit: indicator.unit, touchesPersons },
  table: `${indicator.id}/${table}`,
})
const cumulatesOf = ({ indicator }: Pick<Making, 'indicator'>, { touchesPersons, measure }: Counting): Cumulates =>
  measure !== null && !measure.addsUp && indicator.cumulates === 'sum'
    ? 'span'
    : cumulatesAs(indicator.cumulates, { unit: indicator.unit, touchesPersons })
/** How an indicator of a plan adds up, whatever was wished: unique persons of two quarters are no sum. */
export function cumulatesIn(house: ProjectHouse, indicator: PlanIndicator): Cumulates {
  const { source } = indicator
  const measure = source.kind === 'manual' ? null : (house.measures().find((one) => one.id === source.measure) ?? null)
  return cumulatesOf({ indicator }, { measure, touchesPersons: touchesPersonsOf(house, indicator) })
}

/** Of each earlier period what is in no locked value yet. Of persons fewer than ten wait for a later period, untold. */
async function lateParts(ask: Ask, making: Making, counting: Counting): Promise<readonly LatePart[]> {
  const found: LatePart[] = []
  for (const one of periodsOf(making.project)) {
    if (one.period >= making.period.period) break
    const after = coveredUntil(making.state, one.period)
    const counted = totalOf(await ask({ occurred: { from: one.from, to: one.until }, learned: { after, until: making.now }, by: [] }))
    if (counted.numerator === 0 && (counted.denominator ?? 0) === 0) continue
    const { told } = tell({ ...counted, parts: [] }, tellingOf(making, counting, `late/${one.period}`))
    if (told.state === 'withheld') continue
    found.push({ period: one.period, after, until: making.now, told })
  }
  return found
}
/** Of unique persons: asked from the first day on. Where fewer than ten lie between it and the last one told, that one stands. */
async function overAllTime(
  ask: Ask,
  making: Making,
  counting: Counting,
): Promise<{ readonly told: ToldNumber; readonly cells: readonly ReleasedCell[] }> {
  const { from } = periodsOf(making.project)[0] ?? making.period
  const occurred = { from, to: making.period.until }
  const total = totalOf(await ask({ occurred, learned: { after: null, until: making.now }, by: [] }))
  const telling = tellingOf(making, counting, 'span')
  return tell({ ...total, parts: [] }, telling)
}

interface Ready {
  readonly counting: Counting
  readonly counted: Counted
  readonly late: readonly LatePart[]
  readonly span: { readonly told: ToldNumber; readonly cells: readonly ReleasedCell[] } | null
  readonly evidence: Made['content']['evidence']
}
function valueOf(house: ProjectHouse, making: Making, { counting, counted, late, span, evidence }: Ready): Made {
  const { indicator, period, state } = making
  const { told, parts, cells, asOf } = keptOwn(house, making, { ...tell(counted, tellingOf(making, counting)), counting })
  const before = [...state].findLast(([of, one]) => of < period.period && one.status === 'locked')?.[1] ?? null
  const kind = cumulatesOf(making, counting)
  const restated = [...state.values()].flatMap(({ restatements }) =>
    // By when the figure before was drafted: what was accepted between its draft and its lock is not in it.
    restatements.flatMap((one) => (before !== null && one.at > before.content.asOf ? [{ before: one.before, now: one.told }] : [])),
  )
  const kept = span === null ? null : heldBack(house, { before, span, indicator: indicator.id })
  const cumulative =
    kept !== null
      ? counting.touchesPersons
        ? withinSpan(kept.told, making, { told, late })
        : kept.told
      : kind === 'sum'
        ? sumOf({ unit: indicator.unit, before: before?.content.cumulative ?? null, own: told, late, restated })
        : told
  const content = {
    ...{ period: period.period, told, parts: [...parts], late: [...late], cumulative, evidence, asOf },
    ...{ source: counting.measure === null ? ('manual' as const) : ('measure' as const), touchesPersons: counting.touchesPersons },
    ...{ measure: counting.measure?.id ?? null, measureVersion: counting.measure?.version ?? null },
  }
  return { content, sealed: counting.touchesPersons ? sealedIn(house, indicator.id, [...cells, ...(kept?.cells ?? [])]) : null }
}
/**
 * A draft of persons that the record is asked for again stays the one that stood, as of then, while fewer than ten lie between: a refusal, or a newer instant beside the same number,
 * would say that a few had moved. They come late.
 */
function keptOwn(
  house: ProjectHouse,
  { indicator, period, state, now }: Making,
  { counting, ...made }: Told & { readonly counting: Counting },
): Told & { readonly asOf: string } {
  const before = state.get(period.period)
  if (before?.status !== 'draft' || before.sealed === null || counting.measure === null) return { ...made, asOf: now }
  const cells = openedFrom(house, indicator.id, before.sealed).filter(({ cell }) => !isSpan(cell))
  const { told, parts, asOf } = before.content
  const isSame = canonicalJson({ told, parts }) === canonicalJson({ told: made.told, parts: made.parts })
  const isFew = showsFew(before.content, made) || differencing([{ id: 'before', cells }], { id: 'now', cells: made.cells }).length > 0
  return isSame || isFew ? { told, parts, cells, asOf } : { ...made, asOf: now }
}
function withinSpan(
  told: ToldNumber,
  { indicator, period, project, state }: Making,
  own: { readonly told: ToldNumber; readonly late: readonly LatePart[] },
): ToldNumber {
  if (indicator.unit !== 'number') return told
  const earlier = periodsOf(project).filter((one) => one.period < period.period)
  const lockedOnes = [...state.values()].filter(({ status, content }) => status === 'locked' && content.period < period.period)
  const late = [...lockedOnes.flatMap(({ content }) => content.late), ...own.late]
  const quarters = earlier.flatMap((one) => {
    const found = lockedOnes.find(({ content }) => content.period === one.period)
    // A quarter that was passed over is told as late, or not at all.
    return found !== undefined ? [standing(found)] : late.some((part) => part.period === one.period) ? [] : [WITHHELD]
  })
  return spanWithin(told, { quarters: [...quarters, own.told], late: late.map((part) => part.told) })
}
/** The cumulative figure of persons stays the one told before while fewer than ten lie between. */
function heldBack(
  house: ProjectHouse,
  {
    before,
    span,
    indicator,
  }: {
    readonly before: { readonly sealed: string | null; readonly content: { readonly cumulative: ToldNumber } } | null
    readonly span: NonNullable<Ready['span']>
    readonly indicator: string
  },
): NonNullable<Ready['span']> {
  const sealed = before?.sealed ?? null
  const earlier = sealed === null ? [] : openedFrom(house, indicator, sealed).filter(({ cell }) => isSpan(cell))
  if (
    before === null ||
    earlier.length === 0 ||
    differencing([{ id: 'before', cells: earlier }], { id: 'now', cells: span.cells }).length === 0
  )
    return span
  return { told: before.content.cumulative, cells: earlier }
}
const isSpan = (cell: string): boolean => cell.includes('/span')

const sealedIn = ({ secret }: ProjectHouse, indicator: string, cells: readonly ReleasedCell[]): string =>
  sealCounts(cells, { secret, release: `indicator:${indicator}` }).toString('base64')
const openedFrom = ({ secret }: ProjectHouse, indicator: string, sealed: string): readonly ReleasedCell[] =>
  openCounts(Buffer.from(sealed, 'base64'), { secret, release: `indicator:${indicator}` })

/** Cells of the period by which a few persons could be seen beside what was told of it before. */
export function movedByFew(
  house: ProjectHouse,
  { indicator, value, made }: { readonly indicator: string; readonly value: PeriodValue | undefined; readonly made: Outcome<Made> | null },
): readonly string[] {
  if (value === undefined || made === null || !made.ok || made.value.sealed === null) return []
  const cellsOf = (id: string, sealed: string): Release => ({
    id,
    cells: openedFrom(house, indicator, sealed).filter(({ cell }) => !isSpan(cell)),
  })
  // All that was ever told of the period: what was locked stays to be seen beside every restatement.
  const told = [{ ...value.content, sealed: value.sealed }, ...value.restatements].filter(({ sealed }) => sealed !== null)
  const earlier = told.flatMap(({ sealed }, at) => (sealed === null ? [] : [cellsOf(`before ${at}`, sealed)]))
  const few = [...new Set(differencing(earlier, cellsOf('now', made.value.sealed)).map(({ cell }) => cell))]
  const { content } = made.value
  return few.length === 0 && told.some((one) => showsFew(one, content)) ? ['between'] : few
}
