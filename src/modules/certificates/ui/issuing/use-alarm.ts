/* Whether a departure under a certificate asks for an alarm: it counted neither for that day nor at all. A second departure is told in the list. */
import type { CertificateStatus } from '../../contract.ts'

type Alarm = 'use.alarm.revoked' | 'use.alarm.expired' | 'use.alarm.again'

export function alarmOf(status: CertificateStatus, { on, expiresOn }: { readonly on: string; readonly expiresOn: string }): Alarm | null {
  if (status === 'revoked' || status === 'replaced' || status === 'withdrawn') return 'use.alarm.revoked'
  if (on > expiresOn) return 'use.alarm.expired'
  return status === 'used' ? 'use.alarm.again' : null
}
