/* The consent gate of a case as it stands here, asked with the same words as on the server: who gave an answer counts by the age that is known, or as a small child's. */
import { firstAgeBands } from '../../domain/consent/age-bands.ts'
import type { Gate } from '../../domain/consent/gate.ts'
import { gateOf } from '../../domain/consent/release.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { ageBandOf } from '../../domain/profile/profile.ts'

const youngest = firstAgeBands.toSorted((a, b) => a.fromYears - b.fromYears)[0]
/** `null` while the hour is not known. */
export function gateOfCase({ file, profile }: Pick<CaseWhole, 'file' | 'profile'>, now: string): Gate | null {
  const band = (profile ? ageBandOf(profile) : undefined) ?? youngest
  if (band === undefined || now === '') return null
  return gateOf({ consents: file.consents, giving: { band, isMature: profile?.isMature ?? false }, at: now })
}
