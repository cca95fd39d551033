/*
The next number of a block on the telephone that carries it. Numbers only go up: what was given here, what lies in the outbox and what the server knows
all count as used, so that no kill, no lost answer and no cleared shelf gives one again. It refuses to fill gaps, and to go on from a rescue file: the
telephone from which that was made may have given more.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { BlockSummary } from '../../contract-issuing.ts'
import { indexIn, numberAt } from '../verify-key.ts'

export interface NumbersKnown {
  readonly today: string
  /** The last that this telephone wrote down; 0 before the first. */
  readonly given: number
  /** Numbers of sheets that are known by any way. */
  readonly sheets: readonly string[]
  /** Day on which this part came from another telephone's rescue file. */
  readonly restoredOn: string | null
}
export interface NextNumber {
  readonly sequence: number
  readonly number: string
  readonly listIndex: number
}
type Carried = Pick<
  BlockSummary,
  'prefix' | 'from' | 'to' | 'firstIndex' | 'closed' | 'reservedOn' | 'validUntil' | 'unused' | 'officeName'
>

/** Refuses `block-closed`, `block-over`, `block-used-up`, `block-before-rescue`. */
export function nextNumber(block: Carried, known: NumbersKnown): Outcome<NextNumber> {
  const { closed, officeName, validUntil, reservedOn } = block
  if (closed !== null) return refused('block-closed')
  if (known.restoredOn !== null && reservedOn <= known.restoredOn) return refused('block-before-rescue', { on: known.restoredOn })
  if (known.today > validUntil || known.today < reservedOn) return refused('block-over', { from: reservedOn, until: validUntil })
  const sequence = lastOf(block, known) + 1
  const number = numberAt(block.prefix, sequence)
  const listIndex = indexIn(block, number)
  return listIndex === null ? refused('block-used-up', { name: officeName }) : accepted({ sequence, number, listIndex })
}

export const numbersLeft = (block: Carried, known: Pick<NumbersKnown, 'given' | 'sheets'>): number =>
  Math.max(0, block.to - lastOf(block, known))

function lastOf(block: Carried, { given, sheets }: Pick<NumbersKnown, 'given' | 'sheets'>): number {
  const own = sheets.flatMap((number) => (indexIn(block, number) === null ? [] : [Number(number.slice(block.prefix.length))]))
  return Math.max(block.from - 1, given, lastKnownToServer(block), ...own)
}
/** Behind the last range without a sheet nothing is used; the numbers before it are. */
function lastKnownToServer({ to, unused }: Carried): number {
  const last = unused.at(-1)
  if (last === undefined) return to
  return last.to === to ? last.from - 1 : to
}
