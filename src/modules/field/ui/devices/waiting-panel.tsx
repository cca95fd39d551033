/*
What was handed in and cannot go on, by telephone: how many, since when, without what. No name and nothing of what was said stands here. Who answers for
telephones may let one go on without what was lost, with a reason.
*/
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText, instantText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import { endOf } from './device-rows.ts'

interface Stuck {
  readonly parcel: string
  readonly receivedAt: string
  readonly missing: number
}
/** One row of `GET /api/field/parcels/waiting`. */
interface WaitingDevice {
  readonly device: string
  readonly waiting: number
  readonly held: number
  readonly oldestReceivedAt: string
  readonly missing: readonly string[]
  readonly stuck: readonly Stuck[]
}

/** Nothing at all for who does not oversee telephones. */
export function WaitingPanel() {
  const me = useMe().data
  return mayOpen('field.oversee', me) ? <Waiting mayRelease={mayOpen('field.rescue', me)} /> : null
}

function Waiting({ mayRelease }: { readonly mayRelease: boolean }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<{ readonly devices: readonly WaitingDevice[] }>('/api/field/parcels/waiting')
  return (
    <Panel title={t('devices.waiting')}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && data.devices.length > 0 && <p>{t('devices.waiting.explain')}</p>}
      {data && (
        <DataTable
          caption={t('devices.waiting')}
          file="envois"
          rows={data.devices}
          rowKey={(row) => row.device}
          order="since"
          columns={columnsOf(t, mayRelease ? again : null)}
          empty={<EmptyState title={t('devices.waiting.none')} />}
        />
      )}
    </Panel>
  )
}

const columnsOf = (t: Translate, again: (() => void) | null): readonly Column<WaitingDevice>[] => [
  { key: 'device', header: t('devices.device'), value: (row) => endOf(row.device), cell: (row) => <code>{endOf(row.device)}</code> },
  { key: 'waiting', header: t('devices.waiting.parcels'), value: (row) => row.waiting, cell: (row) => row.waiting, numeric: true },
  { key: 'held', header: t('devices.waiting.held'), value: (row) => row.held, cell: (row) => row.held, numeric: true },
  {
    key: 'since',
    header: t('devices.waiting.since'),
    value: (row) => row.oldestReceivedAt,
    cell: (row) => <InstantText at={row.oldestReceivedAt} />,
  },
  {
    key: 'missing',
    header: t('devices.waiting.missing'),
    value: (row) => row.missing.length,
    cell: (row) => row.missing.length,
    numeric: true,
  },
  {
    key: 'release',
    header: t('devices.waiting.act'),
    value: () => '',
    cell: ({ stuck: [first] }) => (again && first ? <ReleaseDialog stuck={first} again={again} /> : '–'),
  },
]

function ReleaseDialog({ stuck, again }: { readonly stuck: Stuck; readonly again: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const number = endOf(stuck.parcel)
  return (
    <ActDialog
      title={t('devices.waiting.act.title', { number })}
      explain={t('devices.waiting.act.explain', { number, when: instantText(stuck.receivedAt), n: stuck.missing })}
      go={t('devices.waiting.act')}
      path={`/api/field/parcels/${stuck.parcel}/release`}
      data={reason.trim() === '' ? null : { reason: reason.trim() }}
      onDone={again}
    >
      <TextField label={t('devices.waiting.reason')} hint={t('devices.waiting.reason.hint')} value={reason} onValue={setReason} required />
    </ActDialog>
  )
}
