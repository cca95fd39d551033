/*
When a case was opened in another way than by its team: emergency access that was granted, or a key of one of its readers that two custodians are asked to
give back. Whoever answers for the case is shown it for a while; it stays in the file for ever.
*/
import { GIVERS_NEEDED } from '../keys/recovery.ts'
import type { Access, BreakGlass } from './access.ts'

/** How long it is put before who answers for the case (D). */
export const OPENINGS_TOLD_DAYS = 14

/** One word for each thing that there is to hear of; who did it hears nothing of it. */
export const glassNews = (
  [request, glass]: readonly [string, BreakGlass],
  { account, since, isUsed }: { readonly account: string; readonly since: string; readonly isUsed: boolean },
): readonly string[] =>
  glass.by === account || (glass.answeredAt ?? glass.askedAt) < since
    ? []
    : [
        `${request}/asked`,
        ...(glass.answeredAt === null ? [] : [glass.state === 'declined' ? `${request}/declined` : `${request}/granted`]),
        ...(isUsed ? [`${request}/used`] : []),
      ]

export interface RecoveryTold {
  readonly id: string
  readonly account: string
  readonly givenBy: readonly string[]
  readonly reopened: readonly string[]
}
export const recoveryNews = ({ id, givenBy, reopened }: RecoveryTold, cases: ReadonlySet<string>): readonly string[] => [
  `${id}/asked`,
  ...(givenBy.length >= GIVERS_NEEDED ? [`${id}/granted`] : []),
  ...(reopened.some((one) => cases.has(one)) ? [`${id}/used`] : []),
]

/** `askers`: whoever asked custodians for their keys since. */
export const isOpenedAnew = (
  { members, broken }: Pick<Access, 'members' | 'broken'>,
  { account, since, askers }: { readonly account: string; readonly since: string; readonly askers: ReadonlySet<string> },
): boolean =>
  [...broken.values()].some(
    (one) => one.by !== account && one.answeredAt !== null && one.answeredAt >= since && one.state !== 'declined',
  ) || members.some((one) => one.account !== account && one.vaults.length > 0 && askers.has(one.account))
