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
  readonly reach: 'alone' | 'with-another'
  /** `null` of a body that is none of one's own affairs. */
  readonly accounts: number | null
  readonly devices: number | null
  readonly drilledAt: string | null
  readonly lockAsked: { readonly reason: LockReason; readonly at: string; readonly byMe: boolean } | null
  readonly lock: { readonly lockedAt: string; readonly liftAskedAt: string | null; readonly liftAskedByMe: boolean } | null
}

export function OfficesPanel() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<{ readonly offices: readonly Office[] }>('/api/offices')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <Panel title={t('shield.offices')}>
      <p>{t('shield.offices.explain')}</p>
      <DataTable
        plain={data.offices.length < 6}
        caption={t('shield.offices')}
        file="offices"
        rows={data.offices}
        rowKey={(office) => office.organisation}
        order="name"
        prefix="o."
        empty={<EmptyState title={t('shield.offices.none')} />}
        columns={[
          {
            key: 'name',
            header: t('shield.office'),
            // The own office first, then those that one shuts alone: whoever is in danger looks for no line.
            value: (office) => `${office.isOwn ? 0 : office.reach === 'alone' ? 1 : 2} ${office.name}`,
            cell: (office) => (office.isOwn ? `${office.name} (${t('shield.office.own')})` : office.name),
          },
          {
            key: 'accounts',
            header: t('shield.office.accounts'),
            numeric: true,
            value: (office) => office.accounts,
            cell: (office) => office.accounts ?? '–',
          },
          {
            key: 'devices',
            header: t('shield.office.devices'),
            numeric: true,
            value: (office) => office.devices,
            cell: (office) => office.devices ?? '–',
          },
          {
            key: 'state',
            header: t('shield.office.state'),
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

function OfficeState({ office: { lock, lockAsked, drilledAt } }: { readonly office: Office }) {
  const { t } = useWords()
  if (lock === null)
    return (
      <>
        {lockAsked === null ? (
          t('shield.office.open')
        ) : (
          <>
            <b>{t('shield.office.lock-asked')}</b> {t(`shield.lock.reason.${lockAsked.reason}`)} · <InstantText at={lockAsked.at} />
          </>
        )}
        {drilledAt !== null && (
          <small>
            {' '}
            · {t('shield.office.drilled')} <InstantText at={drilledAt} />
          </small>
        )}
      </>
    )
  return (
    <>
      <b>{t('shield.office.shut')}</b> <InstantText at={lock.lockedAt} />
      {lock.liftAskedAt !== null && <small> · {t('shield.office.lift-asked')}</small>}
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
  const { accounts, devices, name, reach, lockAsked } = office
  const isDrill = reason === 'exercise'
  const isSecond = lockAsked !== null && !lockAsked.byMe
  const isAsking = reach === 'with-another' && !isSecond
  if (isAsking && lockAsked?.byMe) return <small>{t('shield.lock.mine')}</small>
  return (
    <ActDialog
      kind="danger"
      title={t(isAsking ? 'shield.lock.ask' : 'shield.lock')}
      explain={
        accounts === null || devices === null
          ? t(isAsking ? 'shield.lock.ask.explain' : 'shield.lock.second')
          : t('shield.lock.explain', { accounts, devices })
      }
      go={t(isDrill ? 'shield.lock.drill.go' : isAsking ? 'shield.lock.ask.go' : 'shield.lock.go')}
      path={`/api/offices/${office.organisation}/lock-downs`}
      data={reason === '' || typedName.trim() === '' ? null : { reason, typedName }}
      onDone={done}
    >
      {office.isOwn && !isDrill && <Note tone="red">{t('shield.lock.own')}</Note>}
      {isDrill && <Note tone="calm">{t('shield.lock.drill')}</Note>}
      <Choice
        legend={t('shield.lock.reason')}
        value={reason}
        onValue={setReason}
        options={lockReasons.map((value) => ({ value, label: t(`shield.lock.reason.${value}`) }))}
      />
      <TextField label={t('shield.lock.name', { name })} value={typedName} onValue={setTypedName} sealed required />
    </ActDialog>
  )
}

function Lift({ office, done }: Acting) {
  const { t } = useWords()
  if (office.lock?.liftAskedByMe) return <small>{t('shield.lift.mine')}</small>
  const isSecond = office.lock?.liftAskedAt !== null
  return (
    <ActDialog
      title={t('shield.lift')}
      explain={t('shield.lift.explain')}
      go={t(isSecond ? 'shield.lift.confirm' : 'shield.lift.go')}
      path={`/api/offices/${office.organisation}/liftings`}
      data={{}}
      onDone={done}
    >
      {isSecond && <Note tone="calm">{t('shield.lift.second')}</Note>}
    </ActDialog>
  )
}
