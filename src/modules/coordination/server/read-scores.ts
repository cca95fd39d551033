/* The scorecard of a committee, cut to what the reader's side may see. */
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Scorecard } from '../contract-scores.ts'
import { seatsOf } from '../domain/committee.ts'
import { quarterShown, quartersOf, sideOf } from '../domain/promise.ts'
import { committeeRules } from '../domain/rules.ts'
import { type Reader, keeps, namesOf } from './answers.ts'
import type { CoordinationDoors } from './doors.ts'
import { readCommittees } from './world.ts'

export async function readScores(
  tx: Tx,
  doors: CoordinationDoors,
  { id, ...reader }: Reader & { readonly id: string },
): Promise<Scorecard | null> {
  const world = await readCommittees(tx, reader.tenant)
  const known = world.committees.find((one) => one.id === id)
  if (known === undefined) return null
  const { bodyOf } = await namesOf(tx, doors, { tenant: reader.tenant, world })
  const seats = seatsOf(known.committee)
  // Published at the level of bodies: the name of the body, not of the seat.
  const nameOf = (seat: string): string => bodyOf(seats.find((one) => one.key === seat)?.organisation ?? null) ?? seat
  return {
    ...{ committee: known.id, committeeCode: known.committee.founded.code, committeeName: known.committee.founded.name },
    seats: seats.flatMap(({ key, organisation }) => (organisation === null ? [] : [{ key, title: nameOf(key) }])),
    promises: world.promises
      .filter((one) => one.committee === id)
      .map(({ id: promise, promise: kept }) => {
        const mine = sideOf(known.committee, kept, reader.organisation)
        const { holder, beneficiary, text, indicator, from, until } = kept.made
        return {
          ...{ id: promise, holder: nameOf(holder), beneficiary: nameOf(beneficiary), text, indicator, from, until, mine },
          quarters: quartersOf(kept.made).map((quarter) => quarterShown(kept, quarter, { today: reader.today, mine })),
        }
      }),
    ...{ keeps: keeps(reader), rules: committeeRules },
  }
}
