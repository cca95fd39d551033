/* Offices that one may shut. The name is typed to confirm: nobody shuts an office with a thumb that slipped. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'

export const lockReasons = ['overrun', 'seized', 'threat', 'infiltrated', 'exercise'] as const
type LockReason = (typeof lockReasons)[number]
interface Office {
  readonly organisation: string
  readonly name: string
  readonly isOwn: boolean
  readonly accounts: number
  readonly devices: number
  readonly lock: { readonly lockedAt: string; readonly liftAskedAt: string | null; readonly liftAskedByMe: boolean } | null
}

export function OfficesPanel() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<{ readonly offices: readonly Office[] }>('/api/offices')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <Panel title={t('safety.offices')}>
      <p>{t('safety.offices.explain')}</p>
      <DataTable
        caption={t('safety.offices')}
        file="offices"
        rows={data.offices}
        rowKey={(office) => office.organisation}
        order="name"
        prefix="o."
        empty={<EmptyState title={t('safety.offices.none')} />}
        columns={[
          {
            key: 'name',
            header: t('safety.office'),
            value: (office) => office.name,
            cell: (office) => (office.isOwn ? `${office.name} (${t('safety.office.own')})` : office.name),
          },
          {
            key: 'accounts',
            header: t('safety.office.accounts'),
            numeric: true,
            value: (office) => office.accounts,
            cell: (office) => office.accounts,
          },
          {
            key: 'devices',
            header: t('safety.office.devices'),
            numeric: true,
            value: (office) => office.devices,
            cell: (office) => office.devices,
          },
          {
            key: 'state',
            header: t('safety.office.state'),
            value: (office) => office.lock?.lockedAt ?? '',
            cell: (office) => <OfficeState office={office} />,
          },
          {
            key: 'act',
            header: '',
            value: () => null,
            cell: (office) => (office.lock ? <Lift office={office} done={again} /> : <Lock office={office} done={again} />),
          },
        ]}
      />
    </Panel>
  )
}

function OfficeState({ office: { lock } }: { readonly office: Office }) {
  const { t } = useWords()
  if (lock === null) return t('safety.office.open')
  return (
    <>
      <b>{t('safety.office.shut')}</b> <InstantText at={lock.lockedAt} />
      {lock.liftAskedAt !== null && <small> · {t('safety.office.lift-asked')}</small>}
    </>
  )
}

interface Acting {
  readonly office: Office
  readonly done: () => void
}
function Lock({ office, done }: Acting) {
  const { t } = useWords()
  const [reason, setReason] = useState<LockReason | ''>('')
  const [typedName, setTypedName] = useState('')
  const { accounts, devices, name } = office
  return (
    <ActDialog
      kind="danger"
      title={t('safety.lock')}
      explain={t('safety.lock.explain', { accounts, devices })}
      go={t('safety.lock.go')}
      path={`/api/offices/${office.organisation}/lock-downs`}
      data={reason === '' || typedName.trim() === '' ? null : { reason, typedName }}
      onDone={done}
    >
      {office.isOwn && <Note tone="red">{t('safety.lock.own')}</Note>}
      <Choice
        legend={t('safety.lock.reason')}
        value={reason}
        onValue={setReason}
        options={lockReasons.map((value) => ({ value, label: t(`safety.lock.reason.${value}`) }))}
      />
      <TextField label={t('safety.lock.name', { name })} value={typedName} onValue={setTypedName} sealed required />
    </ActDialog>
  )
}

function Lift({ office, done }: Acting) {
  const { t } = useWords()
  if (office.lock?.liftAskedByMe) return <small>{t('safety.lift.mine')}</small>
  const isSecond = office.lock?.liftAskedAt !== null
  return (
    <ActDialog
      title={t('safety.lift')}
      explain={t('safety.lift.explain')}
      go={t(isSecond ? 'safety.lift.confirm' : 'safety.lift.go')}
      path={`/api/offices/${office.organisation}/liftings`}
      data={{}}
      onDone={done}
    >
      {isSecond && <Note tone="calm">{t('safety.lift.second')}</Note>}
    </ActDialog>
  )
}
