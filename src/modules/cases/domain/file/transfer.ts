/*
What of a person may go to another house with their name, for a referral that stands: only under a yes of today to the transfer of the case to exactly that house, field by
field. Without the name there is no identified file at all; whatever else was not agreed to is left out of it.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import { addHours } from '../clocks/instants.ts'
import { givingOf } from '../consent/giving-of.ts'
import { releaseFor } from '../consent/release.ts'
import { isOpenReferral } from '../referral/referral.ts'
import type { PackageField } from '../referral/referral-words.ts'
import { type ProtectionRules, firstRules } from '../rules/protection-rules.ts'
import type { CaseWhole } from './file-state.ts'

export const TRANSFERABLE: readonly PackageField[] = ['name', 'birth-date', 'gender', 'nationality', 'languages', 'safe-contact']

export interface Transferable {
  readonly recipient: OrganisationId
  readonly fields: readonly PackageField[]
}
/** How long another person's leave for a file with the name is good (D): it is for the hand-over of these days and no stock. */
export const FILE_LEAVE_HOURS = 72
/** Refusals: `unknown-referral`, `transfer-referral-not-open`, those of the consent gate, `file-leave-missing`. An override never carries a name out. */
export function transferOf(
  { file, profile }: Pick<CaseWhole, 'file' | 'profile'>,
  referral: string,
  { at, rules = firstRules }: { readonly at: string; readonly rules?: ProtectionRules },
): Outcome<Transferable> {
  const found = [...file.referrals.values()].find((one) => one.referral === referral)
  if (!found) return refused('unknown-referral')
  if (!isOpenReferral(found)) return refused('transfer-referral-not-open')
  const consents = { ...file.consents, overrides: new Map() }
  const releasing = { consents, giving: givingOf(profile, rules.ageBands), at, spent: [] }
  const asked = (field: PackageField) =>
    releaseFor(releasing, { purpose: 'case-transfer', recipient: found.recipient, service: null, fields: [field] })
  const name = asked('name')
  if (!name.ok) return name
  const { fileAllowed } = found
  if (fileAllowed === null || addHours(fileAllowed.at, FILE_LEAVE_HOURS) < at)
    return refused('file-leave-missing', { hours: FILE_LEAVE_HOURS })
  return accepted({ recipient: found.recipient, fields: TRANSFERABLE.filter((field) => asked(field).ok) })
}
