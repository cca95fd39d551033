/* What is done with the numbers of one batch: giving a part to a site, declaring, destroying, printing. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { TagBatchSummary } from '../../contract.ts'
import { type PickedSite, SiteField } from '../lots/pick.tsx'
import { RangeFields, rangeOf } from './range-field.tsx'

const noRange = { first: '', last: '' }

export function BatchActs({ batch }: { readonly batch: TagBatchSummary }) {
  const { t } = useWords()
  return (
    <span className="row tight">
      {batch.free > 0 && <GiveDialog batch={batch} />}
      <DeclareDialog batch={batch} />
      <DestroyDialog batch={batch} />
      <LinkButton to={`/tags/${batch.id}/print`}>{t('tags.print')}</LinkButton>
    </span>
  )
}

function GiveDialog({ batch }: { readonly batch: TagBatchSummary }) {
  const { t } = useWords()
  // Most series go whole to one site; a part is typed over it.
  const [typed, setTyped] = useState(() => (batch.sites === 0 ? { first: batch.first, last: batch.last } : noRange))
  const [site, setSite] = useState<PickedSite | null>(null)
  const [day, setDay] = useState(todayHere)
  const range = rangeOf(batch, typed)
  return (
    <ActDialog
      title={t('tags.allocate')}
      explain={t('tags.give.explain')}
      go={t('tags.allocate.go')}
      kind="plain"
      path={`/api/tag-batches/${batch.id}/parts`}
      data={site && range && day !== '' ? { site: site.id, ...range, allocatedOn: day } : null}
      onDone={() => setTyped(noRange)}
    >
      <SiteField label={t('tags.site')} value={site} onValue={setSite} />
      <RangeFields print={batch} value={typed} onValue={setTyped} />
      <DateField label={t('tags.allocate.day')} value={day} onValue={setDay} max={todayHere()} />
    </ActDialog>
  )
}

const kinds = ['lost', 'stolen', 'damaged', 'void'] as const
function DeclareDialog({ batch }: { readonly batch: TagBatchSummary }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(noRange)
  const [form, setForm] = useState({ as: 'lost', declaredOn: todayHere(), reason: '' })
  const range = rangeOf(batch, typed)
  const options = kinds.map((value) => ({ value: String(value), label: t(`tags.declare.${value}`) }))
  return (
    <ActDialog
      title={t('tags.declare')}
      explain={t('tags.declare.explain')}
      go={t('tags.declare')}
      kind="plain"
      path={`/api/tag-batches/${batch.id}/declarations`}
      data={range && form.reason.trim() !== '' && form.declaredOn !== '' ? { ...range, ...form, reason: form.reason.trim() } : null}
      onDone={() => setTyped(noRange)}
    >
      <RangeFields print={batch} value={typed} onValue={setTyped} />
      <SelectField label={t('tags.declare.as')} value={form.as} options={options} onValue={(as) => setForm({ ...form, as })} />
      <DateField
        label={t('tags.declare.day')}
        value={form.declaredOn}
        onValue={(declaredOn) => setForm({ ...form, declaredOn })}
        max={todayHere()}
      />
      <ReasonField value={form.reason} onValue={(reason) => setForm({ ...form, reason })} />
    </ActDialog>
  )
}

function DestroyDialog({ batch }: { readonly batch: TagBatchSummary }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(noRange)
  const [reason, setReason] = useState('')
  const range = rangeOf(batch, typed)
  return (
    <ActDialog
      title={t('tags.destroy.go')}
      explain={t('tags.destroy.explain')}
      go={t('tags.destroy.go')}
      kind="plain"
      path={`/api/tag-batches/${batch.id}/destructions`}
      data={range && reason.trim() !== '' ? { ...range, reason: reason.trim() } : null}
      onDone={() => setTyped(noRange)}
    >
      <RangeFields print={batch} value={typed} onValue={setTyped} />
      <ReasonField value={reason} onValue={setReason} />
    </ActDialog>
  )
}

export function ReasonField({ value, onValue }: { readonly value: string; readonly onValue: (reason: string) => void }) {
  const { t } = useWords()
  return <LongTextField label={t('tags.reason')} value={value} onValue={onValue} maxLength={400} />
}
