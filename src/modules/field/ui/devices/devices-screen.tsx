/*
Telephones seen from the office: which were not heard of, on which work has lain for days, whose clock is wrong. No name stands here: a telephone is
known by its role, its organisation and the end of its number.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText, instantText } from '../../../../app/kit/values.tsx'
import { roleText } from '../../../../app/shell/preferences.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import { clockFault } from '../../domain/sync-mark.ts'
import { megabytes } from '../storage.ts'
import { MarkText } from '../sync-mark.tsx'
import { type FieldDevice, type FieldDevices, endOf, urgency } from './device-rows.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import { WaitingPanel } from './waiting-panel.tsx'
import '../phone.css'

export function DevicesScreen() {
  const { t } = useWords()
  const me = useMe().data
  const { data, answer, error, again } = useAnswer<FieldDevices>('/api/field/devices')
  const mayEnrol = mayOpen('people.enrol-device', me)
  return (
    <Page
      title={t('devices.title')}
      answer={answer}
      actions={
        <>
          <LinkButton to="/field/rescue">{t('devices.rescue')}</LinkButton>
          {mayEnrol && (
            <LinkButton to="/devices/enrol" kind="primary">
              {t('devices.enrol')}
            </LinkButton>
          )}
        </>
      }
    >
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && (
          <DataTable
            caption={t('devices.title')}
            file="telephones"
            rows={data.devices}
            rowKey={(row) => row.device}
            order="state"
            columns={columnsOf(t, data)}
            empty={
              <EmptyState title={t('devices.none')}>
                <p>{t('devices.none.do')}</p>
              </EmptyState>
            }
          />
        )}
      </Panel>
      {data && (
        <p className="small">
          {t('devices.late.count', { n: data.late })}
          {t('app.colon')} {t('devices.late.source', { days: data.rules.silentDays, unsent: data.rules.unsentDays })}
        </p>
      )}
      <WaitingPanel />
    </Page>
  )
}

const columnsOf = (t: Translate, { rules }: FieldDevices): readonly Column<FieldDevice>[] => [
  {
    key: 'device',
    header: t('devices.device'),
    value: (row) => [endOf(row.device), ...(row.appVersion === null ? [] : [row.appVersion])].join(' '),
    cell: (row) => (
      <>
        <code>{endOf(row.device)}</code>{' '}
        <span className="small" style={{ whiteSpace: 'nowrap' }}>
          {t('devices.account', { end: endOf(row.account) })}
        </span>
        {row.appVersion !== null && (
          <span className="small" style={{ display: 'block' }}>
            {t('devices.version')} {row.appVersion}
          </span>
        )}
      </>
    ),
  },
  { key: 'role', header: t('devices.role'), value: (row) => roleText(row.role), cell: (row) => roleText(row.role) },
  {
    key: 'organisation',
    header: t('devices.organisation'),
    value: (row) => row.organisation,
    cell: (row) => row.organisation ?? t('app.no-organisation'),
  },
  {
    key: 'contact',
    header: t('devices.contact'),
    value: (row) => row.lastSeenAt,
    cell: (row) => (row.lastSeenAt === null ? t('devices.contact.never') : <InstantText at={row.lastSeenAt} />),
  },
  { key: 'unsent', header: t('devices.unsent'), value: (row) => row.unsent, cell: (row) => unsentText(t, row), numeric: true },
  {
    key: 'clock',
    header: t('devices.clock'),
    value: (row) => row.clockOffsetSeconds,
    cell: (row) => clockText(t, row),
  },
  { key: 'room', header: t('devices.room'), value: (row) => row.freeBytes, cell: (row) => roomText(t, row), numeric: true },
  { key: 'state', header: t('devices.state'), value: urgency, cell: (row) => <State row={row} rules={rules} /> },
  {
    key: 'remove',
    header: t('devices.remove'),
    value: () => '',
    cell: (row) => (row.removed === null ? <RemoveDialog device={row} /> : '–'),
  },
]

function unsentText(t: Translate, { unsent, oldestUnsentAt }: FieldDevice): string {
  if (unsent === null) return t('app.unknown')
  if (unsent === 0 || oldestUnsentAt === null) return String(unsent)
  return t('devices.unsent.since', { n: unsent, when: instantText(oldestUnsentAt) })
}
function roomText(t: Translate, { freeBytes }: FieldDevice): string {
  return freeBytes === null ? t('app.unknown') : t('phone.about.megabytes', { n: megabytes(freeBytes) })
}
function clockText(t: Translate, { clockOffsetSeconds }: FieldDevice): string {
  if (clockOffsetSeconds === null) return t('app.unknown')
  const fault = clockFault(clockOffsetSeconds)
  return fault === null
    ? t('devices.clock.right')
    : t(fault.isFast ? 'devices.clock.fast' : 'devices.clock.slow', { minutes: fault.minutes })
}

function State({ row }: { readonly row: FieldDevice; readonly rules: FieldDevices['rules'] }) {
  const { t } = useWords()
  if (row.removed) {
    const reason = wordOr(`people.reason.${row.removed.reason}`, row.removed.reason)
    return <span className="ink-3">{t('devices.state.removed', { when: instantText(row.removed.at), reason })}</span>
  }
  if (row.shut) return <MarkText kind="error" text={t(`devices.state.${row.shut}`)} />
  return row.late ? <MarkText kind="needs-you" text={t('devices.state.late')} /> : <>{t('devices.state.in-use')}</>
}
