/* The fields of the act, with the texts that it may cite and the scan of the signed paper. */
import { useAnswer } from '../../../../app/ask.ts'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { lineFault } from '../../../../app/kit/line-fault.ts'
import { useWords } from '../../../../app/words.ts'
import { legalInstruments } from '../../domain/orders/legal-instruments.ts'
import type { OrderList } from '../../domain/orders/order-answers.ts'
import { BASIS_LETTERS, type DraftForm, RECITAL_LETTERS, kindsOfOrder } from './draft-form.ts'
import { PaperField } from '../paper-field.tsx'

interface FieldsProps {
  readonly form: DraftForm
  readonly change: (part: Partial<DraftForm>) => void
}
export function OrderFields({ form, change }: FieldsProps) {
  const { t } = useWords()
  return (
    <div className="stack">
      <div className="field-row low">
        <SelectField
          label={t('order.kind')}
          value={form.orderKind}
          options={kindsOfOrder.map((value) => ({ value, label: t(`order.kind.${value}`) }))}
          onValue={(orderKind) => change({ orderKind })}
        />
        <TextField
          label={t('order.number')}
          hint={t('order.number.hint')}
          value={form.number}
          onValue={(number) => change({ number })}
          maxLength={120}
        />
      </div>
      <div className="field-row low">
        <SelectField
          label={t('draft.signatory')}
          value={form.signatoryRole}
          options={(['MINISTER', 'MINISTER_PROV'] as const).map((value) => ({
            value: String(value),
            label: t(`draft.signatory.${value}`),
          }))}
          onValue={(signatoryRole) => change({ signatoryRole })}
        />
        <DateField label={t('order.signed')} value={form.signedOn} onValue={(signedOn) => change({ signedOn })} max={todayHere()} />
        <TextField
          label={t('draft.place')}
          value={form.signedAtPlace}
          onValue={(signedAtPlace) => change({ signedAtPlace })}
          maxLength={120}
        />
      </div>
      <div className="field-row low">
        <DateField label={t('order.from')} value={form.effectiveFrom} onValue={(effectiveFrom) => change({ effectiveFrom })} />
        <TextField
          label={t('order.months')}
          hint={t('order.months.hint')}
          value={form.months}
          onValue={(months) => change({ months })}
          inputMode="numeric"
          maxLength={3}
        />
        <DateField label={t('order.until')} hint={t('order.until.hint')} value={form.until} onValue={(until) => change({ until })} />
      </div>
      <Grounds form={form} change={change} />
      <Supersedes form={form} change={change} />
      <Stated form={form} change={change} />
      <PaperField
        label={t('draft.scan')}
        title={t('draft.scan.title')}
        kind="order"
        keptText={t('draft.scan.kept')}
        paper={form.scan}
        onPaper={(scan) => change({ scan })}
      />
    </div>
  )
}

function Grounds({ form, change }: FieldsProps) {
  const { t, language } = useWords()
  const add = (id: string) => {
    const text = legalInstruments.find((one) => one.id === id)
    if (text) change({ legalBasis: [form.legalBasis.trim(), text.cited].filter(Boolean).join('\n') })
  }
  const options = legalInstruments.map((one) => ({ value: one.id, label: `${one.cited} – ${one.subject[language]} [${one.evidence}]` }))
  return (
    <>
      <LongTextField
        label={t('missions.legal')}
        hint={t('missions.legal.hint')}
        fault={lineFault(t, form.legalBasis, BASIS_LETTERS)}
        maxLength={4000}
        value={form.legalBasis}
        onValue={(legalBasis) => change({ legalBasis })}
        rows={5}
      />
      <SelectField
        label={t('draft.instruments')}
        value=""
        options={[{ value: '', label: t('draft.instruments.choose') }, ...options]}
        onValue={add}
      />
      <LongTextField
        label={t('draft.recitals')}
        hint={t('draft.recitals.hint')}
        fault={lineFault(t, form.recitals, RECITAL_LETTERS)}
        maxLength={20_000}
        value={form.recitals}
        onValue={(recitals) => change({ recitals })}
        rows={3}
      />
    </>
  )
}

function Supersedes({ form, change }: FieldsProps) {
  const { t } = useWords()
  const { data } = useAnswer<OrderList>('/api/orders')
  const standing = (data?.orders ?? []).filter((one) => one.annulledOn === null)
  return (
    <SelectField
      label={t('draft.supersedes')}
      value={form.supersedes}
      options={[
        { value: '', label: t('draft.supersedes.none') },
        ...standing.map((one) => ({ value: String(one.order), label: `${one.number} – ${t(`order.phase.${one.phase}`)}` })),
      ]}
      onValue={(supersedes) => change({ supersedes })}
    />
  )
}

function Stated({ form, change }: FieldsProps) {
  const { t } = useWords()
  const fields = [
    ['statedGreen', 'green'],
    ['statedYellow', 'yellow'],
    ['statedRed', 'red'],
  ] as const
  return (
    <fieldset className="field">
      <legend>{t('draft.stated')}</legend>
      <span className="hint">{t('draft.stated.hint')}</span>
      <div className="row">
        {fields.map(([field, colour]) => (
          <TextField
            key={field}
            label={t(`status.${colour}`)}
            value={form[field]}
            onValue={(value) => change({ [field]: value })}
            inputMode="numeric"
            maxLength={4}
            size={4}
          />
        ))}
      </div>
    </fieldset>
  )
}
