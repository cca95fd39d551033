/* Baseline reports of a site: what was counted, what looks odd in it, who may validate it; and the quota that rests on one. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { DateText, massText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { BaselineSummary } from '../../contract-tags.ts'
import { wholeOf } from './ask-dialog.tsx'
import { ReasonField } from './batch-dialogs.tsx'

export function BaselinePanel({ site, baselines }: { readonly site: string; readonly baselines: readonly BaselineSummary[] }) {
  const { t } = useWords()
  const me = useMe().data
  const aside = (
    <span className="row tight">
      {mayOpen('custody.allocate-tags', me) && <QuotaDialog site={site} baselines={baselines} />}
      {mayOpen('custody.report-baseline', me) && <ReportDialog site={site} />}
    </span>
  )
  return (
    <Panel title={t('tags.baseline')} aside={aside}>
      {baselines.length === 0 && (
        <EmptyState title={t('tags.baseline.none')}>
          <p>{t('tags.baseline.none.do')}</p>
        </EmptyState>
      )}
      <ul className="plain-list stack">
        {baselines.map((one) => (
          <Report key={one.id} report={one} mayDecide={mayOpen('custody.report-baseline', me)} />
        ))}
      </ul>
    </Panel>
  )
}

function Report({ report, mayDecide }: { readonly report: BaselineSummary; readonly mayDecide: boolean }) {
  const { t, language } = useWords()
  const [reason, setReason] = useState('')
  const kilograms = (grams: number) => massText(language, grams)
  const produced = report.production.map(({ mineral, dailyGrams, monthlyGrams }) => {
    return `${mineral} ${kilograms(dailyGrams)} · ${kilograms(monthlyGrams)}`
  })
  return (
    <li>
      <div>
        <strong>{t(`tags.baseline.state.${report.state}`)}</strong> · {report.body}, <DateText date={report.observedOn} /> ·{' '}
        {numberText(language, report.miners)} {t('tags.baseline.miners')} · {produced.join(' ; ')}
      </div>
      {report.reason !== null && <div className="small">{report.reason}</div>}
      {report.warnings.map((one) => (
        <Note key={one.mineral}>
          {one.mineral} :{' '}
          {t('tags.baseline.warned', { monthly: kilograms(one.monthlyGrams), from: kilograms(one.fromGrams), to: kilograms(one.toGrams) })}
        </Note>
      ))}
      {mayDecide && report.state === 'reported' && (
        <span className="row tight">
          <ActDialog
            title={t('tags.baseline.validate')}
            explain={t('tags.baseline.validate.explain')}
            go={t('tags.go')}
            kind="plain"
            path={`/api/baselines/${report.id}/validations`}
            data={{}}
          >
            {null}
          </ActDialog>
          <ActDialog
            title={t('tags.reject')}
            explain={t('tags.reject.explain')}
            go={t('tags.go')}
            kind="danger"
            path={`/api/baselines/${report.id}/rejections`}
            data={reason.trim() === '' ? null : { reason: reason.trim() }}
          >
            <ReasonField value={reason} onValue={setReason} />
          </ActDialog>
        </span>
      )}
    </li>
  )
}

const minerals = ['Sn', 'Ta', 'W', 'Au', 'other'] as const
const emptyReport = { body: '', observedOn: '', miners: '', mineral: 'Sn', daily: '', monthly: '' }
/** Kilograms as typed, in whole grams. */
const gramsOf = (typed: string): number | null => {
  const found = /^(\d{1,7})(?:[.,](\d{1,3}))?$/.exec(typed.trim().replaceAll(' ', ''))
  return found ? Number(found[1]) * 1_000 + Number((found[2] ?? '').padEnd(3, '0')) : null
}
function ReportDialog({ site }: { readonly site: string }) {
  const { t } = useWords()
  const [form, setForm] = useState(() => ({ ...emptyReport, observedOn: todayHere() }))
  const set = (part: Partial<typeof emptyReport>) => setForm({ ...form, ...part })
  const [miners, dailyGrams, monthlyGrams] = [wholeOf(form.miners), gramsOf(form.daily), gramsOf(form.monthly)]
  const isWhole = miners !== null && dailyGrams !== null && monthlyGrams !== null && form.body.trim() !== '' && form.observedOn !== ''
  const { body, observedOn, mineral } = form
  const production = [{ mineral, dailyGrams, monthlyGrams }]
  return (
    <ActDialog
      title={t('tags.baseline.report')}
      explain={t('tags.baseline.report.explain')}
      go={t('tags.go')}
      kind="plain"
      path="/api/baselines"
      data={isWhole ? { site, inspectionType: 'mining', body: body.trim(), observedOn, miners, production } : null}
    >
      <div className="field-row two">
        <TextField label={t('tags.baseline.body')} value={body} onValue={(next) => set({ body: next })} maxLength={80} required />
        <DateField label={t('tags.baseline.day')} value={observedOn} onValue={(next) => set({ observedOn: next })} max={todayHere()} />
      </div>
      <div className="field-row two">
        <TextField label={t('tags.baseline.miners')} value={form.miners} onValue={(next) => set({ miners: next })} inputMode="numeric" />
        <SelectField
          label={t('tags.baseline.mineral')}
          value={mineral}
          options={minerals.map((value) => ({ value: String(value), label: value }))}
          onValue={(next) => set({ mineral: next })}
        />
      </div>
      <div className="field-row two">
        <TextField label={t('tags.baseline.daily')} value={form.daily} onValue={(daily) => set({ daily })} inputMode="decimal" required />
        <TextField
          label={t('tags.baseline.monthly')}
          value={form.monthly}
          onValue={(monthly) => set({ monthly })}
          inputMode="decimal"
          required
        />
      </div>
    </ActDialog>
  )
}

function QuotaDialog({ site, baselines }: { readonly site: string; readonly baselines: readonly BaselineSummary[] }) {
  const { t } = useWords()
  const valid = baselines.filter((one) => one.state === 'validated')
  const [form, setForm] = useState({ tags: '', basisId: '', inspection: '' })
  const allowedTags = wholeOf(form.tags)
  const byInspection = form.basisId === ''
  const basisId = byInspection ? form.inspection.trim() : form.basisId
  const options = valid.map((one) => ({ value: String(one.id), label: `${t('tags.basis.baseline')} ${one.observedOn}` }))
  return (
    <ActDialog
      title={t('tags.quota')}
      explain={t('tags.quota.explain')}
      go={t('tags.go')}
      kind="plain"
      path={`/api/tag-lockboxes/${site}/quotas`}
      data={allowedTags !== null && basisId !== '' ? { allowedTags, basis: byInspection ? 'inspection' : 'baseline', basisId } : null}
    >
      <TextField
        label={t('tags.quota.tags')}
        value={form.tags}
        onValue={(next) => setForm({ ...form, tags: next })}
        inputMode="numeric"
        required
      />
      <SelectField
        label={t('tags.quota.basis')}
        value={form.basisId}
        options={[{ value: '', label: t('tags.basis.inspection') }, ...options]}
        onValue={(next) => setForm({ ...form, basisId: next })}
      />
      {byInspection && (
        <TextField
          label={t('tags.quota.inspection')}
          value={form.inspection}
          onValue={(inspection) => setForm({ ...form, inspection })}
          maxLength={60}
          required
        />
      )}
    </ActDialog>
  )
}
