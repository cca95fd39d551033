/* What may be done with a request, by where it stands and by what the reader may do. The server has the last word. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { TagBatchSummary } from '../../contract.ts'
import type { TagRequestDetail } from '../../contract-tags.ts'
import { wholeOf } from './ask-dialog.tsx'
import { ReasonField } from './batch-dialogs.tsx'
import { RangeFields, rangeOf } from './range-field.tsx'

type Act = 'review' | 'revise.ask' | 'revise' | 'approve' | 'reject' | 'cancel' | 'assign' | 'receive'
/** Who may try which act in which state. */
const reviewing: { readonly [state: string]: readonly Act[] } = {
  pending: ['review', 'revise.ask', 'approve', 'reject'],
  'under-review': ['revise.ask', 'approve', 'reject'],
  'revision-requested': ['reject'],
  'pending-assignment': ['assign'],
  'pending-reception': ['assign'],
}
const asking: { readonly [state: string]: readonly Act[] } = {
  pending: ['cancel'],
  'under-review': ['cancel'],
  'revision-requested': ['revise', 'cancel'],
  'pending-assignment': ['cancel'],
  'pending-reception': ['receive'],
}

export function RequestActs({ detail }: { readonly detail: TagRequestDetail }) {
  const me = useMe().data
  const { state, approved, assigned } = detail.request
  const acts = [
    ...(mayOpen('custody.allocate-tags', me) ? (reviewing[state] ?? []) : []),
    ...(mayOpen('custody.hold-tags', me) ? (asking[state] ?? []) : []),
  ]
    // Who asked does not approve, and what is complete needs no further range.
    .filter((act) => act !== 'approve' || !detail.mine)
    .filter((act) => act !== 'assign' || assigned < (approved ?? 0))
  return acts.map((act) => <OneAct key={act} act={act} detail={detail} />)
}

function OneAct({ act, detail }: { readonly act: Act; readonly detail: TagRequestDetail }) {
  const { t } = useWords()
  const path = `/api/tag-requests/${detail.request.id}`
  switch (act) {
    case 'review':
      return (
        <ActDialog
          title={t('tags.review')}
          explain={t('tags.review.explain')}
          go={t('tags.go')}
          kind="plain"
          path={`${path}/reviews`}
          data={{}}
        >
          {null}
        </ActDialog>
      )
    case 'revise.ask':
      return <WithReason act={act} kind="plain" path={`${path}/revision-requests`} />
    case 'reject':
      return <WithReason act={act} kind="danger" path={`${path}/rejections`} />
    case 'cancel':
      return <WithReason act={act} kind="danger" path={`${path}/cancellations`} />
    case 'revise':
      return <WithNumber act={act} path={`${path}/revisions`} start={detail.request.quantity} />
    case 'approve':
      return <WithNumber act={act} path={`${path}/approvals`} start={detail.proposal.proposed ?? detail.request.quantity} />
    case 'receive':
      return <ReceiveDialog path={`${path}/receptions`} />
    case 'assign':
      return <AssignDialog detail={detail} />
  }
}

function WithReason({ act, kind, path }: { readonly act: Act; readonly kind: 'plain' | 'danger'; readonly path: string }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t(`tags.${act}`)}
      explain={t(`tags.${act}.explain`)}
      go={t('tags.go')}
      kind={kind}
      path={path}
      data={reason.trim() === '' ? null : { reason: reason.trim() }}
    >
      <ReasonField value={reason} onValue={setReason} />
    </ActDialog>
  )
}

function WithNumber({ act, path, start }: { readonly act: Act; readonly path: string; readonly start: number }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(String(start))
  const [reason, setReason] = useState('')
  const quantity = wholeOf(typed)
  return (
    <ActDialog
      title={t(`tags.${act}`)}
      explain={t(`tags.${act}.explain`)}
      go={t('tags.go')}
      path={path}
      data={quantity ? { quantity, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) } : null}
    >
      <TextField label={t('tags.ask.quantity')} value={typed} onValue={setTyped} inputMode="numeric" required />
      <ReasonField value={reason} onValue={setReason} />
    </ActDialog>
  )
}

function ReceiveDialog({ path }: { readonly path: string }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [remark, setRemark] = useState('')
  const counted = wholeOf(typed)
  return (
    <ActDialog
      title={t('tags.receive')}
      explain={t('tags.receive.explain')}
      go={t('tags.go')}
      path={path}
      data={counted === null ? null : { counted, ...(remark.trim() === '' ? {} : { remark: remark.trim() }) }}
    >
      <TextField label={t('tags.receive.counted')} value={typed} onValue={setTyped} inputMode="numeric" required />
      <ReasonField value={remark} onValue={setRemark} />
    </ActDialog>
  )
}

function AssignDialog({ detail: { request } }: { readonly detail: TagRequestDetail }) {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly batches: readonly TagBatchSummary[] }>('/api/tag-batches')
  const [chosen, setChosen] = useState('')
  const [typed, setTyped] = useState({ first: '', last: '' })
  const stock = (data?.batches ?? []).filter((batch) => batch.free > 0 && batch.tagType === request.tagType)
  const batch = stock.find((one) => one.id === chosen)
  const range = batch ? rangeOf(batch, typed) : null
  const left = (request.approved ?? 0) - request.assigned
  const options = stock.map((one) => ({ value: String(one.id), label: `${one.issuer} ${one.first} – ${one.last} (${one.free})` }))
  return (
    <ActDialog
      title={t('tags.assign')}
      explain={t('tags.assign.explain', { left })}
      go={t('tags.go')}
      path={`/api/tag-batches/${chosen}/parts`}
      data={batch && range ? { site: request.site, request: request.id, ...range } : null}
    >
      <SelectField
        label={t('tags.assign.batch')}
        value={chosen}
        options={[{ value: '', label: t('pick.choose') }, ...options]}
        onValue={setChosen}
      />
      {batch && <RangeFields print={batch} value={typed} onValue={setTyped} />}
    </ActDialog>
  )
}
