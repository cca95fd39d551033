/* What may be added to a plan, one thing at a time: the whole plan is sent on the version that was read, so nobody undoes another's change. */
import { type ReactNode, useState } from 'react'
import { newId } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { DateField, LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'
import type { IndicatorSource, MeasureList, ProjectAnswer } from '../contract.ts'
import { inLanguage } from './told.tsx'
import { numberIn } from './typed-form.ts'

export interface ActProps {
  readonly project: ProjectAnswer
  readonly done: () => void
}
interface PlanDialogProps extends ActProps {
  readonly title: string
  readonly explain: string
  /** `null` while the form is not complete. */
  readonly plan: object | null
  readonly children: ReactNode
}
/** Results by code, to choose from. */
function useResults(project: ProjectAnswer) {
  const { language } = useWords()
  return project.plan.results.map((one) => ({ value: String(one.id), label: `${one.code} · ${inLanguage(language, one.statement)}` }))
}
function PlanDialog({ project, done, title, explain, plan, children }: PlanDialogProps) {
  return (
    <ActDialog
      {...{ title, explain, go: title, kind: 'plain', path: `/api/projects/${project.id}/plans`, onDone: done }}
      data={plan === null ? null : { plan, basedOn: project.version, reason: title }}
    >
      <div className="stack">{children}</div>
    </ActDialog>
  )
}
const statementOf = (fr: string, en: string) => ({ fr: fr.trim(), ...(en.trim() === '' ? {} : { en: en.trim() }) })

export function AddResult({ project, done }: ActProps) {
  const { t, language } = useWords()
  const [form, setForm] = useState({ parent: '', code: '', fr: '', en: '' })
  const parents = project.plan.results.filter(({ level }) => level !== 'output')
  const parent = parents.find(({ id }) => id === form.parent) ?? null
  const level = parent === null ? 'objective' : parent.level === 'objective' ? 'outcome' : 'output'
  const isReady = form.code.trim() !== '' && form.fr.trim() !== ''
  const result = (): object => ({
    id: newId(),
    level,
    parent: parent?.id ?? null,
    code: form.code.trim(),
    statement: statementOf(form.fr, form.en),
  })
  const options = [
    { value: '', label: t('projects.level.objective') },
    ...parents.map((one) => ({ value: String(one.id), label: `${one.code} · ${inLanguage(language, one.statement)}` })),
  ]
  return (
    <PlanDialog
      {...{ project, done }}
      title={t('projects.add-result')}
      explain={t('projects.add-result.explain')}
      plan={isReady ? { ...project.plan, results: [...project.plan.results, result()] } : null}
    >
      <SelectField
        label={t('projects.under-result')}
        value={form.parent}
        options={options}
        onValue={(next) => setForm({ ...form, parent: next })}
      />
      <TextField label={t('projects.code')} value={form.code} onValue={(code) => setForm({ ...form, code })} maxLength={12} required />
      <LongTextField
        label={t('projects.statement.fr')}
        value={form.fr}
        onValue={(fr) => setForm({ ...form, fr })}
        maxLength={600}
        rows={2}
        required
      />
      <LongTextField
        label={t('projects.statement.en')}
        value={form.en}
        onValue={(en) => setForm({ ...form, en })}
        maxLength={600}
        rows={2}
      />
    </PlanDialog>
  )
}

interface IndicatorReady {
  readonly form: { readonly result: string; readonly code: string; readonly fr: string; readonly en: string; readonly responsible: string }
  readonly measure: MeasureList['measures'][number] | undefined
  readonly starter: MeasureList['starters'][number] | undefined
  readonly source: IndicatorSource | null
  readonly target: number | null
  readonly opened: ProjectAnswer['opened']
}
/** Baseline and target stand at the beginning and the end of the project; milestones are written later. */
const indicatorOf = ({ form, measure, starter, source, target, opened }: IndicatorReady): object => ({
  ...{ id: newId(), result: form.result, code: form.code.trim(), statement: statementOf(form.fr, form.en), source },
  ...{ unit: measure?.unit ?? starter?.unit ?? 'number', direction: 'up', milestones: [], responsible: form.responsible.trim() },
  cumulates: measure ? (measure.addsUp ? 'sum' : 'span') : (starter?.cumulates ?? 'sum'),
  ...{ baseline: { value: 0, on: opened.startsOn }, target: { value: target ?? 0, on: opened.endsOn } },
})
const BLANK = { from: '', code: '', fr: '', en: '', target: '', responsible: '' }
export function AddIndicator({ project, done }: ActProps) {
  const { t, language } = useWords()
  const results = useResults(project)
  const list = useAnswer<MeasureList>('/api/project-measures').data
  const [form, setForm] = useState({ ...BLANK, result: String(project.plan.results.at(-1)?.id ?? '') })
  const starter = list?.starters.find(({ key }) => `starter:${key}` === form.from)
  const measure = list?.measures.find(({ id }) => `measure:${id}` === form.from)
  const target = numberIn(form.target)
  const result = project.plan.results.find(({ id }) => id === form.result)
  const source: IndicatorSource | null = measure
    ? { kind: 'measure', measure: measure.id, by: [...measure.divides.slice(0, 1)] }
    : (starter?.source ?? null)
  const choose = (from: string) => {
    const found = list?.starters.find(({ key }) => `starter:${key}` === from)
    setForm({ ...form, from, fr: found?.statement.fr ?? form.fr, en: found?.statement.en ?? form.en })
  }
  const ready = { form, measure, starter, source, target, opened: project.opened }
  const isReady =
    source !== null && result !== undefined && target !== null && [form.code, form.fr, form.responsible].every((one) => one.trim() !== '')
  const plan = (): object => ({ ...project.plan, indicators: [...project.plan.indicators, indicatorOf(ready)] })
  const options = [
    { value: '', label: t('projects.choose') },
    ...(list?.starters ?? []).map((one) => ({ value: `starter:${one.key}`, label: inLanguage(language, one.statement) })),
    ...(list?.measures ?? []).map((one) => ({ value: `measure:${one.id}`, label: t('projects.from-record', { measure: one.id }) })),
  ]
  return (
    <PlanDialog
      {...{ project, done }}
      title={t('projects.add-indicator')}
      explain={t('projects.add-indicator.explain')}
      plan={isReady ? plan() : null}
    >
      <SelectField
        label={t('projects.result')}
        value={form.result}
        options={results}
        onValue={(next) => setForm({ ...form, result: next })}
      />
      <SelectField label={t('projects.starter')} hint={t('projects.starter.hint')} value={form.from} options={options} onValue={choose} />
      <TextField label={t('projects.code')} value={form.code} onValue={(code) => setForm({ ...form, code })} maxLength={12} required />
      <LongTextField
        label={t('projects.statement.fr')}
        value={form.fr}
        onValue={(fr) => setForm({ ...form, fr })}
        maxLength={600}
        rows={2}
        required
      />
      <TextField
        label={t('projects.target')}
        inputMode="decimal"
        value={form.target}
        onValue={(next) => setForm({ ...form, target: next })}
        required
      />
      <TextField
        label={t('projects.responsible')}
        hint={t('projects.responsible.hint')}
        value={form.responsible}
        onValue={(responsible) => setForm({ ...form, responsible })}
        maxLength={120}
        required
      />
    </PlanDialog>
  )
}

const SECTORS = ['protection', 'mining', 'livelihoods', 'coordination', 'education', 'health', 'peace'] as const
export function AddActivity({ project, done }: ActProps) {
  const { t } = useWords()
  const results = useResults(project)
  const { startsOn, endsOn } = project.opened
  const [form, setForm] = useState({
    result: String(project.plan.results.at(-1)?.id ?? ''),
    code: '',
    fr: '',
    province: '',
    territoire: '',
    from: startsOn,
    until: endsOn,
    isProtection: project.opened.isProtection,
  })
  const [sector, setSector] = useState<(typeof SECTORS)[number]>('mining')
  const result = project.plan.results.find(({ id }) => id === form.result)
  const isReady = result !== undefined && form.code.trim() !== '' && form.fr.trim() !== '' && form.province.trim() !== ''
  const plan = (): object => ({
    ...project.plan,
    activities: [
      ...project.plan.activities,
      {
        ...{ id: newId(), code: form.code.trim(), result: result?.id, title: { fr: form.fr.trim() }, sector },
        ...{ modality: 'service', province: form.province.trim().toUpperCase(), startsOn: form.from, endsOn: form.until },
        territoire: form.territoire.trim() === '' || form.isProtection ? null : form.territoire.trim().toUpperCase(),
        ...{ status: 'planned', beneficiary: 'communities', targeted: null, reachedBy: null, isProtection: form.isProtection },
      },
    ],
  })
  const text = (key: 'code' | 'fr' | 'province' | 'territoire') => ({
    value: form[key],
    onValue: (next: string) => setForm({ ...form, [key]: next }),
  })
  return (
    <PlanDialog
      {...{ project, done }}
      title={t('projects.add-activity')}
      explain={t('projects.add-activity.explain')}
      plan={isReady ? plan() : null}
    >
      <SelectField
        label={t('projects.result')}
        value={form.result}
        options={results}
        onValue={(next) => setForm({ ...form, result: next })}
      />
      <SelectField
        label={t('projects.sector')}
        value={sector}
        options={SECTORS.map((one) => ({ value: one, label: t(`projects.sector.${one}`) }))}
        onValue={setSector}
      />
      <TextField label={t('projects.code')} {...text('code')} maxLength={12} required />
      <TextField label={t('projects.activity')} {...text('fr')} maxLength={600} required />
      <TextField label={t('projects.province')} hint={t('projects.province.hint')} {...text('province')} maxLength={12} required />
      <CheckChoice
        label={t('projects.protection.yes')}
        hint={t('projects.protection.hint')}
        checked={form.isProtection}
        onChecked={(isProtection) => setForm({ ...form, isProtection })}
      />
      {!form.isProtection && <TextField label={t('projects.territoire')} {...text('territoire')} maxLength={12} />}
      <div className="field-row two">
        <DateField label={t('projects.from')} value={form.from} onValue={(from) => setForm({ ...form, from })} required />
        <DateField label={t('projects.until')} value={form.until} onValue={(until) => setForm({ ...form, until })} required />
      </div>
    </PlanDialog>
  )
}
export function AddBudget({ project, done }: ActProps) {
  const { t } = useWords()
  const [form, setForm] = useState({ code: '', fr: '', currency: 'USD', amount: '' })
  const amount = numberIn(form.amount)
  const isReady = amount !== null && amount >= 0 && form.code.trim() !== '' && form.fr.trim() !== '' && /^[A-Z]{3}$/.test(form.currency)
  const line = { code: form.code.trim(), title: { fr: form.fr.trim() }, currency: form.currency, cents: Math.round((amount ?? 0) * 100) }
  return (
    <PlanDialog
      {...{ project, done }}
      title={t('projects.add-budget')}
      explain={t('projects.add-budget.explain')}
      plan={isReady ? { ...project.plan, budget: [...project.plan.budget, line] } : null}
    >
      <TextField label={t('projects.code')} value={form.code} onValue={(code) => setForm({ ...form, code })} maxLength={12} required />
      <TextField label={t('projects.line')} value={form.fr} onValue={(fr) => setForm({ ...form, fr })} required />
      <TextField
        label={t('projects.currency')}
        value={form.currency}
        onValue={(currency) => setForm({ ...form, currency: currency.toUpperCase() })}
        maxLength={3}
        required
      />
      <TextField
        label={t('projects.amount')}
        inputMode="decimal"
        value={form.amount}
        onValue={(next) => setForm({ ...form, amount: next })}
        required
      />
    </PlanDialog>
  )
}
export function AddDue({ project, done }: ActProps) {
  const { t } = useWords()
  const [form, setForm] = useState({ from: '', until: '', dueOn: '' })
  const isReady = form.from !== '' && form.until !== '' && form.dueOn !== ''
  const plan = (): object => ({ ...project.plan, due: [...project.plan.due, { id: newId(), ...form }] })
  return (
    <PlanDialog {...{ project, done }} title={t('projects.add-due')} explain={t('projects.add-due.explain')} plan={isReady ? plan() : null}>
      <div className="field-row two">
        <DateField label={t('projects.from')} value={form.from} onValue={(from) => setForm({ ...form, from })} required />
        <DateField label={t('projects.until')} value={form.until} onValue={(until) => setForm({ ...form, until })} required />
      </div>
      <DateField label={t('donor-reports.due')} value={form.dueOn} onValue={(dueOn) => setForm({ ...form, dueOn })} required />
    </PlanDialog>
  )
}
