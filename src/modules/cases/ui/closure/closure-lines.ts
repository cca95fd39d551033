/* What stands in the way of closing beside the checklist, and what taking back consent does, counted from the case itself. */
import { ApiTrouble } from '../../../../app/api.ts'
import type { CaseFile } from '../../domain/case/case-file.ts'
import { closureItemLabels } from '../../domain/case/case-labels.ts'
import type { ClosureReason } from '../../domain/case/case-words.ts'
import { closureChecklist, closureMissing, firstLostContactRule } from '../../domain/case/closure.ts'
import { openServices } from '../../domain/case/plan.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { label } from '../../domain/label.ts'
import { isHeld } from '../../domain/retention/shredding.ts'
import { openReferrals } from '../../domain/referral/referral.ts'

export const reopenLabels = {
  'new-threat': label('Nouvelle menace', 'New threat'),
  'new-exploitation': label('Nouvelle exploitation', 'New exploitation'),
  'new-need': label('Nouveau besoin', 'New need'),
  'witness-called': label('Appelée à témoigner', 'Called to testify'),
} as const
type File = Pick<CaseFile, 'referrals' | 'plan' | 'failedContactsAt'>

/** A stay in a shelter is known to the server alone; it says so when it is asked. */
export const closureBlockers = ({ referrals, plan, failedContactsAt }: File, reason: ClosureReason, rule = firstLostContactRule) =>
  closureMissing({
    ...{ reason, done: closureChecklist[reason], isInShelter: false, attemptsAt: failedContactsAt, rule },
    ...{ openReferrals: openReferrals(referrals).length, openServices: openServices(plan) },
  })

/** Where what stands in the way is brought to its end. */
export const blockerParts: { readonly [one in ReturnType<typeof closureBlockers>[number]]?: string } = {
  ...{ 'open-referrals': 'referrals', 'open-services': 'plan', 'contact-attempts': 'contacts' },
}
/** What the server names as missing; a stay in a shelter is told by it alone. */
export function missingIn(error: unknown): readonly (keyof typeof closureItemLabels)[] {
  const missing =
    error instanceof ApiTrouble && error.trouble.refusal?.code === 'closure-not-ready' ? error.trouble.refusal.facts['missing'] : null
  return Array.isArray(missing) ? missing.filter((one): one is keyof typeof closureItemLabels => Object.hasOwn(closureItemLabels, one)) : []
}

export function whatWithdrawalDoes({ file, retention }: Pick<CaseWhole, 'file' | 'retention'>, now: string) {
  const items = file.consents.kept.reduce(
    (sum, { given, withdrawn }) => sum + given.items.filter((item) => item.answer === 'yes' && !withdrawn.has(item.id)).length,
    0,
  )
  return { items, isHeld: isHeld(retention, now.slice(0, 10)) }
}
