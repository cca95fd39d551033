/* From what stands in the forms of a plan to the plan, and back; pure, so that what a newcomer can type is tried without a browser. `null` while something is missing. */
import { addDays, addMonths } from '../../../kernel/calendar.ts'
import type { IndicatorSource, PlanActivity, PlanIndicator, PlanResult, ReportDue } from '../contract.ts'
import { numberIn } from './typed-form.ts'

/** A text in French, and in English where something stands there. */
export const saidOf = (fr: string, en: string) => ({ fr: fr.trim(), ...(en.trim() === '' ? {} : { en: en.trim() }) })
const filled = (...texts: readonly string[]): boolean => texts.every((one) => one.trim() !== '')
const plain = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value).replace('.', ','))

/** The one thing in its place, or at the end where it is new. */
export const put = <Thing extends { readonly id: string }>(things: readonly Thing[], thing: Thing): readonly Thing[] =>
  things.some(({ id }) => id === thing.id) ? things.map((one) => (one.id === thing.id ? thing : one)) : [...things, thing]

export interface MilestoneForm {
  readonly on: string
  readonly value: string
}
export interface IndicatorForm {
  readonly result: string
  readonly code: string
  readonly fr: string
  readonly en: string
  readonly unit: PlanIndicator['unit']
  readonly direction: PlanIndicator['direction']
  readonly cumulates: PlanIndicator['cumulates']
  readonly baseline: string
  readonly baselineOn: string
  readonly target: string
  readonly targetOn: string
  readonly milestones: readonly MilestoneForm[]
  readonly responsible: string
  readonly method: string
}
export const indicatorForm = (
  found: PlanIndicator | null,
  { startsOn, endsOn, result }: { readonly startsOn: string; readonly endsOn: string; readonly result: string },
): IndicatorForm => ({
  ...{ result: found?.result ?? result, code: found?.code ?? '', fr: found?.statement.fr ?? '', en: found?.statement.en ?? '' },
  ...{ unit: found?.unit ?? 'number', direction: found?.direction ?? 'up', cumulates: found?.cumulates ?? 'sum' },
  ...{ baseline: found === null ? '0' : plain(found.baseline.value), baselineOn: found?.baseline.on ?? startsOn },
  ...{ target: plain(found?.target.value), targetOn: found?.target.on ?? endsOn },
  milestones: (found?.milestones ?? []).map(({ on, value }) => ({ on, value: plain(value) })),
  ...{ responsible: found?.responsible ?? '', method: found?.method ?? '' },
})
/** A baseline that nobody knows is left empty; a line of milestones is whole or empty. */
export function indicatorOf(
  form: IndicatorForm,
  { id, source }: { readonly id: string; readonly source: IndicatorSource | null },
): object | null {
  const target = numberIn(form.target)
  const baseline = form.baseline.trim() === '' ? null : numberIn(form.baseline)
  const lines = form.milestones.filter(({ on, value }) => on !== '' || value.trim() !== '')
  const milestones = lines.flatMap(({ on, value }) => {
    const number = numberIn(value)
    return on === '' || number === null ? [] : [{ on, value: number }]
  })
  if (source === null || target === null || milestones.length !== lines.length) return null
  if (!filled(form.result, form.code, form.fr, form.responsible, form.baselineOn, form.targetOn)) return null
  if (baseline === null && form.baseline.trim() !== '') return null
  return {
    ...{ id, result: form.result, code: form.code.trim(), statement: saidOf(form.fr, form.en), source, unit: form.unit },
    ...{ direction: form.direction, cumulates: form.cumulates, responsible: form.responsible.trim() },
    ...{ baseline: { value: baseline, on: form.baselineOn }, target: { value: target, on: form.targetOn } },
    milestones: milestones.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    ...(form.method.trim() === '' ? {} : { method: form.method.trim() }),
  }
}

