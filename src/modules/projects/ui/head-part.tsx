/* The head of a project: its fields, the dialog that revises it with a reason, and what it said before each revision. */
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { DateField, TextField } from '../../../app/kit/field.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { dateText } from '../../../kernel/phrase.ts'
import { type Translate, useWords } from '../../../app/words.ts'
import type { ProjectAnswer } from '../contract.ts'
import { HEAD_TEXTS, type HeadChange, type HeadForm, MAY_BE_EMPTY, headChanges, headForm, headFrom } from './head-form.ts'
import type { PlanProps } from './plan-dialog.tsx'

interface FieldsProps {
  readonly form: HeadForm
  readonly change: (part: Partial<HeadForm>) => void
  /** What protects people goes on to do so. */
  readonly protects?: boolean
}
export function HeadFields({ form, change, protects = false }: FieldsProps) {
  const { t } = useWords()
  return (
    <>
      {HEAD_TEXTS.map((one) => (
        <TextField
          key={one}
          label={t(`projects.field.${one}`)}
          value={form[one]}
          onValue={(next) => change({ [one]: next })}
          hint={MAY_BE_EMPTY.includes(one) ? t(one === 'en' ? 'projects.optional' : 'projects.field.ref.hint') : undefined}
          maxLength={one.endsWith('Ref') ? 60 : 160}
          required={!MAY_BE_EMPTY.includes(one)}
        />
      ))}
      <div className="field-row two">
        <DateField label={t('projects.from')} value={form.startsOn} onValue={(startsOn) => change({ startsOn })} required />
        <DateField label={t('projects.until')} value={form.endsOn} onValue={(endsOn) => change({ endsOn })} required />
      </div>
      <Source>{t('projects.whole-quarters')}</Source>
      {!protects && (
        <CheckChoice
          label={t('projects.protection.yes')}
          hint={t('projects.protection.hint')}
          checked={form.isProtection}
          onChecked={(isProtection) => change({ isProtection })}
        />
      )}
    </>
  )
}
export function HeadDialog({ project, done }: PlanProps) {
  const { t } = useWords()
  const { opened, heads } = project
  const [form, setForm] = useState(() => headForm(opened))
  const [why, setWhy] = useState('')
  const head = headFrom(form)
  return (
    <ActDialog
      title={t('projects.head.change')}
      explain={t('projects.head.explain')}
      go={t('projects.head.change')}
      kind="plain"
      missing={t('projects.head.missing')}
      path={`/api/projects/${project.id}/heads`}
      data={head === null || why.trim() === '' ? null : { head, basedOn: heads.length, reason: why.trim() }}
      onDone={() => {
        setWhy('')
        done()
      }}
    >
      <div className="stack">
        <HeadFields form={form} change={(part) => setForm({ ...form, ...part })} protects={opened.isProtection} />
        <TextField
          label={t('projects.head.why')}
          hint={t('projects.head.why.hint')}
          value={why}
          onValue={setWhy}
          maxLength={400}
          required
        />
      </div>
    </ActDialog>
  )
}
const LABEL = { startsOn: 'projects.from', endsOn: 'projects.until', isProtection: 'projects.protection.yes' } as const
const labelOf = (t: Translate, field: HeadChange['field']): string =>
  field === 'startsOn' || field === 'endsOn' || field === 'isProtection' ? t(LABEL[field]) : t(`projects.field.${field}`)
const saidAs = ({ field }: HeadChange, value: string | boolean): string => {
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (value === '') return '–'
  return field === 'startsOn' || field === 'endsOn' ? dateText(value) : value
}
/** Newest first: the day, what changed, why. */
export function HeadVersions({ project }: { readonly project: ProjectAnswer }) {
  const { t } = useWords()
  const { heads, opened } = project
  if (heads.length === 0) return null
  const rows = heads.map((one, at) => ({ ...one, changes: headChanges(one.was, heads[at + 1]?.was ?? opened) })).toReversed()
  return (
    <Panel title={t('projects.head.versions')}>
      <ul className="plain-list stack">
        {rows.map(({ version, at, reason, changes }) => (
          <li key={version}>
            <DateText date={at.slice(0, 10)} /> · {reason}
            {changes.map((one) => (
              <div key={one.field} className="small">
                {labelOf(t, one.field)} : {saidAs(one, one.before)} → {saidAs(one, one.after)}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
