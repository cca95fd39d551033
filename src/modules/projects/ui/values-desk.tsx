/* The desk of values: one quarter at a time, every indicator with its value and what may be done with it next. Who wrote a value is not offered to verify or lock it. */
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { type Column, DataTable, said } from '../../../app/kit/data-table.tsx'
import { LongTextField, SelectField } from '../../../app/kit/field.tsx'
import { EmptyState } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { useWords } from '../../../app/words.ts'
import type { PlanIndicator, ProjectAnswer } from '../contract.ts'
import type { ValueAnswer, ValueTable } from '../contract-values.ts'
import { inLanguage, Told, toldColumn } from './told.tsx'
import { RestateDialog } from './restate-dialog.tsx'
import { TypedFields } from './typed-fields.tsx'
import { NOTHING_TYPED, typedOf } from './typed-form.ts'

interface DeskProps {
  readonly project: ProjectAnswer
  readonly values: ValueTable
  readonly done: () => void
}
export function ValuesDesk({ project, values, done }: DeskProps) {
  const { t, language } = useWords()
  const [url, change] = useUrlState()
  const over = values.periods.filter(({ isOver }) => isOver)
  const period = url['quarter'] ?? over.at(-1)?.period ?? ''
  const rows = project.plan.indicators.map((indicator) => ({
    indicator,
    value: values.rows.find((one) => one.indicator === indicator.id)?.values.find((one) => one.period === period) ?? null,
  }))
  if (over.length === 0) return <EmptyState title={t('projects.no-quarter')}>{t('projects.no-quarter.do')}</EmptyState>
  const columns: readonly Column<(typeof rows)[number]>[] = [
    said('code', t('projects.indicator'), ({ indicator }) => `${indicator.code} · ${inLanguage(language, indicator.statement)}`),
    toldColumn('value', t('projects.value'), { told: ({ value }) => value?.told ?? null, unit: ({ indicator }) => indicator.unit }),
    {
      key: 'late',
      header: t('projects.late'),
      numeric: true,
      value: ({ value }) => value?.late.length ?? 0,
      cell: ({ indicator, value }) => <LateParts value={value} unit={indicator.unit} />,
    },
    toldColumn('cumulative', t('projects.cumulative'), {
      told: ({ value }) => value?.cumulative ?? null,
      unit: ({ indicator }) => indicator.unit,
    }),
    {
      key: 'status',
      header: t('projects.status'),
      value: ({ value }) => value?.status ?? '',
      cell: ({ value }) => <StateMark value={value} />,
    },
    {
      key: 'act',
      header: t('projects.act'),
      value: () => '',
      cell: ({ indicator, value }) => <Acts {...{ indicator, value, period, project, done }} />,
    },
  ]
  return (
    <div className="stack">
      <SelectField
        label={t('projects.quarter')}
        value={period}
        options={over.map((one) => ({ value: one.period, label: one.period }))}
        onValue={(quarter) => change({ quarter })}
      />
      <DataTable
        caption={`${t('projects.values')} ${period}`}
        file={`values-${period}`}
        rows={rows}
        rowKey={({ indicator }) => indicator.id}
        order="code"
        prefix="v."
        columns={columns}
        empty={<EmptyState title={t('projects.matrix.none')}>{t('projects.matrix.none.do')}</EmptyState>}
      />
    </div>
  )
}
export function LateParts({ value, unit }: { readonly value: ValueAnswer | null; readonly unit: string }) {
  if (value === null || value.late.length === 0) return <>–</>
  return (
    <>
      {value.late.map((one) => (
        <div key={one.period}>
          {one.period} : <Told told={one.told} unit={unit} />
        </div>
      ))}
    </>
  )
}
export function StateMark({ value }: { readonly value: ValueAnswer | null }) {
  const { t } = useWords()
  if (value === null) return <span className="ink-3">{t('projects.state.none')}</span>
  return (
    <>
      <span className={`value-state ${value.status}`}>{t(`projects.state.${value.status}`)}</span>
      {value.returned !== null && <div className="small">{t('projects.returned', { reason: value.returned })}</div>}
      {value.restated !== null && (
        <div className="small">{t('projects.restated', { day: value.restated.on, reason: value.restated.reason })}</div>
      )}
      {value.restatementWaits !== null && (
        <div className="small">{t('projects.restatement.waits', { reason: value.restatementWaits.reason })}</div>
      )}
    </>
  )
}

interface ActsProps {
  readonly indicator: PlanIndicator
  readonly value: ValueAnswer | null
  readonly period: string
  readonly project: ProjectAnswer
  readonly done: () => void
}
function Acts({ indicator, value, period, project, done }: ActsProps) {
  const { t } = useWords()
  const path = `/api/indicators/${indicator.id}`
  const simple = (key: 'verify' | 'lock' | 'restate', to: string) => (
    <ActDialog
      title={t(`projects.${key}`)}
      explain={t(`projects.${key}.explain`)}
      go={t(`projects.${key}`)}
      kind="plain"
      path={`${path}/${to}`}
      data={{ period }}
      onDone={done}
    >
      {null}
    </ActDialog>
  )
  const may = project.mayApprove && value !== null && !value.mine
  return (
    <div className="row tight">
      {project.mayWrite && (value === null || value.status === 'draft') && <DraftDialog {...{ indicator, value, period, done }} />}
      {may && value.status === 'draft' && simple('verify', 'verifications')}
      {may && value.status === 'verified' && simple('lock', 'locks')}
      {project.mayApprove && value !== null && value.status !== 'locked' && (
        <ReturnDialog path={`${path}/returns`} period={period} done={done} />
      )}
      {project.mayWrite && value?.status === 'locked' && <RestateDialog {...{ indicator, period, done }} />}
      {project.mayApprove && value !== null && value.restatementWaits !== null && simple('restate', 'restatements')}
      {value?.mine === true && value.status !== 'locked' && <span className="small">{t('projects.mine')}</span>}
    </div>
  )
}
type DialogProps = Pick<ActsProps, 'indicator' | 'period' | 'done'>
function DraftDialog({ indicator, value, period, done }: DialogProps & Pick<ActsProps, 'value'>) {
  const { t } = useWords()
  const [form, setForm] = useState(NOTHING_TYPED)
  const isTyped = indicator.source.kind === 'manual'
  const typed = isTyped ? typedOf(form, indicator) : null
  const data = !isTyped
    ? { period }
    : typed === null || form.what.trim() === ''
      ? null
      : { period, typed, evidence: { what: form.what.trim() } }
  const title = t(value === null ? (isTyped ? 'projects.type' : 'projects.compute') : 'projects.again')
  return (
    <ActDialog
      {...{ title, go: title, kind: 'plain', path: `/api/indicators/${indicator.id}/drafts`, data, onDone: done }}
      explain={
        indicator.source.kind === 'measure'
          ? t('projects.compute.explain', { measure: indicator.source.measure, period })
          : t('projects.type.explain')
      }
      missing={t('projects.type.missing')}
    >
      {isTyped && <TypedFields indicator={indicator} form={form} change={(part) => setForm({ ...form, ...part })} />}
    </ActDialog>
  )
}
function ReturnDialog({ path, period, done }: { readonly path: string; readonly period: string; readonly done: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const title = t('projects.return')
  return (
    <ActDialog
      {...{
        title,
        path,
        go: title,
        kind: 'plain',
        explain: t('projects.return.explain'),
        data: reason.trim() === '' ? null : { period, reason: reason.trim() },
        onDone: done,
      }}
    >
      <LongTextField label={t('projects.reason')} value={reason} onValue={setReason} maxLength={400} rows={2} required />
    </ActDialog>
  )
}
