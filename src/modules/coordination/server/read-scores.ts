/* The scorecard of a committee, cut to what the reader's side may see. */
import type { Tx } from '../../../platform/database/transaction.ts'
import type { OrganisationId } from '../../people/contract.ts'
import type { Scorecard } from '../contract-scores.ts'
import { seatsOf } from '../domain/committee.ts'
import { quarterShown, quartersOf, sideOf, sidesOf } from '../domain/promise.ts'
import { committeeRules } from '../domain/rules.ts'
import { type Named, type Reader, keeps, namesOf } from './answers.ts'
import type { CoordinationDoors } from './doors.ts'
import { type CommitteeWorld, type KnownCommittee, readCommittees } from './world.ts'

export async function readScores(
  tx: Tx,
  doors: CoordinationDoors,
  { id, ...reader }: Reader & { readonly id: string },
): Promise<Scorecard | null> {
  const world = await readCommittees(tx, reader.tenant, reader)
  const known = world.committees.find((one) => one.id === id)
  return known === undefined
    ? null
    : scorecardOf(known, world, { reader, names: await namesOf(tx, doors, { tenant: reader.tenant, world }) })
}
export function scorecardOf(
  known: KnownCommittee,
  world: Pick<CommitteeWorld, 'promises'>,
  { reader, names: { bodyOf } }: { readonly reader: Pick<Reader, 'today' | 'organisation' | 'capabilities'>; readonly names: Named },
): Scorecard {
  const seats = seatsOf(known.committee)
  // Published at the level of bodies: the name of the body, not of the seat.
  const nameOf = (organisation: OrganisationId | null): string => bodyOf(organisation) ?? '–'
  return {
    ...{ committee: known.id, committeeCode: known.committee.founded.code, committeeName: known.committee.founded.name },
    seats: seats.flatMap(({ key, organisation }) => (organisation === null ? [] : [{ key, title: nameOf(organisation) }])),
    promises: world.promises
      .filter((one) => one.committee === known.id)
      .map(({ id: promise, promise: kept }) => {
        const mine = sideOf(known.committee, kept, reader.organisation)
        const { text, indicator, from, until } = kept.made
        const { holder, beneficiary } = sidesOf(known.committee, kept)
        return {
          ...{ id: promise, holder: nameOf(holder), beneficiary: nameOf(beneficiary), text, indicator, from, until, mine },
          quarters: quartersOf(kept.made).map((quarter) => quarterShown(kept, quarter, { today: reader.today, mine })),
        }
      }),
    ...{ asOf: reader.today, keeps: keeps(reader), rules: committeeRules },
  }
}
