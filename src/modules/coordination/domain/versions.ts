/*
A committee version by version: what held from which day, on which act, and why it was changed. A version that came later takes the place of one before from its own day
on; a meeting keeps the seats and the rule that it sat with, whatever was written down afterwards. Pure; refuses nothing by itself.
*/
import type { Component, LegalActValue, Officers, QuorumRule, Seat } from '../contract.ts'

export interface CommitteeVersion {
  readonly n: number
  /** The day from which it holds. */
  readonly from: string
  readonly on: string
  readonly at: string
  readonly components: readonly Component[]
  readonly quorum: QuorumRule
  readonly meetingsPerYear: number
  readonly officers: Officers
  readonly legal: LegalActValue
  /** `null`: as it was founded. */
  readonly reason: string | null
}
/** A component that left: from its letter as it was written down, until its return was. */
export interface Leave {
  readonly component: string
  readonly letterOn: string
  readonly reason: string
  readonly at: string
  readonly backAt: string | null
}
interface Versioned {
  readonly versions: readonly CommitteeVersion[]
  readonly leaves: readonly Leave[]
}
interface When {
  readonly day: string
  /** Nothing that was written down after this instant. */
  readonly knownAt?: string | null
}
/** The last one written down of those that hold on the day; before the first, the first. */
export function versionOn(versions: readonly CommitteeVersion[], { day, knownAt = null }: When): CommitteeVersion | undefined {
  const known = knownAt === null ? versions : versions.filter((one) => one.at <= knownAt)
  return known.findLast((one) => one.from <= day) ?? versions[0]
}
type Standing = Pick<CommitteeVersion, 'components' | 'quorum' | 'meetingsPerYear' | 'officers' | 'legal'>
const standingOf = ({ components, quorum, meetingsPerYear, officers, legal }: CommitteeVersion): Standing => ({
  ...{ components, quorum, meetingsPerYear, officers, legal },
})
/** The committee with what holds on a day. */
export function standingOn<C extends Versioned>(committee: C, when: When): C {
  const version = versionOn(committee.versions, when)
  return version === undefined ? committee : { ...committee, ...standingOf(version) }
}
/** As it sat: by the day of the meeting and, once that is closed, by what was known when it closed. */
export function asItSat<C extends Versioned & { readonly withdrawn: readonly Leave[] }>(
  committee: C,
  meeting: { readonly convened: { readonly day: string }; readonly closedAt: string | null },
): C {
  const { closedAt } = meeting
  const stood = standingOn(committee, { day: meeting.convened.day, knownAt: closedAt })
  if (closedAt === null) return stood
  const withdrawn = committee.leaves.filter((one) => one.at <= closedAt && (one.backAt === null || one.backAt > closedAt))
  return { ...stood, withdrawn }
}
/** A seat by its key: as it stands, or as it last stood. What it owed, its body owes still (D). */
export function seatEver(committee: Versioned & { readonly components: readonly Component[] }, key: string): Seat | undefined {
  for (const components of [committee.components, ...committee.versions.toReversed().map((one) => one.components)])
    for (const { seats } of components) for (const seat of seats) if (seat.key === key) return seat
  return undefined
}
/** Days from which another frequency counts: never before it was written down, so that no day of the past becomes planned or stops to be. */
export function frequenciesOf(versions: readonly CommitteeVersion[]): readonly { readonly on: string; readonly perYear: number }[] {
  const starts = versions.map((one, place) => ({ ...one, start: place === 0 || one.from > one.on ? one.from : one.on }))
  const days = [...new Set(starts.map((one) => one.start))].toSorted()
  return days.flatMap((on) => {
    const holds = starts.findLast((one) => one.start <= on)
    return holds === undefined ? [] : [{ on, perYear: holds.meetingsPerYear }]
  })
}
export type VersionState = 'past' | 'standing' | 'to-come' | 'replaced'
/** `replaced`: another was written down before it came to hold. */
export function versionState(versions: readonly CommitteeVersion[], { n, from }: CommitteeVersion, today: string): VersionState {
  if (versionOn(versions, { day: today })?.n === n) return 'standing'
  if (versions.some((one) => one.n > n && one.from <= from && one.on <= from)) return 'replaced'
  return from > today ? 'to-come' : 'past'
}
const votes = (components: readonly Component[]): string =>
  components
    .map(({ key, seats }) => `${key}:${seats.flatMap((seat) => (seat.voting ? [seat.key] : [])).toSorted()}`)
    .toSorted()
    .join('|')
const ruleText = (rule: QuorumRule): string => (rule.is === 'every-component' ? rule.is : `${rule.components}/${rule.seats}`)
/** Whether the quorum would be another: components, seats with a vote, or the rule. */
export const changesQuorum = (a: Pick<Standing, 'components' | 'quorum'>, b: Pick<Standing, 'components' | 'quorum'>): boolean =>
  votes(a.components) !== votes(b.components) || ruleText(a.quorum) !== ruleText(b.quorum)
/** Titles of seats that came and that ended between two versions. */
export function seatChanges(before: readonly Component[], after: readonly Component[]) {
  const [old, now] = [before.flatMap((one) => one.seats), after.flatMap((one) => one.seats)]
  const without = (all: readonly Seat[], others: readonly Seat[]) =>
    all.filter((seat) => !others.some((one) => one.key === seat.key)).map((seat) => seat.title)
  return { added: without(now, old), ended: without(old, now) }
}
