/*
Drafting an order: sites with an accepted visit come with the colour that the team proposed; where the order decides otherwise it
must say why. Other kinds of order name their sites by search. The draft prints as a draft; signing cannot be undone, so it asks once more.
*/
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { madeId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { lineFault } from '../../../../app/kit/line-fault.ts'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { InspectionList } from '../../domain/missions/mission-answers.ts'
import { AnnexEditor } from './annex-editor.tsx'
import { type AnnexDraft, annexOf, linesOf, silentLines } from './annex.ts'
import { ConfirmOrder } from './confirm-order.tsx'
import { OrderPaper } from './order-paper.tsx'

export const orderKinds = ['validation', 'red_listing', 'extension', 'withdrawal', 'derogation'] as const
const emptyOrder = {
  orderKind: 'validation',
  number: '',
  signatoryRole: 'MINISTER',
  signedOn: '',
  effectiveFrom: '',
  months: '',
  until: '',
  legalBasis: '',
}
type OrderForm = typeof emptyOrder

export function NewOrderScreen() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [form, setForm] = useState<OrderForm>(() => ({ ...emptyOrder, signedOn: todayHere(), effectiveFrom: todayHere() }))
  const [lines, setLines] = useState<readonly AnnexDraft[]>([])
  const accepted = useAnswer<InspectionList>('/api/inspections?phase=accepted')
  const [confirming, setConfirming] = useState(false)
  const { send, sending, error, forget } = useCommand('/api/orders')
  const data = orderOf(form, lines)
  const change = (part: Partial<OrderForm>) => {
    setForm({ ...form, ...part })
    if (part.orderKind !== undefined && part.orderKind !== form.orderKind) setLines([])
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (data !== null) setConfirming(true)
  }
  const sign = async () => {
    if (data === null) return
    const receipt = await send(data).catch(() => null)
    if (receipt) await navigate({ to: `/orders/${madeId(receipt)}` })
  }
  return (
    <Page
      title={t('order.draft')}
      crumbs={<AppLink to="/orders">{t('order.orders')}</AppLink>}
      actions={<Button onClick={() => window.print()}>{t('order.draft.print')}</Button>}
    >
      <form className="stack no-print" onSubmit={submit}>
        <div className="columns">
          <Panel title={t('order.act')}>
            <OrderFields form={form} change={change} />
          </Panel>
          <Panel title={t('order.annex')}>
            {accepted.error && <ErrorState error={accepted.error} again={accepted.again} />}
            <AnnexEditor kind={form.orderKind} offered={accepted.data ? linesOf(accepted.data) : []} lines={lines} onLines={setLines} />
          </Panel>
        </div>
        {silentLines(lines).length > 0 && <Note tone="red">{t('order.silent', { n: silentLines(lines).length })}</Note>}
        <div className="form-actions">
          <span className="small grow">{t('order.sign.explain')}</span>
          <Button kind="primary" type="submit" disabled={data === null}>
            {t('order.sign')}
          </Button>
        </div>
      </form>
      <ConfirmOrder
        order={form}
        lines={lines}
        open={confirming}
        onOpen={(open) => {
          forget()
          setConfirming(open)
        }}
        onSign={() => void sign()}
        busy={sending}
        error={error}
      />
      <h2 className="no-print">{t('order.preview')}</h2>
      <OrderPaper
        {...form}
        legalBasis={basisOf(form)}
        until={form.until === '' ? null : form.until}
        lines={lines.map((line) => ({ ...line, deviationReason: line.deviationReason === '' ? null : line.deviationReason }))}
        isDraft
      />
    </Page>
  )
}

/** Letters that one act of the legal basis may have, as the server takes it. */
const LINE = 200
const basisOf = (form: OrderForm): readonly string[] =>
  form.legalBasis
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The command's data, or null while something is missing. */
function orderOf(form: OrderForm, lines: readonly AnnexDraft[]): object | null {
  const legalBasis = basisOf(form)
  const months = form.months.trim()
  if (form.number.trim() === '' || form.signedOn === '' || form.effectiveFrom === '' || legalBasis.length === 0) return null
  if (legalBasis.some((line) => line.length > LINE)) return null
  if (lines.length === 0 || silentLines(lines).length > 0 || !/^\d{0,3}$/.test(months)) return null
  return {
    orderKind: form.orderKind,
    number: form.number.trim(),
    signatoryRole: form.signatoryRole,
    signedOn: form.signedOn,
    effectiveFrom: form.effectiveFrom,
    ...(months === '' ? {} : { durationMonths: Number(months) }),
    ...(form.until === '' ? {} : { effectiveTo: form.until }),
    legalBasis,
    annex: annexOf(lines),
  }
}

function OrderFields({ form, change }: { readonly form: OrderForm; readonly change: (part: Partial<OrderForm>) => void }) {
  const { t } = useWords()
  return (
    <div className="stack">
      <SelectField
        label={t('order.kind')}
        value={form.orderKind}
        options={orderKinds.map((value) => ({ value: String(value), label: t(`order.kind.${value}`) }))}
        onValue={(orderKind) => change({ orderKind })}
      />
      <TextField
        label={t('order.number')}
        hint={t('order.number.hint')}
        value={form.number}
        onValue={(number) => change({ number })}
        maxLength={120}
        required
      />
      <DateField label={t('order.signed')} value={form.signedOn} onValue={(signedOn) => change({ signedOn })} max={todayHere()} required />
      <DateField label={t('order.from')} value={form.effectiveFrom} onValue={(effectiveFrom) => change({ effectiveFrom })} required />
      <TextField
        label={t('order.months')}
        hint={t('order.months.hint')}
        value={form.months}
        onValue={(months) => change({ months })}
        inputMode="numeric"
        maxLength={3}
      />
      <DateField label={t('order.until')} hint={t('order.until.hint')} value={form.until} onValue={(until) => change({ until })} />
      <LongTextField
        label={t('missions.legal')}
        hint={t('missions.legal.hint')}
        fault={lineFault(t, form.legalBasis, LINE)}
        maxLength={4000}
        value={form.legalBasis}
        onValue={(legalBasis) => change({ legalBasis })}
        required
        rows={3}
      />
    </div>
  )
}
