/* Seats of a workshop: how many of each category and sex, dealt round the groups so that categories and sexes mix and no group has two chairs more than another. Pure; no names. */
import { ParticipantCategory, type Seat } from '../../contract-workshops.ts'

export type Sex = Seat['sex']
export const SEXES: readonly Sex[] = ['f', 'm', 'not-said']
export type CategoryCount = Readonly<Record<Sex, number>>
export type Counts = Readonly<Record<ParticipantCategory, CategoryCount>>

const of = (f: number, m: number): CategoryCount => ({ f, m, 'not-said': 0 })
/** Forty-eight chairs in the nine categories (D): a hall as the workshops of Kalemie and Kindu filled it, to be corrected by who invites. */
export const proposedCounts: Counts = {
  ...{ 'provincial-ministry': of(1, 3), 'provincial-division': of(2, 5), 'traceability-body': of(2, 4), 'mining-company': of(1, 3) },
  ...{ 'processing-entity': of(1, 2), 'civil-society': of(5, 5), media: of(1, 2), 'un-or-ngo': of(2, 2), cooperative: of(2, 5) },
}

const none: CategoryCount = { f: 0, m: 0, 'not-said': 0 }
export function countsOf(seats: readonly Pick<Seat, 'category' | 'sex'>[]): Counts {
  const count = (category: ParticipantCategory): CategoryCount =>
    seats.filter((seat) => seat.category === category).reduce<CategoryCount>((sum, { sex }) => ({ ...sum, [sex]: sum[sex] + 1 }), none)
  return {
    'provincial-ministry': count('provincial-ministry'),
    'provincial-division': count('provincial-division'),
    'traceability-body': count('traceability-body'),
    'mining-company': count('mining-company'),
    'processing-entity': count('processing-entity'),
    'civil-society': count('civil-society'),
    media: count('media'),
    'un-or-ngo': count('un-or-ngo'),
    cooperative: count('cooperative'),
  }
}
export const totalOf = (count: CategoryCount): number => SEXES.reduce((sum, sex) => sum + count[sex], 0)
export const totalsBySex = (counts: Counts): CategoryCount =>
  ParticipantCategory.options.reduce<CategoryCount>(
    (sum, category) => ({
      f: sum.f + counts[category].f,
      m: sum.m + counts[category].m,
      'not-said': sum['not-said'] + counts[category]['not-said'],
    }),
    none,
  )

interface Table {
  readonly group: number
  readonly seats: readonly Pick<Seat, 'category' | 'sex'>[]
}
/** Each chair goes to a smallest group, among these to the one with fewest of its category, then of its sex. Nobody is presumed to agree to photographs. */
export function dealSeats(counts: Counts, groups: number): readonly Seat[] {
  if (groups < 1) return []
  const chairs = ParticipantCategory.options.flatMap((category) =>
    SEXES.flatMap((sex) => Array.from({ length: counts[category][sex] }, () => ({ category, sex }))),
  )
  let tables: readonly Table[] = Array.from({ length: groups }, (_, index) => ({ group: index + 1, seats: [] }))
  return chairs.map((chair, index) => {
    const { group } = tables.reduce((best, table) => (weighs(table, chair) < weighs(best, chair) ? table : best))
    tables = tables.map((table) => (table.group === group ? { ...table, seats: [...table.seats, chair] } : table))
    return { number: index + 1, ...chair, mayBePhotographed: false, group }
  })
}
/** At most two hundred chairs: each count stays below a thousand. */
const weighs = ({ seats }: Table, chair: Pick<Seat, 'category' | 'sex'>): number =>
  seats.length * 1_000_000 +
  seats.filter((seat) => seat.category === chair.category).length * 1000 +
  seats.filter((seat) => seat.sex === chair.sex).length
