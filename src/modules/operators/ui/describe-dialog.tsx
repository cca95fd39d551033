/* What an organisation is in the chain, under which numbers and where. The telephone is kept apart from the log. */
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { SelectField, TextField } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'
import type { EntityType, OperatorDetail } from '../contract.ts'

const types = [
  'cooperative',
  'trader',
  'comptoir',
  'processing_entity',
  'refinery',
  'transporter',
  'concession_holder',
  'importer',
  'smelter',
] as const
const kept = (value: string): string | undefined => (value.trim() === '' ? undefined : value.trim())

const LINES = [
  ['legalForm', 'operators.legal-form', 60],
  ['rccm', 'operators.rccm', 40],
  ['nationalId', 'operators.national-id', 40],
] as const

export function DescribeDialog({ detail: { operator, described, contact } }: { readonly detail: OperatorDetail }) {
  const { t } = useWords()
  const address = described?.legalAddress ?? described?.physicalAddress
  const [entityType, setType] = useState<EntityType>(operator.entityType ?? 'trader')
  const [form, setForm] = useState({
    legalForm: described?.legalForm ?? '',
    rccm: described?.rccm ?? '',
    nationalId: described?.nationalId ?? '',
    taxNumber: described?.taxNumber ?? '',
    locality: address?.locality ?? '',
    street: address?.street ?? '',
    phone: contact?.phone ?? '',
  })
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const data = {
    ...described,
    ...{
      entityType,
      legalForm: kept(form.legalForm),
      rccm: kept(form.rccm),
      nationalId: kept(form.nationalId),
      taxNumber: kept(form.taxNumber),
    },
    legalAddress: { ...address, country: address?.country ?? 'CD', locality: form.locality.trim(), street: kept(form.street) },
    ...(form.phone.trim() === '' ? {} : { contact: { ...contact, phone: form.phone.replaceAll(/\s/g, '') } }),
  }
  return (
    <ActDialog
      title={t('operators.describe')}
      explain={t('operators.describe.explain')}
      go={t('operators.describe.go')}
      path={`/api/operators/${operator.organisation}/descriptions`}
      kind="plain"
      data={form.locality.trim() === '' ? null : data}
    >
      <SelectField
        label={t('operators.type')}
        value={entityType}
        options={types.map((value) => ({ value, label: t(`operators.type.${value}`) }))}
        onValue={setType}
      />
      {LINES.map(([name, label, most]) => (
        <TextField key={name} label={t(label)} value={form[name]} onValue={(value) => change({ [name]: value })} maxLength={most} />
      ))}
      <TextField
        label={t('operators.tax-number')}
        hint={t('operators.tax-number.hint')}
        value={form.taxNumber}
        onValue={(taxNumber) => change({ taxNumber })}
        maxLength={40}
      />
      <TextField
        label={t('operators.locality')}
        value={form.locality}
        onValue={(locality) => change({ locality })}
        maxLength={160}
        required
      />
      <TextField label={t('operators.street')} value={form.street} onValue={(street) => change({ street })} maxLength={160} />
      <TextField
        label={t('operators.phone')}
        hint={t('operators.phone.hint')}
        value={form.phone}
        onValue={(phone) => change({ phone })}
        inputMode="tel"
      />
    </ActDialog>
  )
}
