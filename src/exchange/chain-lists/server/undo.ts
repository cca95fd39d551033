/*
The way back: what an import made is voided, each bag by its own decision with the reason, fifty to a transaction. What was drawn from, sent on or
certified since stays, and its row says why. Both the bag and its voiding stay in the log.
*/
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../../kernel/ids.ts'
import { asId } from '../../../kernel/schema.ts'
import { doorOf } from '../../../platform/http/http-server.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { ChainHouse, Stopped, Told } from './house.ts'
import { type ImportRow, type RowBecame, advance, listRows, setOutcomes } from './store.ts'

const AT_ONCE = 50

export async function undoImport(
  house: ChainHouse,
  job: ImportRow,
  { who, told }: { readonly who: Who; readonly told?: Told },
): Promise<Stopped> {
  const { database, tenant } = house
  let [after, done] = [job.doneLine, 0]
  for (;;) {
    const rows = await database.read((tx) => listRows(tx, tenant, { id: job.id, after, limit: AT_ONCE }))
    const last = rows.at(-1)
    if (!last) return 'finished'
    const made = rows.filter(({ outcome, made: lot }) => lot !== null && (outcome === 'made' || outcome === 'held'))
    const ids = made.map(() => uuidV7(Date.parse(house.clock()), randomBytes(10)))
    const became = await house.log().together({ tenant, commands: ids }, async (inside) => {
      const all: RowBecame[] = []
      for (const [at, { line, made: lot }] of made.entries()) {
        const envelope = { id: asId('command', ids[at] ?? '') }
        const voided = await house.voidLot({ door: doorOf(inside), who, tenant, envelope }, lot ?? '', job.reason ?? '')
        // Voided before: a piece that was cut off by a kill is done again.
        const isDone = voided.ok || voided.refusal.code === 'lot-voided'
        all.push({ line, outcome: isDone ? 'undone' : 'kept', made: lot, told: voided.ok || isDone ? null : voided.refusal })
      }
      return all
    })
    const stop = await database.transaction(async (tx) => {
      await setOutcomes(tx, tenant, job.id, became)
      return advance(tx, tenant, job.id, { doneLine: last.line })
    })
    after = last.line
    done += rows.length
    told?.(done)
    if (stop) return 'stopped'
  }
}
