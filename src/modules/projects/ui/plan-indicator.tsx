/*
An indicator of the plan: by what it is counted, how it adds up, from where to where, its milestones line by line. What it is counted by is chosen once: values that stand would mean
something else afterwards.
*/
import { useState } from 'react'
import { newId } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { DateField, LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { useWords, wordOr } from '../../../app/words.ts'
import type { IndicatorSource, MeasureList, PlanIndicator } from '../contract.ts'
import { PlanDialog, type PlanProps, RemoveDialog, SaidFields, useResultOptions } from './plan-dialog.tsx'
import { type IndicatorForm, type MilestoneForm, indicatorForm, indicatorOf, put } from './plan-forms.ts'
import { inLanguage } from './told.tsx'

/** By what numbers that are typed may be divided. */
const DIVISIONS = ['sex', 'age', 'province', 'status', 'service', 'disability'] as const
const UNITS = ['number', 'percent', 'score'] as const
/** What is typed can be asked over no time but its quarter. */
const CUMULATES = ['sum', 'latest'] as const

interface Origin {
  /** `starter:<key>`, `measure:<id>`, `hand`, or nothing yet. */
  readonly from: string
  readonly touchesPersons: boolean
  readonly by: readonly string[]
  readonly compare: string
}
const sourceOf = (origin: Origin, list: MeasureList | undefined): IndicatorSource | null => {
  const measure = list?.measures.find(({ id }) => `measure:${id}` === origin.from)
  const starter = list?.starters.find(({ key }) => `starter:${key}` === origin.from)
  const by = [...origin.by]
  if (measure) return { kind: 'measure', measure: measure.id, by }
  if (starter?.source.kind === 'measure') return { ...starter.source, by }
  if (starter === undefined && origin.from !== 'hand') return null
  return { kind: 'manual', touchesPersons: origin.touchesPersons, by, ...(origin.compare === '' ? {} : { compare: origin.compare }) }
}

export function IndicatorDialog({ project, done, indicator = null }: PlanProps & { readonly indicator?: PlanIndicator | null }) {
  const { t } = useWords()
  const list = useAnswer<MeasureList>('/api/project-measures').data
  const empty = () => indicatorForm(indicator, { ...project.opened, result: String(project.plan.results.at(-1)?.id ?? '') })
  const [form, setForm] = useState<IndicatorForm>(empty)
  const [origin, setOrigin] = useState<Origin>({ from: '', touchesPersons: true, by: [], compare: '' })
  const change = (part: Partial<IndicatorForm>) => setForm({ ...form, ...part })
  const results = useResultOptions(project)
  const source = indicator?.source ?? sourceOf(origin, list)
  const made = indicatorOf(form, { id: indicator?.id ?? newId(), source })
  const plan =
    made === null
      ? null
      : { ...project.plan, indicators: put<object & { readonly id: string }>(project.plan.indicators, { id: '', ...made }) }
  return (
    <PlanDialog
      {...{ project, plan, asksWhy: indicator !== null, code: form.code.trim(), missing: t('projects.indicator.missing') }}
      title={t(indicator === null ? 'projects.add-indicator' : 'projects.change')}
      explain={t(indicator === null ? 'projects.add-indicator.explain' : 'projects.change-indicator.explain')}
      done={() => {
        if (indicator === null) setForm(empty())
        done()
      }}
    >
      <SelectField label={t('projects.result')} value={form.result} options={results} onValue={(result) => change({ result })} />
      {indicator === null && <OriginFields {...{ list, origin, setOrigin, form, change }} />}
      <TextField
        label={t('projects.code')}
        hint={t('projects.code.hint')}
        value={form.code}
        onValue={(code) => change({ code })}
        maxLength={12}
        required
      />
      <SaidFields form={form} change={change} />
      <SelectField
        label={t('projects.direction')}
        value={form.direction}
        options={(['up', 'down'] as const).map((one) => ({ value: one, label: t(`projects.direction.${one}`) }))}
        onValue={(direction) => change({ direction })}
      />
      <Way form={form} change={change} />
      <TextField
        label={t('projects.responsible')}
        hint={t('projects.responsible.hint')}
        value={form.responsible}
        onValue={(responsible) => change({ responsible })}
        maxLength={120}
        required
      />
      <LongTextField
        label={t('projects.method')}
        hint={t('projects.method.hint')}
        value={form.method}
        onValue={(method) => change({ method })}
        maxLength={400}
        rows={2}
      />
    </PlanDialog>
  )
}

interface OriginProps {
  readonly list: MeasureList | undefined
  readonly origin: Origin
  readonly setOrigin: (origin: Origin) => void
  readonly form: IndicatorForm
  readonly change: (part: Partial<IndicatorForm>) => void
}
function OriginFields({ list, origin, setOrigin, form, change }: OriginProps) {
  const { t, language } = useWords()
  const starter = list?.starters.find(({ key }) => `starter:${key}` === origin.from)
  const named = starter?.source.kind === 'measure' ? starter.source.measure : origin.from.replace('measure:', '')
  const measure = list?.measures.find(({ id }) => id === named)
  const isTyped = origin.from === 'hand' || (starter !== undefined && measure === undefined)
  const choose = (from: string) => {
    const chosen = list?.starters.find(({ key }) => `starter:${key}` === from)
    const counted = list?.measures.find(({ id }) => `measure:${id}` === from)
    const manual = chosen?.source.kind === 'manual' ? chosen.source : null
    setOrigin({ ...origin, from, by: chosen?.source.by ?? [], touchesPersons: manual?.touchesPersons ?? true, compare: '' })
    if (chosen) change({ fr: chosen.statement.fr, en: chosen.statement.en ?? '', unit: chosen.unit, cumulates: chosen.cumulates })
    else if (counted) change({ unit: counted.unit, cumulates: counted.addsUp ? 'sum' : 'span' })
  }
  const options = [
    { value: '', label: t('projects.choose') },
    { value: 'hand', label: t('projects.by-hand') },
    ...(list?.starters ?? []).map((one) => ({ value: `starter:${one.key}`, label: inLanguage(language, one.statement) })),
    ...(list?.measures ?? []).map(({ id }) => ({ value: `measure:${id}`, label: t('projects.from-record', { measure: measureName(id) }) })),
  ]
  const divisions = measure ? measure.divides : isTyped && form.unit === 'number' ? DIVISIONS : []
  const toggle = (one: string, isOn: boolean) =>
    setOrigin({ ...origin, by: isOn ? [...origin.by, one].slice(0, 3) : origin.by.filter((other) => other !== one) })
  return (
    <>
      <SelectField label={t('projects.starter')} hint={t('projects.starter.hint')} value={origin.from} options={options} onValue={choose} />
      {isTyped && <TypedOrigin {...{ list, origin, setOrigin, form, change }} />}
      {divisions.length > 0 && (
        <div className="field">
          <strong>{t('projects.divided-by')}</strong>
          <span className="hint">{t('projects.divided-by.hint')}</span>
          <div className="choices">
            {divisions.map((one) => (
              <CheckChoice
                key={one}
                label={wordOr(`projects.by.${one}`, one)}
                checked={origin.by.includes(one)}
                onChecked={(isOn) => toggle(one, isOn)}
              />
            ))}
          </div>
        </div>
      )}
    </>
  )
}

const measureName = (id: string): string => wordOr(`projects.measure.${id}`, id)
/** What is typed says itself in what it is counted and whether it counts persons. */
function TypedOrigin({ list, origin, setOrigin, form, change }: OriginProps) {
  const { t } = useWords()
  const comparable = (list?.measures ?? []).filter(({ unit }) => unit === form.unit)
  return (
    <>
      <SelectField
        label={t('projects.unit')}
        value={form.unit}
        options={UNITS.map((one) => ({ value: one, label: t(`projects.unit.${one}`) }))}
        onValue={(unit) => change({ unit, cumulates: unit === 'number' ? 'sum' : 'latest' })}
      />
      <CheckChoice
        label={t('projects.touches-persons')}
        hint={t('projects.touches-persons.hint')}
        checked={origin.touchesPersons}
        onChecked={(touchesPersons) => setOrigin({ ...origin, touchesPersons })}
      />
      <SelectField
        label={t('projects.cumulates')}
        value={form.cumulates}
        options={CUMULATES.map((one) => ({ value: one, label: t(`projects.cumulates.${one}`) }))}
        onValue={(cumulates) => change({ cumulates })}
      />
      <SelectField
        label={t('projects.compare')}
        hint={t('projects.compare.hint')}
        value={origin.compare}
        options={[{ value: '', label: t('projects.compare.none') }, ...comparable.map(({ id }) => ({ value: id, label: measureName(id) }))]}
        onValue={(compare) => setOrigin({ ...origin, compare })}
      />
    </>
  )
}

/** From where to where, and by when how much of it. */
function Way({ form, change }: Pick<OriginProps, 'form' | 'change'>) {
  const { t } = useWords()
  const line = (at: number, part: Partial<MilestoneForm>) =>
    change({ milestones: form.milestones.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  return (
    <>
      <div className="field-row two">
        <TextField
          label={t('projects.baseline')}
          hint={t('projects.baseline.hint')}
          inputMode="decimal"
          value={form.baseline}
          onValue={(baseline) => change({ baseline })}
        />
        <DateField label={t('projects.on-day')} value={form.baselineOn} onValue={(baselineOn) => change({ baselineOn })} required />
      </div>
      <div className="field-row two">
        <TextField label={t('projects.target')} inputMode="decimal" value={form.target} onValue={(target) => change({ target })} required />
        <DateField label={t('projects.on-day')} value={form.targetOn} onValue={(targetOn) => change({ targetOn })} required />
      </div>
      <fieldset className="milestones">
        <legend>{t('projects.milestones')}</legend>
        <p className="hint">{t('projects.milestones.hint')}</p>
        {form.milestones.map((one, at) => (
          // A line has nothing of its own but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className="milestone">
            <DateField label={t('projects.milestone.day', { n: at + 1 })} value={one.on} onValue={(on) => line(at, { on })} />
            <TextField
              label={t('projects.milestone.value', { n: at + 1 })}
              inputMode="decimal"
              value={one.value}
              onValue={(value) => line(at, { value })}
            />
            <Button onClick={() => change({ milestones: form.milestones.filter((_, index) => index !== at) })}>
              {t('projects.take-out')}
            </Button>
          </div>
        ))}
        {form.milestones.length < 40 && (
          <Button onClick={() => change({ milestones: [...form.milestones, { on: '', value: '' }] })}>{t('projects.add-milestone')}</Button>
        )}
      </fieldset>
    </>
  )
}
export function IndicatorActs({ project, done, indicator }: PlanProps & { readonly indicator: PlanIndicator }) {
  const { plan } = project
  return (
    <div className="row tight">
      <IndicatorDialog {...{ project, done, indicator }} />
      <RemoveDialog
        {...{ project, done, code: indicator.code }}
        plan={{ ...plan, indicators: plan.indicators.filter(({ id }) => id !== indicator.id) }}
      />
    </div>
  )
}
