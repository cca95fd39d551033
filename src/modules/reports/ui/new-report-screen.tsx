/* Opening a report: which kind, over which period, about what. Nothing is written before it is opened. */
import { type FormEvent, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { newId, post } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { Choice } from '../../../app/kit/choice.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, TextField } from '../../../app/kit/field.tsx'
import { type Named, NamedField } from '../../../app/kit/named-field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { mayOpen, useMe } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import type { ReportKind } from '../contract.ts'
import { isOfShipment, newReportOf } from './new-report-form.ts'
import { said } from './report-text.ts'

const kinds = ['oecd-annual', 'annex-risks', 'eu-shipment', 'mine-list', 'export-mirror', 'site-share'] as const

export function NewReportScreen() {
  const { t } = useWords()
  const [url] = useUrlState()
  const navigate = useNavigate()
  const me = useMe().data
  const thisYear = todayHere().slice(0, 4)
  const [id] = useState(newId)
  const [kind, setKind] = useState<ReportKind>(kinds.find((one) => one === url['kind']) ?? 'oecd-annual')
  const [from, setFrom] = useState(`${thisYear}-01-01`)
  const [until, setUntil] = useState(`${thisYear}-12-31`)
  const [form, setForm] = useState<SubjectForm>({ certificate: url['certificate'] ?? '', buyer: '', organisation: '' })
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({ busy: false, error: null })
  const oversees = mayOpen('custody.oversee', me)
  const given = newReportOf({ kind, from, until, ...form })
  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (given === null) return
    setState({ busy: true, error: null })
    const failed = await post('/api/reports', { id, ...given }).then(
      () => null,
      (error: unknown) => error,
    )
    setState({ busy: false, error: failed })
    if (failed === null) await navigate({ to: `/written-reports/${id}` })
  }
  return (
    <Page title={t('reports.new')} crumbs={<AppLink to="/written-reports">{t('reports.title')}</AppLink>}>
      <form className="columns" onSubmit={(event) => void open(event)}>
        <Panel title={t('reports.kind')}>
          <Choice
            legend={t('reports.kind')}
            value={kind}
            options={kinds.map((one) => ({ value: one, label: said('kind', one) }))}
            onValue={setKind}
          />
        </Panel>
        <Panel title={t(isOfShipment(kind) ? 'reports.subject.shipment' : 'reports.subject')}>
          <div className="stack">
            {!isOfShipment(kind) && (
              <div className="field-row two">
                <DateField label={t('reports.from')} value={from} onValue={setFrom} required />
                <DateField label={t('reports.until')} value={until} onValue={setUntil} required />
              </div>
            )}
            <SubjectFields kind={kind} form={form} change={(part) => setForm({ ...form, ...part })} oversees={oversees} />
            {state.error !== null && <ErrorState error={state.error} />}
            <div className="form-actions">
              <Button kind="primary" type="submit" busy={state.busy} disabled={given === null}>
                {t('reports.open')}
              </Button>
            </div>
          </div>
        </Panel>
      </form>
    </Page>
  )
}

interface SubjectForm {
  readonly certificate: string
  readonly buyer: string
  readonly organisation: string
}
interface SubjectProps {
  readonly kind: ReportKind
  readonly form: SubjectForm
  readonly change: (part: Partial<SubjectForm>) => void
  readonly oversees: boolean
}
/** What the kind is about: a certificate, a buyer, an exporter. */
function SubjectFields({ kind, form, change, oversees }: SubjectProps) {
  const { t } = useWords()
  const bodies = useAnswer<{ readonly organisations: readonly (Named & { readonly kind: string })[] }>(
    oversees ? '/api/organisations' : null,
  ).data
  return (
    <>
      {isOfShipment(kind) && (
        <TextField
          label={t('reports.certificate')}
          hint={t('reports.certificate.hint')}
          value={form.certificate}
          onValue={(certificate) => change({ certificate })}
          maxLength={24}
          required
        />
      )}
      {kind === 'mine-list' && (
        <TextField
          label={t('reports.buyer')}
          hint={t('reports.buyer.hint')}
          value={form.buyer}
          onValue={(buyer) => change({ buyer })}
          maxLength={120}
        />
      )}
      {!isOfShipment(kind) && oversees && (
        <NamedField
          label={t('reports.organisation')}
          value={form.organisation}
          onValue={(organisation) => change({ organisation })}
          named={bodies?.organisations.filter((one) => ['exporter', 'processor'].includes(one.kind))}
          empty={t('reports.organisation.all')}
        />
      )}
    </>
  )
}
