/* A result of the plan: added under another, its words and assumptions changed, taken out while nothing hangs on it. */
import { useState } from 'react'
import { newId } from '../../../app/api.ts'
import { LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'
import type { PlanResult } from '../contract.ts'
import { PlanDialog, type PlanProps, RemoveDialog, SaidFields } from './plan-dialog.tsx'
import { put, saidOf, withoutResult } from './plan-forms.ts'
import { inLanguage } from './told.tsx'

export function ResultDialog({ project, done, result = null }: PlanProps & { readonly result?: PlanResult | null }) {
  const { t, language } = useWords()
  const { results } = project.plan
  const empty = () => ({
    ...{ parent: result?.parent ?? '', code: result?.code ?? '', fr: result?.statement.fr ?? '', en: result?.statement.en ?? '' },
    assumptions: result?.assumptions ?? '',
  })
  const [form, setForm] = useState(empty)
  const parents = results.filter(({ level, id }) => level !== 'output' && id !== result?.id)
  const parent = parents.find(({ id }) => id === form.parent) ?? null
  const level = result?.level ?? (parent === null ? 'objective' : parent.level === 'objective' ? 'outcome' : 'output')
  const isReady = form.code.trim() !== '' && form.fr.trim() !== ''
  const made = (): object => {
    const [id, code, statement] = [result?.id ?? newId(), form.code.trim(), saidOf(form.fr, form.en)]
    const assumptions = form.assumptions.trim()
    const next = { id, level, parent: result === null ? (parent?.id ?? null) : result.parent, code, statement }
    return { ...project.plan, results: put<{ readonly id: string }>(results, { ...next, ...(assumptions === '' ? {} : { assumptions }) }) }
  }
  const hasObjective = results.some((one) => one.level === 'objective')
  const options = [
    { value: '', label: hasObjective ? t('projects.level.objective.more') : t('projects.level.objective') },
    ...parents.map((one) => ({
      value: String(one.id),
      label: `${t(one.level === 'objective' ? 'projects.level.outcome' : 'projects.level.output')} → ${one.code} · ${inLanguage(language, one.statement)}`,
    })),
  ]
  return (
    <PlanDialog
      {...{ project, asksWhy: result !== null, code: form.code.trim(), missing: t('projects.result.missing') }}
      title={t(result === null ? 'projects.add-result' : 'projects.change')}
      explain={t('projects.add-result.explain')}
      plan={isReady ? made() : null}
      done={() => {
        if (result === null) setForm(empty())
        done()
      }}
    >
      {result === null && (
        <SelectField
          label={t('projects.under-result')}
          value={form.parent}
          options={options}
          onValue={(next) => setForm({ ...form, parent: next })}
        />
      )}
      <TextField
        label={t('projects.code')}
        hint={t('projects.code.hint')}
        value={form.code}
        onValue={(code) => setForm({ ...form, code })}
        maxLength={12}
        required
      />
      <SaidFields form={form} change={(part) => setForm({ ...form, ...part })} />
      <LongTextField
        label={t('projects.assumptions.field')}
        hint={t('projects.optional')}
        value={form.assumptions}
        onValue={(assumptions) => setForm({ ...form, assumptions })}
        maxLength={600}
        rows={2}
      />
    </PlanDialog>
  )
}
export function ResultActs({ project, done, result }: PlanProps & { readonly result: PlanResult }) {
  const { plan } = project
  const isFree =
    ![...plan.indicators, ...plan.activities].some((one) => one.result === result.id) &&
    !plan.results.some((one) => one.parent === result.id)
  return (
    <div className="row tight">
      <ResultDialog {...{ project, done, result }} />
      {isFree && (
        <RemoveDialog {...{ project, done, code: result.code }} plan={{ ...plan, results: withoutResult(plan.results, result.id) }} />
      )}
    </div>
  )
}
