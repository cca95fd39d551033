/* The fields that each kind of paper asks. */
import { useAnswer } from '../../../../app/ask.ts'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { type Named, NamedField } from '../../../../app/kit/named-field.tsx'
import { useWords } from '../../../../app/words.ts'
import { auditStatuses, elements, type PaperForm } from './paper-form.ts'

export interface PaperFieldsProps {
  readonly form: PaperForm
  readonly change: (part: Partial<PaperForm>) => void
}
export function PaperFields({ form, change }: PaperFieldsProps) {
  const { t } = useWords()
  const reference = (
    <TextField
      label={t('dossier.paper.reference')}
      value={form.reference}
      onValue={(text) => change({ reference: text })}
      maxLength={60}
      required
    />
  )
  switch (form.kind) {
    case 'exporter-approval':
      return (
        <>
          {reference}
          <DateField label={t('dossier.paper.from-day')} value={form.day} onValue={(day) => change({ day })} required />
          <DateField label={t('dossier.paper.until-day')} value={form.until} onValue={(until) => change({ until })} required />
          <SelectField
            label={t('dossier.paper.audit')}
            value={form.audit}
            options={[
              { value: '', label: t('dossier.choose') },
              ...auditStatuses.map((value) => ({ value: String(value), label: t(`status.${value}`) })),
            ]}
            onValue={(audit) => change({ audit })}
            required
          />
        </>
      )
    case 'assay':
      return <AssayFields form={form} change={change} reference={reference} />
    case 'tax-receipt':
      return <TaxFields form={form} change={change} reference={reference} />
    default:
      return <TransportFields form={form} change={change} reference={reference} />
  }
}

interface KindProps extends PaperFieldsProps {
  readonly reference: React.ReactNode
}
function AssayFields({ form, change, reference }: KindProps) {
  const { t } = useWords()
  const unit = form.element === 'Au' ? '‰' : '%'
  return (
    <>
      <TextField
        label={t('dossier.paper.lab')}
        value={form.authority}
        onValue={(authority) => change({ authority })}
        maxLength={120}
        required
      />
      {reference}
      <SelectField
        label={t('dossier.paper.element')}
        value={form.element}
        options={elements.map((value) => ({ value: String(value), label: value }))}
        onValue={(element) => change({ element })}
      />
      <TextField
        label={t('dossier.paper.value', { unit })}
        value={form.value}
        onValue={(value) => change({ value })}
        inputMode="decimal"
        required
      />
      <DateField label={t('dossier.paper.day')} value={form.day} onValue={(day) => change({ day })} max={todayHere()} required />
    </>
  )
}

function TaxFields({ form, change, reference }: KindProps) {
  const { t } = useWords()
  return (
    <>
      <TextField label={t('dossier.paper.tax')} value={form.taxType} onValue={(taxType) => change({ taxType })} maxLength={60} required />
      <TextField
        label={t('dossier.paper.authority')}
        value={form.authority}
        onValue={(authority) => change({ authority })}
        maxLength={80}
        required
      />
      {reference}
      <TextField
        label={t('dossier.paper.amount')}
        value={form.amount}
        onValue={(amount) => change({ amount })}
        inputMode="decimal"
        required
      />
      <TextField
        label={t('dossier.paper.currency')}
        value={form.currency}
        onValue={(currency) => change({ currency })}
        maxLength={3}
        required
      />
      <DateField label={t('dossier.paper.day')} value={form.day} onValue={(day) => change({ day })} max={todayHere()} required />
    </>
  )
}

interface Organisation extends Named {
  readonly kind: string
}
function TransportFields({ form, change, reference }: KindProps) {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly organisations: readonly Organisation[] }>('/api/organisations')
  const trading = data?.organisations.filter((one) => ['cooperative', 'trader', 'processor', 'exporter'].includes(one.kind))
  return (
    <>
      {reference}
      <NamedField
        label={t('dossier.paper.from')}
        value={form.from}
        named={trading}
        empty={t('dossier.choose')}
        onValue={(from) => change({ from })}
        required
      />
      <NamedField
        label={t('dossier.paper.to')}
        value={form.to}
        named={trading}
        empty={t('dossier.paper.abroad')}
        onValue={(to) => change({ to })}
      />
      <DateField label={t('dossier.paper.day')} value={form.day} onValue={(day) => change({ day })} max={todayHere()} required />
      <DateField label={t('dossier.paper.until-day')} value={form.until} onValue={(until) => change({ until })} />
    </>
  )
}
