/* Activities with the files that leave, and money by line with what was spent. */
import { useState, type ReactNode } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { DataTable, type Column, said } from '../../../app/kit/data-table.tsx'
import { AppLink } from '../../../app/kit/button.tsx'
import { SelectField, TextField } from '../../../app/kit/field.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { numberText } from '../../../kernel/phrase.ts'
import { useWords, wordOr } from '../../../app/words.ts'
import type { PlanActivity, ProjectAnswer, ReportDue, SpentLine } from '../contract.ts'
import { ActivityActs } from './plan-activity.tsx'
import { BudgetActs, DueActs, PartnersPart } from './plan-money.tsx'
import { Spendings } from './spendings.tsx'
import { inLanguage, moneyText, numberColumn } from './told.tsx'
import { numberIn } from './typed-form.ts'

interface PartProps {
  readonly project: ProjectAnswer
  readonly done: () => void
  /** What may be added, for who writes. */
  readonly act: ReactNode
}
function Days({ from, until }: { readonly from: string; readonly until: string }) {
  return (
    <>
      <DateText date={from} /> – <DateText date={until} />
    </>
  )
}
export function ActivitiesPart({ project, done, act }: PartProps) {
  const { t, language } = useWords()
  const columns: readonly Column<PlanActivity>[] = [
    said('code', t('projects.activity'), (one) => `${one.code} · ${inLanguage(language, one.title)}`),
    said('what', t('projects.sector'), (one) => `${t(`projects.sector.${one.sector}`)} · ${t(`projects.modality.${one.modality}`)}`),
    said('who', t('projects.field.implementer'), (one) => one.implementer ?? project.opened.implementer),
    said('where', t('projects.where'), (one) => [one.province, one.territoire].filter(Boolean).join(' · ')),
    { key: 'days', header: t('projects.days'), value: (one) => one.endsOn, cell: (one) => <Days from={one.startsOn} until={one.endsOn} /> },
    said('status', t('projects.status'), (one) => wordOr(`donor-report.status.${one.status}`, one.status)),
    {
      key: 'whom',
      header: t('projects.beneficiary'),
      value: (one) => one.beneficiary,
      cell: (one) => <ForWhom one={one} project={project} />,
    },
    said('protection', t('projects.protection'), (one) => (one.isProtection ? t('projects.protection.yes') : '–')),
    ...(project.mayWrite
      ? [
          {
            key: 'act',
            header: t('projects.act'),
            value: () => '',
            cell: (one: PlanActivity) => <ActivityActs {...{ project, done, activity: one }} />,
          },
        ]
      : []),
  ]
  const at = `/api/projects/${project.id}`
  return (
    <div className="stack">
      {project.mayWrite && <div className="row tight">{act}</div>}
      <DataTable
        caption={t('projects.activities')}
        file="activities"
        rows={project.plan.activities}
        rowKey={(one) => one.id}
        order="code"
        prefix="a."
        columns={columns}
        empty={<EmptyState title={t('projects.activities.none')}>{t('projects.activities.none.do')}</EmptyState>}
      />
      <Panel title={t('projects.files')}>
        <div className="row tight">
          <a className="btn" href={`${at}/activities/xlsx?language=${language}`}>
            5W + HXL (XLSX)
          </a>
          <a className="btn" href={`${at}/activities/csv?language=${language}`}>
            5W + HXL (CSV)
          </a>
          <a className="btn" href={`${at}/iati`}>
            IATI 2.03 (XML)
          </a>
          <a className="btn" href={`${at}/activities/geojson`}>
            GeoJSON
          </a>
        </div>
        <Source>{t('projects.files.source')}</Source>
      </Panel>
    </div>
  )
}

/** Whom it is for, how many were meant, and by which indicator those reached are counted. */
function ForWhom({ one, project }: { readonly one: PlanActivity; readonly project: ProjectAnswer }) {
  const { t, language } = useWords()
  const counting = project.plan.indicators.find(({ id }) => id === one.reachedBy)
  return (
    <>
      {t(`projects.beneficiary.${one.beneficiary}`)}
      {one.targeted !== null && <div className="small">{t('projects.targeted.n', { n: numberText(language, one.targeted) })}</div>}
      {counting !== undefined && (
        <div className="small">
          {t('projects.reached-by')} : <AppLink to={`/projects/${project.id}/indicators/${counting.id}`}>{counting.code}</AppLink>
        </div>
      )}
    </>
  )
}

