/* One line of a work list: codes, clocks and what waits. Where no risk was rated it counts as high. */
import { asId } from '../../../../kernel/schema.ts'
import type { CaseListItem } from '../../contract.ts'
import { memberOf } from '../../domain/access/access.ts'
import { isOpenedAnew } from '../../domain/access/openings.ts'
import { clockFacesOf } from '../../domain/case/case-clocks.ts'
import { OPEN_CASE } from '../../domain/case/case-machine.ts'
import { gridOf, totalNet } from '../../domain/case/vulnerability.ts'
import { RiskLevel } from '../../domain/clocks/clock-rulebook.ts'
import { type CarriedCase, carriedSet, mayBeCarried } from '../../domain/emergency/may-be-carried.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { waitsOf } from '../../domain/file/waits.ts'
import { isChild } from '../../domain/profile/profile.ts'
import { type ProtectionRules, firstRules } from '../../domain/rules/protection-rules.ts'
import { openReferrals } from '../../domain/referral/referral.ts'
import type { ToWarn } from '../emergency/breach-waits.ts'
import { toldSince } from './openings.ts'
import { isReviewDue } from '../justice/hearings.ts'
import type { CaseRow } from './store-lists.ts'

export interface ListedFor {
  readonly account: string
  readonly now: string
  readonly askers: ReadonlySet<string>
  /** The person is to be warned of a breach, and by when. */
  readonly toWarn: Pick<ToWarn, 'dueAt'> | null
  /** Of the body whose case it is. */
  readonly rules?: ProtectionRules
}
export function listItem(row: CaseRow, whole: CaseWhole, { account, now, askers, toWarn, rules = firstRules }: ListedFor): CaseListItem {
  const { file, access, profile } = whole
  const rated = file.ratings.at(-1)?.level
  const faces = clockFacesOf(file, { rules: rules.clocks, calendar: rules.calendar, now })
  const level = RiskLevel.options.find((one) => one === rated) ?? 'high'
  const isMine = memberOf(access, account)?.as === 'owner'
  const dueAt = faces.filter((face) => face.state === 'running' || face.state === 'overdue').map((face) => face.dueAt)
  const carried: CarriedCase = {
    ...{ id: row.case, isOpen: OPEN_CASE.some((one) => one === row.state), isOwn: isMine, identityNeededUntil: file.neededInFieldUntil },
    dueOn: dueAt.toSorted()[0]?.slice(0, 10) ?? null,
  }
  const taken = mayBeCarried(carried, now.slice(0, 10))
  return {
    ...{ case: row.case, subject: file.subject ?? '', type: row.type, state: row.state, level, isRated: rated !== undefined },
    ...{ isMine, isCarried: taken.may, identityUntil: taken.may && taken.parts.includes('identity') ? file.neededInFieldUntil : null },
    owner: row.owner === null ? null : asId('account', row.owner),
    isChild: profile === null ? null : isChild(profile),
    clocks: faces
      .filter((face) => face.state !== 'done')
      .map(({ clock, dueAt, state, lateHours, level: at }) => ({ clock, dueAt, state, lateHours, level: at })),
    hasConflict: file.fields.conflicts.size > 0,
    vulnerability: totalNet(gridOf(file.vulnerability)),
    openReferrals: openReferrals(file.referrals).length,
    ...{ openedAt: row.openedAt, changedAt: row.changedAt, province: row.province },
    waits: [
      // In the list of who answers for the file alone: nobody else is to warn, nor needs to know.
      ...(toWarn === null || !isMine ? [] : [toWarn.dueAt < now ? ('warn-of-breach-late' as const) : ('warn-of-breach' as const)]),
      ...waitsOf(whole, now),
      // In the list of a reader alone: others do not learn that there is a witness.
      ...(memberOf(access, account)?.as === 'witness-reader' && isReviewDue(whole, now, rules.calendar.zone)
        ? (['threat-review'] as const)
        : []),
      ...(isOpenedAnew(access, { account, since: toldSince(now), askers }) ? (['opened-anew'] as const) : []),
    ],
  }
}

/** A telephone takes along the most pressing of them, and no more than it should hold. */
export function withLimit(items: readonly CaseListItem[], today: string): readonly CaseListItem[] {
  const dueOn = ({ clocks }: CaseListItem): string | null =>
    clocks
      .filter(({ state }) => state === 'running' || state === 'overdue')
      .map(({ dueAt }) => dueAt.slice(0, 10))
      .toSorted()[0] ?? null
  const files = items
    .filter((one) => one.isCarried)
    .map((one) => ({ id: one.case, isOpen: true, isOwn: true, dueOn: dueOn(one), identityNeededUntil: one.identityUntil }))
  const kept = new Set<string>(carriedSet(files, today).map(({ id }) => id))
  return items.map((one) => (one.isCarried && !kept.has(one.case) ? { ...one, isCarried: false, identityUntil: null } : one))
}