export interface ActivityForm {
  readonly result: string
  readonly code: string
  readonly fr: string
  readonly en: string
  readonly sector: PlanActivity['sector']
  readonly modality: PlanActivity['modality']
  readonly implementer: string
  readonly province: string
  readonly territoire: string
  readonly from: string
  readonly until: string
  readonly status: PlanActivity['status']
  readonly beneficiary: PlanActivity['beneficiary']
  readonly targeted: string
  /** An indicator of the plan, `new` for one that is made with it, or nothing. */
  readonly reachedBy: string
  readonly isProtection: boolean
}
export const activityForm = (
  found: PlanActivity | null,
  given: { readonly startsOn: string; readonly endsOn: string; readonly result: string; readonly isProtection: boolean },
): ActivityForm => ({
  ...{ result: found?.result ?? given.result, code: found?.code ?? '', fr: found?.title.fr ?? '', en: found?.title.en ?? '' },
  ...{ sector: found?.sector ?? 'mining', modality: found?.modality ?? 'service', implementer: found?.implementer ?? '' },
  ...{ province: found?.province ?? '', territoire: found?.territoire ?? '' },
  ...{ from: found?.startsOn ?? given.startsOn, until: found?.endsOn ?? given.endsOn, status: found?.status ?? 'planned' },
  ...{ beneficiary: found?.beneficiary ?? 'communities', targeted: plain(found?.targeted), reachedBy: found?.reachedBy ?? '' },
  isProtection: found?.isProtection ?? given.isProtection,
})
export interface ActivityMade {
  readonly activity: object
  /** Made with it: who was reached, typed quarter by quarter, by sex and age. */
  readonly indicator: object | null
}
export interface ActivityIds {
  readonly id: string
  readonly indicator: string
  /** What the made indicator is called. */
  readonly reached: { readonly fr: string; readonly en: string }
  readonly startsOn: string
  readonly endsOn: string
}
export function activityOf(form: ActivityForm, ids: ActivityIds): ActivityMade | null {
  const targeted = form.targeted.trim() === '' ? null : numberIn(form.targeted)
  if (!filled(form.result, form.code, form.fr, form.province, form.from, form.until)) return null
  if (form.targeted.trim() !== '' && (targeted === null || targeted < 0 || !Number.isInteger(targeted))) return null
  const isNew = form.reachedBy === 'new'
  const activity = {
    ...{ id: ids.id, code: form.code.trim(), result: form.result, title: saidOf(form.fr, form.en), sector: form.sector },
    ...{ modality: form.modality, province: form.province, startsOn: form.from, endsOn: form.until, status: form.status },
    ...{ beneficiary: form.beneficiary, targeted, isProtection: form.isProtection },
    territoire: form.territoire === '' || form.isProtection ? null : form.territoire,
    reachedBy: isNew ? ids.indicator : form.reachedBy === '' ? null : form.reachedBy,
    ...(form.implementer.trim() === '' ? {} : { implementer: form.implementer.trim() }),
  }
  if (!isNew) return { activity, indicator: null }
  const { reached, startsOn, endsOn } = ids
  const indicator = {
    ...{
      id: ids.indicator,
      result: form.result,
      code: `R-${form.code.trim()}`.slice(0, 12),
      unit: 'number',
      direction: 'up',
      cumulates: 'sum',
    },
    statement: {
      fr: `${form.fr.trim()} : ${reached.fr}`.slice(0, 600),
      en: `${form.en.trim() || form.fr.trim()}: ${reached.en}`.slice(0, 600),
    },
    source: { kind: 'manual', touchesPersons: true, by: ['sex', 'age'] },
    ...{ baseline: { value: 0, on: startsOn }, target: { value: targeted ?? 0, on: endsOn }, milestones: [] },
    responsible: 'chargé de suivi',
  }
  return { activity, indicator }
}

export interface DueForm {
  readonly from: string
  readonly until: string
  readonly dueOn: string
  /** Every so many months until the project ends; `0`: once. */
  readonly every: '0' | '3' | '6' | '12'
}
/** One report due, or one for each stretch of months until the project ends, each as many days after its period as the first. */
export function dueOf({ from, until, dueOn, every }: DueForm, endsOn: string, makeId: () => string): readonly object[] | null {
  if (from === '' || until === '' || dueOn === '') return null
  const months = Number(every)
  const one = (start: string, end: string, due: string): object => ({ id: makeId(), from: start, until: end, dueOn: due })
  if (months === 0) return [one(from, until, dueOn)]
  const after = Math.round((Date.parse(dueOn) - Date.parse(until)) / 86_400_000)
  const found: object[] = []
  for (let start = from; start <= endsOn && found.length < 60; start = addMonths(start, months)) {
    const end = addDays(addMonths(start, months), -1)
    const last = end > endsOn ? endsOn : end
    found.push(one(start, last, addDays(last, after)))
  }
  return found
}
export const dueForm = (found: ReportDue | null): DueForm => ({
  ...{ from: found?.from ?? '', until: found?.until ?? '', dueOn: found?.dueOn ?? '', every: '0' },
})
/** What hangs on a result goes with it only where nothing hangs on it: else the server says what does. */
export const withoutResult = (results: readonly PlanResult[], id: string): readonly PlanResult[] => results.filter((one) => one.id !== id)
