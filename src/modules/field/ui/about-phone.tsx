/* The telephone in numbers: room, server, version, until when it opens without network. */
import type { Phone } from '../../../app/field/phone.ts'
import { Pairs, type PairLine } from '../../../app/kit/pairs.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { instantText } from '../../../app/kit/values.tsx'
import { roleText } from '../../../app/shell/preferences.tsx'
import { useAbout } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import { megabytes, useStorage } from './storage.ts'
import { useSyncState } from './use-phone.ts'

const DAY = 86_400_000

export function AboutPhone({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  const { storage } = useStorage()
  const { lastContactAt } = useSyncState(phone)
  const version = useAbout().data?.version
  const size = (bytes: number | null | undefined) =>
    bytes === null || bytes === undefined ? t('app.unknown') : t('phone.about.megabytes', { n: megabytes(bytes) })
  const lines: readonly PairLine[] = [
    [t('phone.about.seat'), t('phone.about.seat.is', { seat: phone.holder.seat, role: roleText(phone.holder.role) })],
    [t('phone.about.used'), size(storage?.usedBytes)],
    [t('phone.about.free'), size(storage?.freeBytes)],
    [t('phone.about.persisted'), storage === null ? t('app.unknown') : t(storage.isPersisted ? 'app.yes' : 'app.no')],
    ...(lastContactAt === null
      ? []
      : [
          [
            t('phone.about.lease'),
            t('phone.about.lease.until', {
              when: instantText(new Date(Date.parse(lastContactAt) + phone.policy.leaseDays * DAY).toISOString()),
            }),
          ] as const,
        ]),
    [t('phone.about.server'), new URL(phone.holder.server).host],
    [t('phone.about.version'), version ?? t('app.unknown')],
  ]
  return (
    <Panel title={t('phone.about')}>
      <Pairs lines={lines} />
    </Panel>
  )
}