export function MoneyPart({ project, done, act }: PartProps) {
  const { t, language } = useWords()
  const amount = (key: string, header: string, cents: (one: SpentLine) => number) =>
    numberColumn<SpentLine>(key, header, { value: cents, text: (one) => moneyText(language, cents(one), one.currency) })
  const columns: readonly Column<SpentLine>[] = [
    said('line', t('projects.line'), (one) => `${one.code} · ${inLanguage(language, one.title)}`),
    amount('budget', t('projects.budget'), (one) => one.cents),
    amount('spent', t('projects.spent'), (one) => one.spent),
    amount('left', t('projects.left'), (one) => one.cents - one.spent),
    ...(project.mayWrite
      ? [{ key: 'act', header: t('projects.act'), value: () => '', cell: (line: SpentLine) => <BudgetActs {...{ project, done, line }} /> }]
      : []),
  ]
  const due: readonly Column<ReportDue>[] = [
    { key: 'due', header: t('donor-reports.due'), value: (one) => one.dueOn, cell: (one) => <DateText date={one.dueOn} /> },
    {
      key: 'period',
      header: t('donor-reports.period'),
      value: (one) => one.until,
      cell: (one) => <Days from={one.from} until={one.until} />,
    },
    ...(project.mayWrite
      ? [{ key: 'act', header: t('projects.act'), value: () => '', cell: (one: ReportDue) => <DueActs {...{ project, done, due: one }} /> }]
      : []),
  ]
  return (
    <div className="stack">
      {project.mayWrite && (
        <div className="row tight">
          {act}
          {project.plan.budget.length > 0 && <SpendDialog project={project} done={done} />}
        </div>
      )}
      <DataTable
        caption={t('projects.money')}
        file="budget"
        rows={project.spending}
        rowKey={(one) => one.code}
        order="line"
        prefix="b."
        columns={columns}
        empty={<EmptyState title={t('projects.money.none')}>{t('projects.money.none.do')}</EmptyState>}
      />
      <Spendings project={project} done={done} />
      <Panel title={t('donor-reports.calendar')}>
        <DataTable
          plain
          caption={t('donor-reports.calendar')}
          file="due"
          rows={project.plan.due}
          rowKey={(one) => one.id}
          order="due"
          prefix="d."
          columns={due}
          empty={<EmptyState title={t('projects.no-due')}>{t('projects.no-due.do')}</EmptyState>}
        />
        <Source>{t('projects.due.reminder')}</Source>
      </Panel>
      <Panel title={t('projects.partners')}>
        <PartnersPart key={project.version} project={project} done={done} />
      </Panel>
    </div>
  )
}
function SpendDialog({ project, done }: Omit<PartProps, 'act'>) {
  const { t, language } = useWords()
  const [form, setForm] = useState({
    line: project.plan.budget[0]?.code ?? '',
    period: project.periods.at(-1)?.period ?? '',
    amount: '',
    evidence: '',
  })
  const amount = numberIn(form.amount)
  const data =
    amount === null || form.evidence.trim() === ''
      ? null
      : { line: form.line, period: form.period, cents: Math.round(amount * 100), evidence: form.evidence.trim() }
  return (
    <ActDialog
      title={t('projects.spend')}
      explain={t('projects.spend.explain')}
      go={t('projects.spend')}
      kind="plain"
      missing={t('projects.spend.missing')}
      path={`/api/projects/${project.id}/spendings`}
      data={data}
      onDone={done}
    >
      <div className="stack">
        <SelectField
          label={t('projects.line')}
          value={form.line}
          onValue={(line) => setForm({ ...form, line })}
          options={project.plan.budget.map((one) => ({
            value: one.code,
            label: `${one.code} · ${inLanguage(language, one.title)} (${one.currency})`,
          }))}
        />
        <SelectField
          label={t('projects.quarter')}
          value={form.period}
          onValue={(period) => setForm({ ...form, period })}
          options={project.periods.map((one) => ({ value: one.period, label: one.period }))}
        />
        <TextField
          label={t('projects.amount')}
          inputMode="decimal"
          value={form.amount}
          onValue={(next) => setForm({ ...form, amount: next })}
          required
        />
        <TextField
          label={t('projects.evidence')}
          value={form.evidence}
          onValue={(evidence) => setForm({ ...form, evidence })}
          maxLength={200}
          required
        />
      </div>
    </ActDialog>
  )
}
