/* Lines of the budget, reports due, and partners: added, changed, taken out. A line of which something was spent stays, in its currency. */
import { useState } from 'react'
import { newId } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { DateField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'
import type { ReportDue, SpentLine } from '../contract.ts'
import { PlanDialog, type PlanProps, RemoveDialog, SaidFields } from './plan-dialog.tsx'
import { dueForm, dueOf, put, saidOf } from './plan-forms.ts'
import { numberIn } from './typed-form.ts'

export function BudgetDialog({ project, done, line = null }: PlanProps & { readonly line?: SpentLine | null }) {
  const { t } = useWords()
  const { plan } = project
  const empty = () => ({
    ...{
      code: line?.code ?? '',
      fr: line?.title.fr ?? '',
      en: line?.title.en ?? '',
      currency: line?.currency ?? plan.budget.at(-1)?.currency ?? 'USD',
    },
    amount: line === null ? '' : String(line.cents / 100).replace('.', ','),
  })
  const [form, setForm] = useState(empty)
  const amount = numberIn(form.amount)
  const isReady = amount !== null && amount >= 0 && form.code.trim() !== '' && form.fr.trim() !== '' && /^[A-Z]{3}$/.test(form.currency)
  const made = { code: form.code.trim(), title: saidOf(form.fr, form.en), currency: form.currency, cents: Math.round((amount ?? 0) * 100) }
  const budget = line === null ? [...plan.budget, made] : plan.budget.map((one) => (one.code === line.code ? made : one))
  return (
    <PlanDialog
      {...{ project, asksWhy: line !== null, code: form.code.trim(), missing: t('projects.budget.missing') }}
      title={t(line === null ? 'projects.add-budget' : 'projects.change')}
      explain={t('projects.add-budget.explain')}
      plan={isReady ? { ...plan, budget } : null}
      done={() => {
        if (line === null) setForm(empty())
        done()
      }}
    >
      <TextField label={t('projects.code')} value={form.code} onValue={(code) => setForm({ ...form, code })} maxLength={12} required />
      <SaidFields form={form} change={(part) => setForm({ ...form, ...part })} />
      <div className="field-row two">
        <TextField
          label={t('projects.amount')}
          inputMode="decimal"
          value={form.amount}
          onValue={(next) => setForm({ ...form, amount: next })}
          required
        />
        <TextField
          label={t('projects.currency')}
          value={form.currency}
          onValue={(currency) => setForm({ ...form, currency: currency.toUpperCase() })}
          maxLength={3}
          required
        />
      </div>
    </PlanDialog>
  )
}
export function BudgetActs({ project, done, line }: PlanProps & { readonly line: SpentLine }) {
  const { plan } = project
  return (
    <div className="row tight">
      <BudgetDialog {...{ project, done, line }} />
      {line.byPeriod.length === 0 && (
        <RemoveDialog
          {...{ project, done, code: line.code }}
          plan={{ ...plan, budget: plan.budget.filter(({ code }) => code !== line.code) }}
        />
      )}
    </div>
  )
}

const EVERY = ['0', '3', '6', '12'] as const
export function DueDialog({ project, done, due = null }: PlanProps & { readonly due?: ReportDue | null }) {
  const { t } = useWords()
  const { plan, opened } = project
  const empty = () => ({ ...dueForm(due), ...(due === null && plan.due.length === 0 ? { from: opened.startsOn } : {}) })
  const [form, setForm] = useState(empty)
  const made = dueOf(form, opened.endsOn, newId)
  const next = (): object | null => {
    if (made === null) return null
    const [first] = made
    return due === null
      ? { ...plan, due: [...plan.due, ...made] }
      : { ...plan, due: put<{ readonly id: string }>(plan.due, { ...first, id: due.id }) }
  }
  return (
    <PlanDialog
      {...{ project, plan: next(), asksWhy: due !== null, code: form.dueOn, missing: t('projects.due.missing') }}
      title={t(due === null ? 'projects.add-due' : 'projects.change')}
      explain={t('projects.add-due.explain')}
      done={() => {
        if (due === null) setForm(empty())
        done()
      }}
    >
      <div className="field-row two">
        <DateField label={t('projects.from')} value={form.from} onValue={(from) => setForm({ ...form, from })} required />
        <DateField label={t('projects.until')} value={form.until} onValue={(until) => setForm({ ...form, until })} required />
      </div>
      <DateField
        label={t('donor-reports.due')}
        hint={t('projects.due.reminder')}
        value={form.dueOn}
        onValue={(dueOn) => setForm({ ...form, dueOn })}
        required
      />
      {due === null && (
        <SelectField
          label={t('projects.due.every')}
          hint={made !== null && made.length > 1 ? t('projects.due.makes', { n: made.length }) : undefined}
          value={form.every}
          options={EVERY.map((one) => ({ value: one, label: t(`projects.due.every.${one}`) }))}
          onValue={(every) => setForm({ ...form, every })}
        />
      )}
    </PlanDialog>
  )
}
export function DueActs({ project, done, due }: PlanProps & { readonly due: ReportDue }) {
  const { plan } = project
  return (
    <div className="row tight">
      <DueDialog {...{ project, done, due }} />
      <RemoveDialog {...{ project, done, code: due.dueOn }} plan={{ ...plan, due: plan.due.filter(({ id }) => id !== due.id) }} />
    </div>
  )
}

interface Organisations {
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
}
/** Who carries the project and who writes in it beside them; the carrier alone names partners. */
export function PartnersPart({ project, done }: PlanProps) {
  const { t } = useWords()
  const list = useAnswer<Organisations>('/api/organisations').data?.organisations ?? []
  const { opened, plan } = project
  const nameOf = (id: string): string => list.find((one) => one.id === id)?.name ?? '–'
  const partners = (plan.partners ?? []).map(String)
  const [chosen, setChosen] = useState<readonly string[]>(partners)
  const others = list.filter(({ id }) => id !== opened.organisation)
  return (
    <div className="stack">
      <p>
        {opened.organisation === undefined ? t('projects.carrier.none') : t('projects.carrier', { name: nameOf(opened.organisation) })}
        {partners.length > 0 && ` ${t('projects.partners.are', { names: partners.map(nameOf).join(', ') })}`}
      </p>
      {project.mayName && (
        <div className="row tight">
          <PlanDialog
            {...{ project, done, code: '', missing: '' }}
            title={t('projects.partners.change')}
            explain={t('projects.partners.explain')}
            plan={{ ...plan, partners: chosen }}
          >
            <div className="choices">
              {others.map(({ id, name }) => (
                <CheckChoice
                  key={id}
                  label={name}
                  checked={chosen.includes(id)}
                  onChecked={(isOn) => setChosen(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
                />
              ))}
            </div>
          </PlanDialog>
        </div>
      )}
    </div>
  )
}
