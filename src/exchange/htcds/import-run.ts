/*
Cases of a file, opened row by row: what stands of each is said at every moment, so that a desk that is closed half way tells the truth when it is opened again. A
row that is refused is named with why and the next one goes on; where nothing can be sent at all the run stops. A row is claimed before its case
is opened and marked as brought afterwards, so a second try opens no second case.
*/
import { type OpenImported, type PlannedRow, hasPerson, saidNo } from './import-plan.ts'

export type RowState = 'new' | 'known' | 'repeated' | 'said-no' | 'no-person' | 'opened' | 'waiting' | 'failed'
export interface DeskRow extends PlannedRow {
  readonly state: RowState
  /** Of a row that failed: the refusal in words. */
  readonly because?: string
}

export function rowStateOf(row: PlannedRow, isKnown: boolean): RowState {
  if (isKnown) return 'known'
  if (row.isRepeated) return 'repeated'
  if (saidNo(row)) return 'said-no'
  return hasPerson(row) ? 'new' : 'no-person'
}
export const isWaiting = ({ state }: Pick<DeskRow, 'state'>): boolean => state === 'new' || state === 'failed'

export interface Run {
  readonly open: OpenImported
  readonly draw: () => string
  /** Answers the number under which the case of a row is opened, or `null` when it is open. */
  readonly claim: (source: string, drawn: string) => Promise<string | null>
  readonly brought: (source: string) => Promise<void>
  /** `null`: nothing more can be sent now, whatever row it was. */
  readonly reason: (thrown: unknown) => string | null
  readonly onRows: (rows: readonly DeskRow[]) => void
}

/** Throws what stopped it; `onRows` has told by then what stands. */
export async function openRows(rows: readonly DeskRow[], run: Run): Promise<readonly DeskRow[]> {
  let standing = rows
  const set = (row: DeskRow, state: RowState, because?: string) => {
    standing = standing.map((one) => (one.row === row.row ? { ...one, state, ...(because === undefined ? {} : { because }) } : one))
    run.onRows(standing)
  }
  for (const row of rows.filter(isWaiting)) {
    try {
      set(row, await openRow(row, run))
    } catch (thrown) {
      const because = run.reason(thrown)
      if (because === null) throw thrown
      set(row, 'failed', because)
    }
  }
  return standing
}

async function openRow(row: DeskRow, { open, draw, claim, brought }: Run): Promise<RowState> {
  const of = await claim(row.source, draw())
  if (of === null) return 'known'
  const came = await open({ coded: row.coded, identity: row.identity, case: of })
  // What waits for network is not there yet: it is marked when it was seen to be.
  if (came !== 'waiting') await brought(row.source)
  return came
}
