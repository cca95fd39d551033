/* One's own devices, by their key and role; a revoked one stays in the list and says so. */
import { useAnswer } from '../../../app/ask.ts'
import { DataTable } from '../../../app/kit/data-table.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { InstantText } from '../../../app/kit/values.tsx'
import { roleText } from '../../../app/shell/preferences.tsx'
import { useWords } from '../../../app/words.ts'

interface DeviceShown {
  readonly id: string
  readonly account: string
  readonly role: string
  readonly enrolledAt: string
  readonly revokedAt: string | null
}

export function DevicesPanel({ account }: { readonly account: string }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<{ readonly devices: readonly DeviceShown[] }>('/api/devices')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <Panel title={t('security.devices')}>
      <DataTable
        plain
        caption={t('security.devices')}
        file="devices"
        rows={data.devices.filter((device) => device.account === account)}
        rowKey={(device) => device.id}
        order="-since"
        prefix="d."
        empty={<EmptyState title={t('security.devices.none')}>{t('security.devices.enrol')}</EmptyState>}
        columns={[
          {
            key: 'device',
            header: t('security.device'),
            value: (device) => device.id,
            cell: (device) => <code>{device.id.slice(-8)}</code>,
          },
          { key: 'role', header: t('security.roles'), value: (device) => roleText(device.role), cell: (device) => roleText(device.role) },
          {
            key: 'since',
            header: t('security.device.since'),
            value: (device) => device.enrolledAt,
            cell: (device) => <InstantText at={device.enrolledAt} />,
          },
          {
            key: 'state',
            header: t('security.device.state'),
            value: (device) => device.revokedAt,
            cell: (device) =>
              device.revokedAt === null ? (
                t('security.device.active')
              ) : (
                <>
                  {t('security.device.revoked')} <InstantText at={device.revokedAt} />
                </>
              ),
          },
        ]}
      />
      <p className="small" style={{ marginTop: 8 }}>
        {t('security.devices.explain')}
      </p>
    </Panel>
  )
}
