/* The consent gate of a case as it stands here, asked with the same words as on the server: who gave an answer counts by the age that is known, or as a small child's. */
import type { Gate } from '../../domain/consent/gate.ts'
import { gateOf } from '../../domain/consent/release.ts'
import { bandOfPerson } from '../../domain/file/file-context.ts'
import { type ProtectionRules, firstRules } from '../../domain/rules/protection-rules.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'

/** `null` while the hour is not known. */
export interface GateAsked extends Pick<CaseWhole, 'file' | 'profile'> {
  /** Of the body whose case it is. */
  readonly rules?: ProtectionRules
}
export function gateOfCase({ file, profile, rules = firstRules }: GateAsked, now: string): Gate | null {
  if (now === '') return null
  const band = bandOfPerson(profile, rules)
  return gateOf({ consents: file.consents, giving: { band, isMature: profile?.isMature ?? false }, at: now })
}
