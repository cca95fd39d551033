/* An activity with all of who does what, where, when, for whom; places are chosen by name and kept as P-codes. Who protects people is asked for no place below the province. */
import { useState } from 'react'
import { newId } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { DateField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { useWords, wordOr } from '../../../app/words.ts'
import type { MeasureList, PlanActivity } from '../contract.ts'
import { PlanDialog, type PlanProps, RemoveDialog, useResultOptions } from './plan-dialog.tsx'
import { type ActivityForm, activityForm, activityOf, put } from './plan-forms.ts'
import { inLanguage } from './told.tsx'

const SECTORS = ['protection', 'mining', 'livelihoods', 'coordination', 'education', 'health', 'peace'] as const
const MODALITIES = ['service', 'training', 'goods', 'cash', 'information'] as const
const STATUSES = ['planned', 'ongoing', 'done', 'suspended'] as const
export const BENEFICIARIES = ['miners', 'survivors', 'migrants', 'children', 'women', 'officials', 'communities'] as const
/** Said of the indicator that is made with an activity. */
const REACHED = { fr: 'personnes atteintes', en: 'persons reached' }

export function ActivityDialog({ project, done, activity = null }: PlanProps & { readonly activity?: PlanActivity | null }) {
  const { t } = useWords()
  const { plan, opened } = project
  const empty = () => activityForm(activity, { ...opened, result: String(plan.results.at(-1)?.id ?? '') })
  const [form, setForm] = useState<ActivityForm>(empty)
  const change = (part: Partial<ActivityForm>) => setForm({ ...form, ...part })
  const results = useResultOptions(project)
  const made = activityOf(form, {
    id: activity?.id ?? newId(),
    indicator: newId(),
    reached: REACHED,
    startsOn: opened.startsOn,
    endsOn: opened.endsOn,
  })
  const next = (): object | null =>
    made === null
      ? null
      : {
          ...plan,
          activities: put<object & { readonly id: string }>(plan.activities, { id: '', ...made.activity }),
          indicators: made.indicator === null ? plan.indicators : [...plan.indicators, made.indicator],
        }
  return (
    <PlanDialog
      {...{ project, plan: next(), asksWhy: activity !== null, code: form.code.trim(), missing: t('projects.activity.missing') }}
      title={t(activity === null ? 'projects.add-activity' : 'projects.change')}
      explain={t('projects.add-activity.explain')}
      done={() => {
        if (activity === null) setForm(empty())
        done()
      }}
    >
      <SelectField label={t('projects.result')} value={form.result} options={results} onValue={(result) => change({ result })} />
      <TextField
        label={t('projects.code')}
        hint={t('projects.code.hint')}
        value={form.code}
        onValue={(code) => change({ code })}
        maxLength={12}
        required
      />
      <TextField label={t('projects.activity.fr')} value={form.fr} onValue={(fr) => change({ fr })} maxLength={600} required />
      <TextField
        label={t('projects.activity.en')}
        hint={t('projects.optional')}
        value={form.en}
        onValue={(en) => change({ en })}
        maxLength={600}
      />
      <div className="field-row two">
        <Choosing of="sector" among={SECTORS} form={form} change={change} />
        <Choosing of="modality" among={MODALITIES} form={form} change={change} />
      </div>
      <TextField
        label={t('projects.field.implementer')}
        hint={t('projects.activity.implementer.hint', { name: opened.implementer })}
        value={form.implementer}
        onValue={(implementer) => change({ implementer })}
        maxLength={160}
      />
      <Places form={form} change={change} isProtection={opened.isProtection} />
      <div className="field-row two">
        <DateField label={t('projects.from')} value={form.from} onValue={(from) => change({ from })} required />
        <DateField label={t('projects.until')} value={form.until} onValue={(until) => change({ until })} required />
      </div>
      <Choosing of="status" among={STATUSES} form={form} change={change} />
      <ForWhom form={form} change={change} project={project} />
    </PlanDialog>
  )
}
interface FieldsProps {
  readonly form: ActivityForm
  readonly change: (part: Partial<ActivityForm>) => void
}
interface ChoosingProps<Key extends 'sector' | 'modality' | 'status' | 'beneficiary'> extends FieldsProps {
  readonly of: Key
  readonly among: readonly ActivityForm[Key][]
}
function Choosing<Key extends 'sector' | 'modality' | 'status' | 'beneficiary'>({ of, among, form, change }: ChoosingProps<Key>) {
  const { t } = useWords()
  const key = of === 'status' ? 'donor-report.status' : `projects.${of}`
  return (
    <SelectField<ActivityForm[Key]>
      label={t(`projects.${of}`)}
      value={form[of]}
      options={among.map((one) => ({ value: one, label: wordOr(`${key}.${one}`, one) }))}
      onValue={(chosen) => change({ [of]: chosen })}
    />
  )
}
function Places({ form, change, isProtection }: FieldsProps & { readonly isProtection: boolean }) {
  const { t } = useWords()
  const areas = useAnswer<MeasureList>('/api/project-measures').data?.areas ?? []
  const options = (parent: string | null) => [
    { value: '', label: t(parent === null ? 'projects.choose' : 'projects.territoire.none') },
    ...areas
      .filter((one) => one.parent === parent || (parent === null && !areas.some(({ code }) => code === one.parent)))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
      .map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
  ]
  return (
    <>
      <CheckChoice
        label={t('projects.protection.yes')}
        hint={t('projects.protection.hint')}
        checked={form.isProtection || isProtection}
        onChecked={(next) => change({ isProtection: next || isProtection, ...(next ? { territoire: '' } : {}) })}
      />
      <div className="field-row two">
        <SelectField
          label={t('projects.province')}
          value={form.province}
          options={options(null)}
          onValue={(province) => change({ province, territoire: '' })}
          required
        />
        {!form.isProtection && !isProtection && form.province !== '' && (
          <SelectField
            label={t('projects.territoire')}
            value={form.territoire}
            options={options(form.province)}
            onValue={(territoire) => change({ territoire })}
          />
        )}
      </div>
    </>
  )
}
function ForWhom({ form, change, project }: FieldsProps & Pick<PlanProps, 'project'>) {
  const { t, language } = useWords()
  const counting = project.plan.indicators.filter(({ unit, id }) => unit === 'number' || id === form.reachedBy)
  return (
    <>
      <div className="field-row two">
        <Choosing of="beneficiary" among={BENEFICIARIES} form={form} change={change} />
        <TextField
          label={t('projects.targeted')}
          hint={t('projects.optional')}
          inputMode="numeric"
          value={form.targeted}
          onValue={(targeted) => change({ targeted })}
        />
      </div>
      <SelectField
        label={t('projects.reached-by')}
        hint={t('projects.reached-by.hint')}
        value={form.reachedBy}
        options={[
          { value: '', label: t('projects.reached-by.none') },
          { value: 'new', label: t('projects.reached-by.new') },
          ...counting.map((one) => ({ value: String(one.id), label: `${one.code} · ${inLanguage(language, one.statement)}` })),
        ]}
        onValue={(reachedBy) => change({ reachedBy })}
      />
    </>
  )
}
export function ActivityActs({ project, done, activity }: PlanProps & { readonly activity: PlanActivity }) {
  const { plan } = project
  return (
    <div className="row tight">
      <ActivityDialog {...{ project, done, activity }} />
      <RemoveDialog
        {...{ project, done, code: activity.code }}
        plan={{ ...plan, activities: plan.activities.filter(({ id }) => id !== activity.id) }}
      />
    </div>
  )
}
