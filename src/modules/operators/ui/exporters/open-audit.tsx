/*
An accredited body opens the audit of an exporter: period, and scope from the point of export back to the mine. From the page of an exporter it is that one,
from the list of audits it is chosen here; its suppliers of today enter by themselves.
*/
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { madeId } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { DateField, LongTextField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { ExporterDetail, ExporterSummary } from '../../contract-exporters.ts'
import { type OpeningForm, emptyOpening, openingOf } from './audit-forms.ts'
import { suppliersNow } from './suppliers-now.ts'

/** Without an exporter it is chosen in the dialog. */
export function OpenAuditDialog({ exporter: given }: { readonly exporter?: string }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [form, setForm] = useState<OpeningForm>({ ...emptyOpening, exporter: given ?? '' })
  const change = (part: Partial<OpeningForm>) => setForm({ ...form, ...part })
  const list = useAnswer<{ readonly exporters: readonly ExporterSummary[] }>(given === undefined ? '/api/exporters' : null)
  const chosen = useAnswer<ExporterDetail>(form.exporter === '' ? null : `/api/exporters/${form.exporter}`)
  const isKnown = chosen.data?.summary.standing.organisation === form.exporter
  const suppliers = isKnown ? suppliersNow(chosen.data?.suppliers ?? []).map((one) => one.id) : []
  return (
    <ActDialog
      title={t('audits.open')}
      explain={t('audits.open.explain')}
      go={t('audits.open')}
      path="/api/audits"
      data={isKnown ? openingOf(form, suppliers) : null}
      onDone={(receipt) => void navigate({ to: `/audits/${madeId(receipt)}` })}
    >
      {given === undefined && (
        <NamedField
          label={t('audits.exporter')}
          value={form.exporter}
          named={list.data?.exporters.map((one) => ({ id: one.standing.organisation, name: one.name }))}
          empty={t('exporters.choose')}
          onValue={(exporter) => change({ exporter })}
        />
      )}
      {chosen.error && <ErrorState error={chosen.error} again={chosen.again} />}
      <TextField
        label={t('audits.accreditation')}
        value={form.accreditation}
        onValue={(accreditation) => change({ accreditation })}
        maxLength={80}
        required
      />
      <DateField
        label={t('audits.accredited-until')}
        value={form.accreditedUntil}
        onValue={(accreditedUntil) => change({ accreditedUntil })}
        required
      />
      <div className="field-row two">
        <DateField label={t('audits.from')} value={form.periodFrom} onValue={(periodFrom) => change({ periodFrom })} required />
        <DateField label={t('audits.until')} value={form.periodUntil} onValue={(periodUntil) => change({ periodUntil })} required />
      </div>
      <LongTextField
        label={t('audits.scope')}
        hint={t('audits.scope.hint', { n: suppliers.length })}
        value={form.about}
        onValue={(about) => change({ about })}
        maxLength={2000}
        required
      />
      <LongTextField label={t('audits.sites')} hint={t('audits.line')} value={form.sites} onValue={(sites) => change({ sites })} rows={2} />
      <LongTextField
        label={t('audits.routes')}
        hint={t('audits.line')}
        value={form.routes}
        onValue={(routes) => change({ routes })}
        rows={2}
      />
    </ActDialog>
  )
}
