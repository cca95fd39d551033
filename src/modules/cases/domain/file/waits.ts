/*
What in a case waits for somebody, as codes for work list and board. What an interview found names what is done at least: where that was not done, it
waits. Of a witness nothing is told here, because lists are read by more than the readers of that vault.
*/
import { readsVault } from '../access/access.ts'
import { OPEN_CASE } from '../case/case-machine.ts'
import { addHours } from '../clocks/instants.ts'
import type { CaseWhole } from './file-state.ts'
import { type ActionCode, actionsFor } from '../identification/findings.ts'
import { defaultNumbers } from '../identification/identification-rules.ts'
import { isChild } from '../profile/profile.ts'
import { openReferrals } from '../referral/referral.ts'

export const caseWaits = [
  ...(['plan-approval', 'closure-approval', 'override-confirmation', 'break-glass', 'best-interests', 'identification-review'] as const),
  ...(['finding-review', 'second-interview', 'screen-again', 'erasure', 'owner', 'key-to-hand', 'file-leave', 'one-reader'] as const),
] as const
export type CaseWait = (typeof caseWaits)[number]

/** What was assessed waits for another person to say what follows. */
const BEST_INTERESTS_WAIT = ['bia-due', 'bia-done', 'bid-due', 'review-due'] as const
/** In the order in which they are listed. */
export function waitsOf(whole: CaseWhole, now: string): readonly CaseWait[] {
  const { file, access, determination, things, retention } = whole
  const found = new Set(afterInterview(whole, now))
  const isWaiting: { readonly [wait in CaseWait]: boolean } = {
    'plan-approval': file.standing.at === 'active-planning' && file.plan.standing === 'submitted',
    'closure-approval': file.standing.at === 'closure-pending',
    'override-confirmation': [...file.consents.overrides.values()].some((one) => one.state === 'provisional'),
    'break-glass': [...access.broken.values()].some((one) => one.state === 'asked'),
    'best-interests':
      found.has('best-interests') ||
      [...things.bestInterests.values()].some((one) => BEST_INTERESTS_WAIT.some((state) => state === one.state)),
    'identification-review': determination?.step === 'PRESUMED',
    'finding-review': found.has('finding-review'),
    'second-interview': found.has('second-interview'),
    'screen-again': found.has('screen-again'),
    // The person asked to be forgotten; another than who noted it carries it out.
    erasure: retention.choice === 'erase' && !retention.isShredded,
    // A file with the name was asked for, and nobody else has said yes.
    'file-leave': openReferrals(file.referrals).some((one) => one.fileAsked !== null && one.fileAllowed === null),
    owner: file.owner === null,
    // Taken over by one account alone: with that one telephone the file would be lost.
    'one-reader': isWithOneReader(whole),
    // Responsible, and cannot read: a colleague’s device must hand over the key.
    'key-to-hand': file.owner !== null && !readsVault(access, file.owner, 'identity'),
  }
  return caseWaits.filter((wait) => isWaiting[wait])
}

const isWithOneReader = ({ file, access }: CaseWhole): boolean =>
  OPEN_CASE.some((one) => one === file.standing.at) &&
  file.happened.some(({ what }) => what === 'accept-transfer') &&
  access.members.filter((one) => one.until === null && one.vaults.includes('identity')).length === 1

/** By the newest interview that was held to its end, while the case is worked on. */
function afterInterview({ file, profile, screenings, things, determination }: CaseWhole, now: string): readonly CaseWait[] {
  const newest = [...screenings.values()].filter((one) => one.isComplete).toSorted((a, b) => (a.heldAt < b.heldAt ? 1 : -1))[0]
  if (newest === undefined || !OPEN_CASE.some((one) => one === file.standing.at)) return []
  const isOfChild = newest.version === 'child' || (profile !== null && isChild(profile))
  const due = new Set<ActionCode>(newest.rows.flatMap((row) => actionsFor(row, isOfChild)))
  const isLookedAt =
    file.happened.some(({ what, at }) => what === 'supervise' && at >= newest.heldAt) ||
    (determination !== null && determination.step !== 'SCREENED' && determination.step !== 'PRESUMED')
  const isOld = addHours(newest.heldAt, defaultNumbers.rescreenDays * 24) <= now
  return [
    ...(due.has('best-interests-assessment') && things.bestInterests.size === 0 ? (['best-interests'] as const) : []),
    ...(due.has('supervisor-review') && !isLookedAt ? (['finding-review'] as const) : []),
    ...(due.has('second-interview') ? (['second-interview'] as const) : []),
    ...(due.has('screen-again') && isOld ? (['screen-again'] as const) : []),
  ]
}
