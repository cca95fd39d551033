/* The versions of a committee as answers say them: newest first, each whole, with the seats that came and ended. Seats by function and body, never who holds them. */
import type { CommitteeBoard, VersionShown } from '../contract.ts'
import { type Committee, seatsOf } from '../domain/committee.ts'
import { type CommitteeVersion, seatChanges, versionState } from '../domain/versions.ts'

interface Bodies {
  readonly bodyOf: (id: string | null) => string | null
}
type Stood = Pick<CommitteeVersion, 'components' | 'officers' | 'legal'>
export const legalOf = ({ legal }: Pick<Stood, 'legal'>): CommitteeBoard['legal'] => ({
  ...{ basis: legal.basis, number: legal.number ?? null, date: legal.date ?? null },
})
export function officersOf({ components, officers }: Pick<Stood, 'components' | 'officers'>): CommitteeBoard['officers'] {
  const titleOf = (key: string | undefined): string | null => seatsOf({ components }).find((one) => one.key === key)?.title ?? null
  return {
    ...{ president: titleOf(officers.president), vicePresident: titleOf(officers.vicePresident), rapporteur: titleOf(officers.rapporteur) },
  }
}
export function versionsOf(
  { versions }: Pick<Committee, 'versions'>,
  { today, names }: { readonly today: string; readonly names: Bodies },
): Pick<CommitteeBoard, 'versions' | 'newest'> {
  const shown = versions.map((one, place): VersionShown => {
    const { n, from, on, reason, quorum, meetingsPerYear, components } = one
    const before = versions[place - 1]
    const { added, ended } = before === undefined ? { added: [], ended: [] } : seatChanges(before.components, components)
    return {
      ...{ n, from, on, state: versionState(versions, one, today), reason, legal: legalOf(one), officers: officersOf(one) },
      ...{ quorum, meetingsPerYear, added: [...added], ended: [...ended] },
      components: components.map(({ name, seats }) => ({
        name,
        seats: seats.map(({ title, organisation, voting }) => ({ title, organisationName: names.bodyOf(organisation), voting })),
      })),
    }
  })
  const newest = versions.at(-1)
  if (newest === undefined) throw new Error('a committee without a version')
  const { n, from, components, quorum, meetingsPerYear, officers, legal } = newest
  return { versions: shown.toReversed(), newest: { n, from, components: [...components], quorum, meetingsPerYear, officers, legal } }
}
