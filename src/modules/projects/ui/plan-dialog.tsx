/*
What every change of a plan has in common: one dialog, one thing at a time, the whole plan sent on the version that was read, so that nobody undoes another's change. It refuses nothing
itself; a button that is shut says what is missing, and the server's refusal stands in the dialog.
*/
import { type ReactNode, useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { LongTextField, TextField } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'
import type { ProjectAnswer } from '../contract.ts'
import { inLanguage } from './told.tsx'

export interface PlanProps {
  readonly project: ProjectAnswer
  readonly done: () => void
}
export interface PlanDialogProps extends PlanProps {
  readonly title: string
  readonly explain: string
  /** What it is about, for the reason of the version. */
  readonly code: string
  /** `null` while the form is not complete. */
  readonly plan: object | null
  readonly missing: string
  /** A change of what stands asks why; something new does not. */
  readonly asksWhy?: boolean
  readonly kind?: 'primary' | 'danger' | 'plain'
  readonly children?: ReactNode
}
export function PlanDialog({
  project,
  done,
  title,
  explain,
  code,
  plan,
  missing,
  asksWhy = false,
  kind = 'plain',
  children,
}: PlanDialogProps) {
  const { t } = useWords()
  const [why, setWhy] = useState('')
  const reason = [`${title} ${code}`.trim(), why.trim()].filter((one) => one !== '').join(' – ')
  return (
    <ActDialog
      {...{ title, explain, go: title, kind, missing, path: `/api/projects/${project.id}/plans` }}
      data={plan === null ? null : { plan, basedOn: project.version, reason: reason.slice(0, 400) }}
      onDone={() => {
        setWhy('')
        done()
      }}
    >
      <div className="stack">
        {children}
        {asksWhy && <TextField label={t('projects.why')} hint={t('projects.why.hint')} value={why} onValue={setWhy} maxLength={300} />}
      </div>
    </ActDialog>
  )
}

interface RemoveProps extends PlanProps {
  readonly code: string
  readonly plan: object
}
/** Takes one thing out of the plan; earlier versions keep it. What has values or money stays: the server says so. */
export function RemoveDialog({ project, done, code, plan }: RemoveProps) {
  const { t } = useWords()
  return (
    <PlanDialog
      {...{ project, done, code, plan, asksWhy: true, missing: '' }}
      title={t('projects.remove')}
      explain={t('projects.remove.explain', { code })}
    />
  )
}

/** A text in French and, where somebody wrote it, in English. */
export interface SaidForm {
  readonly fr: string
  readonly en: string
}
export function SaidFields({ form, change }: { readonly form: SaidForm; readonly change: (part: Partial<SaidForm>) => void }) {
  const { t } = useWords()
  return (
    <>
      <LongTextField
        label={t('projects.statement.fr')}
        value={form.fr}
        onValue={(fr) => change({ fr })}
        maxLength={600}
        rows={2}
        required
      />
      <LongTextField
        label={t('projects.statement.en')}
        hint={t('projects.optional')}
        value={form.en}
        onValue={(en) => change({ en })}
        maxLength={600}
        rows={2}
      />
    </>
  )
}
/** Results by code, to choose from. */
export function useResultOptions(project: ProjectAnswer) {
  const { language } = useWords()
  return project.plan.results.map((one) => ({ value: String(one.id), label: `${one.code} · ${inLanguage(language, one.statement)}` }))
}
