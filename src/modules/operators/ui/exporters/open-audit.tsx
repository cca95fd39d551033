/* An accredited body opens the audit of an exporter: period, and scope from the point of export back to the mine. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { madeId } from '../../../../app/api.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { DateField, LongTextField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { ExporterDetail } from '../../contract-exporters.ts'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

export function OpenAuditDialog({ exporter, suppliers }: { readonly exporter: string; readonly suppliers: ExporterDetail['suppliers'] }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [accreditation, setAccreditation] = useState('')
  const [accreditedUntil, setUntil] = useState('')
  const [periodFrom, setFrom] = useState('')
  const [periodUntil, setTo] = useState('')
  const [about, setAbout] = useState('')
  const [sites, setSites] = useState('')
  const [routes, setRoutes] = useState('')
  const complete = [accreditation, accreditedUntil, periodFrom, periodUntil, about].every((one) => one.trim() !== '')
  const running = [...new Set(suppliers.filter((one) => one.until === null).map((one) => one.supplier))]
  const scope = { about: about.trim(), suppliers: running, sites: linesOf(sites), routes: linesOf(routes) }
  return (
    <ActDialog
      title={t('audits.open')}
      explain={t('audits.open.explain')}
      go={t('audits.open')}
      path="/api/audits"
      data={complete ? { exporter, accreditation: accreditation.trim(), accreditedUntil, periodFrom, periodUntil, scope } : null}
      onDone={(receipt) => void navigate({ to: `/audits/${madeId(receipt)}` })}
    >
      <TextField label={t('audits.accreditation')} value={accreditation} onValue={setAccreditation} maxLength={80} required />
      <DateField label={t('audits.accredited-until')} value={accreditedUntil} onValue={setUntil} required />
      <div className="field-row two">
        <DateField label={t('audits.from')} value={periodFrom} onValue={setFrom} required />
        <DateField label={t('audits.until')} value={periodUntil} onValue={setTo} required />
      </div>
      <LongTextField
        label={t('audits.scope')}
        hint={t('audits.scope.hint', { n: running.length })}
        value={about}
        onValue={setAbout}
        maxLength={2000}
        required
      />
      <LongTextField label={t('audits.sites')} hint={t('audits.line')} value={sites} onValue={setSites} rows={2} />
      <LongTextField label={t('audits.routes')} hint={t('audits.line')} value={routes} onValue={setRoutes} rows={2} />
    </ActDialog>
  )
}
