/*
The run of mine sheets: rows become bags by the decision of the scale, piece by piece. A bag is an observation, so its event goes to the log by the
door for observations; its findings, and whether it is held, are decided for the whole piece at once by custody. A bag has an identifier that follows
from the import and the line: a piece that was cut off by a kill is done again and adds nothing twice.
*/
import { createHash } from 'node:crypto'
import { uuidV7 } from '../../../kernel/ids.ts'
import { asId, looseRecord, mustParse, orNull, text } from '../../../kernel/schema.ts'
import { RegisterBag } from '../../../modules/custody/contract.ts'
import type { BulkBag } from '../../../modules/custody/contract-bulk.ts'
import { Mineral } from '../../../modules/sites/contract.ts'
import type { Actor, Draft } from '../../../platform/log/event.ts'
import { ChainSettings } from '../chain-words.ts'
import type { ChainHouse, Stopped, Told } from './house.ts'
import { type ImportRow, type RowBecame, type StagedRow, advance, listRows, setOutcomes } from './store.ts'

/** One transaction each: other writers wait as long. */
const BAGS_AT_ONCE = 500

const BagContent = looseRecord({ mineral: Mineral, holder: text(60), team: orNull(text(40)), pit: orNull(text(40)) })

export interface Officer {
  readonly actor: Actor
  readonly territory: 'everywhere' | readonly string[]
}

export const idOfLine = ({ id, createdAt }: Pick<ImportRow, 'id' | 'createdAt'>, name: string): string =>
  uuidV7(Date.parse(createdAt), createHash('sha256').update(`chain-import/${id}/${name}`).digest())

export async function runBags(
  house: ChainHouse,
  job: ImportRow,
  { officer, told }: { readonly officer: Officer; readonly told?: Told },
): Promise<Stopped> {
  const { database, tenant } = house
  const settings = mustParse(ChainSettings, job.settings)
  let [after, done] = [job.doneLine, 0]
  for (;;) {
    const rows = await database.read((tx) => listRows(tx, tenant, { id: job.id, after, limit: BAGS_AT_ONCE }))
    const last = rows.at(-1)
    if (!last) return 'finished'
    const became = await retryOnTakenNumber(() => makeBags(house, { job, officer, settings }, rows))
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

interface Making {
  readonly job: ImportRow
  readonly officer: Officer
  readonly settings: ChainSettings
}
async function makeBags(house: ChainHouse, { job, officer, settings }: Making, rows: readonly StagedRow[]): Promise<readonly RowBecame[]> {
  const { tenant, database, bulk } = house
  const now = house.clock()
  const wanted = rows.filter(({ verdict }) => verdict === 'ok' || (verdict === 'doubtful' && settings.doubtful === 'take'))
  const bags = wanted.map((row) => bagOf(row, { job, settings }))
  // A piece that was written before a kill is there already: its bags are not decided as twins of themselves.
  const before = new Set(
    (
      await database.read((tx) =>
        bulk.tagged(
          tx,
          tenant,
          wanted.flatMap(({ tag }) => (tag === null ? [] : [tag])),
        ),
      )
    ).map((one) => one.lot),
  )
  const fresh = bags.filter(({ lot }) => !before.has(lot))
  const decided = await database.read((tx) =>
    bulk.decideBags(tx, { tenant, now, account: officer.actor.account, territory: officer.territory }, fresh),
  )
  const drafts = decided.flatMap((one): readonly Draft[] =>
    one.ok ? [{ id: one.lot, subject: one.subject, kind: one.kind, happenedAt: now, actor: officer.actor, payload: one.payload }] : [],
  )
  if (drafts.length > 0) await house.log().record(tenant, drafts, drafts.length)
  const byLot = new Map(decided.map((one) => [one.lot, one]))
  const lineOf = new Map(wanted.map((row, at) => [row.line, bags[at]?.lot ?? null]))
  return rows.map((row): RowBecame => {
    const lot = lineOf.get(row.line) ?? null
    if (lot === null) return { line: row.line, outcome: row.verdict === 'known' ? 'known' : 'left', made: null, told: null }
    const one = byLot.get(lot)
    if (!one) return { line: row.line, outcome: 'made', made: lot, told: null }
    if (!one.ok) return { line: row.line, outcome: 'refused', made: null, told: one.refusal }
    return { line: row.line, outcome: one.isHeld ? 'held' : 'made', made: lot, told: one.rules.length > 0 ? { rules: one.rules } : null }
  })
}

function bagOf({ line, tag, site, day, massGrams, content }: StagedRow, { job, settings }: Pick<Making, 'job' | 'settings'>): BulkBag {
  const { mineral, holder, team, pit } = mustParse(BagContent, content)
  const bag = mustParse(RegisterBag, {
    ...{ site, tag, mineral, massGrams, holder: asId('organisation', holder), producedOn: day, weighedOn: day },
    ...(settings.tagIssuer === undefined ? {} : { tagIssuer: settings.tagIssuer }),
    ...(team === null ? {} : { team }),
    ...(pit === null ? {} : { pit }),
  })
  return { lot: idOfLine(job, `line-${line}`), bag }
}

/** Somebody recorded a bag with one of these numbers between the look and the writing: look again. */
async function retryOnTakenNumber<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      const isTaken = error instanceof Error && 'constraint' in error && String(error.constraint).startsWith('lot_')
      if (!isTaken || tries >= 5) throw error
    }
  }
}
