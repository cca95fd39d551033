/*
A file of group rows into the record: read as a stream, gathered by point and day, compared with what is known, and recorded as one sending for each point and day. A second import of the same
file records nothing, one that was cut off goes on, and a damaged line is named while the rest goes in. Rows go in before their sending: without it they count for nothing, and
the next import takes them over. Lines of a withdrawn sending are taken again, as a sending of its own. Memory: the rows of one piece of the file.
*/
import { createHash } from 'node:crypto'

import { addDays } from '../../../kernel/calendar.ts'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { BrokenCsv, csvRows } from '../../../kernel/csv.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { asId } from '../../../kernel/schema.ts'
import { todayIn } from '../../../kernel/zones.ts'
import type { Database } from '../../../platform/database/connect.ts'
import { type Actor, type Draft, subjectName } from '../../../platform/log/event.ts'
import type { Log } from '../../../platform/log/log.ts'
import type { FlowGroup } from '../contract.ts'
import type { CountRecorded } from '../domain/count.ts'
import { type FileHead, type FileRow, headOf, isTagLine, readRow } from '../domain/flow-file.ts'
import { fitOf, sumsOf } from '../domain/sums.ts'
import { hashOf } from './hash-of.ts'
import { firstDayKept } from './forget-rows.ts'
import { knownPoints } from './known-points.ts'
import { listDays, listWithdrawn } from './store-mobility.ts'
import { type FlowRow, insertRows, listRowKeys } from './store-rows.ts'

export interface FlowsImport {
  readonly database: Pick<Database, 'transaction' | 'read'>
  readonly log: Pick<Log, 'record'>
  readonly tenant: string
  readonly clock: () => string
  readonly actor: Actor
  readonly open: () => AsyncIterable<string>
  readonly dryRun: boolean
  readonly onProgress?: (rows: number) => void
}
export interface FlowsReport {
  readonly rows: number
  readonly added: number
  readonly alreadyKnown: number
  readonly misfits: number
  readonly sendings: number
  readonly rejected: number
  /** The first thousand. */
  readonly damaged: readonly { readonly line: number; readonly column: string; readonly problem: string }[]
  readonly dryRun: boolean
}
const PIECE = 20_000
const MOST_NAMED = 1_000

interface Keyed {
  readonly key: string
  readonly group: FlowGroup
}
/** Groups of one point and one day, in the order of the file. */
type Days = Map<string, { readonly point: string; readonly day: string; readonly rows: Keyed[] }>
interface Run {
  readonly parts: FlowsImport
  readonly points: ReadonlyMap<string, string>
  /** How often the same line came already, by point, day and content: two groups may be alike. */
  readonly seen: Map<string, number>
  readonly done: { rows: number; added: number; alreadyKnown: number; misfits: number; sendings: number; rejected: number }
  readonly damaged: { line: number; column: string; problem: string }[]
}

/** Refusals: `flows-file-without-columns`, `flows-file-broken`. */
export async function importFlows(parts: FlowsImport): Promise<Outcome<FlowsReport>> {
  const points = await parts.database.read(
    async (tx) => new Map((await knownPoints(tx, parts.tenant)).map(({ id, point }) => [point.opened.code, id])),
  )
  const done = { rows: 0, added: 0, alreadyKnown: 0, misfits: 0, sendings: 0, rejected: 0 }
  const run: Run = { parts, points, seen: new Map(), done, damaged: [] }
  try {
    const isTable = await readAll(run)
    if (!isTable) return refused('flows-file-without-columns')
  } catch (fault) {
    if (fault instanceof BrokenCsv) return refused('flows-file-broken')
    throw fault
  }
  return accepted({ ...done, damaged: run.damaged, dryRun: parts.dryRun })
}

async function readAll(run: Run): Promise<boolean> {
  // The day of the place that is furthest ahead, so that no count of today is taken for one of tomorrow.
  const today = todayIn('Asia/Ulaanbaatar', run.parts.clock())
  let head: FileHead | null = null
  let days: Days = new Map()
  let line = 0
  let held = 0
  for await (const cells of csvRows(run.parts.open())) {
    line += 1
    if (head === null) {
      head = headOf(cells)
      if (head === null) return false
      continue
    }
    if (line === 2 && isTagLine(cells)) continue
    run.done.rows += 1
    take(run, days, { line, read: readRow(head, cells, today) })
    held += 1
    if (held < PIECE) continue
    await write(run, days)
    ;[days, held] = [new Map(), 0]
  }
  await write(run, days)
  return head !== null
}
function take(run: Run, days: Days, { line, read }: { readonly line: number; readonly read: ReturnType<typeof readRow> }): void {
  const point = read.ok ? run.points.get(read.row.code) : undefined
  if (!read.ok || point === undefined) {
    run.done.rejected += 1
    const named = read.ok ? { column: 'point_code', problem: 'unknown-point' } : { column: read.column, problem: read.problem }
    if (run.damaged.length < MOST_NAMED) run.damaged.push({ line, ...named })
    return
  }
  const { day, group } = read.row
  const at = `${point} ${day}`
  const of = days.get(at) ?? { point, day, rows: [] }
  of.rows.push({ key: keyOf(run, at, read.row), group })
  days.set(at, of)
}
function keyOf({ seen }: Run, at: string, { id, group }: FileRow): string {
  if (id !== null) return id
  const content = createHash('sha256')
    .update(`${at} ${canonicalJson(group)}`)
    .digest('base64url')
    .slice(0, 20)
  const n = (seen.get(content) ?? 0) + 1
  seen.set(content, n)
  return n === 1 ? content : `${content}.${n}`
}

async function write({ parts, done }: Run, days: Days): Promise<void> {
  if (days.size === 0) return
  const known = await knownKeys(parts, days)
  const drafts: Draft[] = []
  const rows: FlowRow[] = []
  for (const { point, day, rows: all } of days.values()) {
    const there = known.keys.get(`${point} ${day}`)
    const isClosed = known.closed.has(`${point} ${day}`)
    const fresh = new Map(all.flatMap((one) => (isClosed || there?.has(one.key) ? [] : [[one.key, one] as const])))
    done.alreadyKnown += all.length - fresh.size
    if (fresh.size === 0) continue
    const { draft, own } = sendingOf(parts, { point, day, rows: [...fresh.values()], withdrawn: known.withdrawn })
    drafts.push(draft)
    rows.push(...own)
    done.added += own.length
    done.misfits += own.filter((one) => one.isMisfit).length
    done.sendings += 1
  }
  if (!parts.dryRun && drafts.length > 0) {
    await parts.database.transaction((tx) => insertRows(tx, parts.tenant, rows))
    await parts.log.record(parts.tenant, drafts)
  }
  parts.onProgress?.(done.rows)
}
interface Known {
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>
  /** Days so old that their rows were removed: what was counted of them stands, and no file adds to it. */
  readonly closed: ReadonlySet<string>
  /** Sendings that were taken back: the same groups again are another sending. */
  readonly withdrawn: ReadonlySet<string>
}
async function knownKeys({ database, tenant, clock }: FlowsImport, days: Days): Promise<Known> {
  const spans = new Map<string, { from: string; until: string }>()
  for (const { point, day } of days.values()) {
    const { from, until } = spans.get(point) ?? { from: day, until: day }
    spans.set(point, { from: day < from ? day : from, until: day > until ? day : until })
  }
  const found = new Map<string, Set<string>>()
  const closed = new Set<string>()
  const withdrawn = new Set<string>()
  const kept = firstDayKept(clock())
  await database.read(async (tx) => {
    for (const [point, span] of spans) {
      for (const { day, key } of await listRowKeys(tx, tenant, { point, ...span })) {
        const at = `${point} ${day}`
        const keys = found.get(at) ?? new Set()
        found.set(at, keys.add(key))
      }
      for (const { id } of await listWithdrawn(tx, tenant, { point, ...span })) withdrawn.add(id)
      if (span.from < kept)
        for (const { day } of await listDays(tx, tenant, { ...span, until: addDays(kept, -1), point })) closed.add(`${point} ${day}`)
    }
  })
  return { keys: found, closed, withdrawn }
}
/** Its identifier follows from what is in it and from how often that was taken back: the same groups again are the same sending, unless it was withdrawn. */
function sendingOf(
  { clock, actor }: FlowsImport,
  {
    point,
    day,
    rows,
    withdrawn,
  }: { readonly point: string; readonly day: string; readonly rows: readonly Keyed[]; readonly withdrawn: ReadonlySet<string> },
): { readonly draft: Draft; readonly own: readonly FlowRow[] } {
  const groups = rows.map((one) => one.group)
  const sha256 = hashOf(groups)
  const keys = rows.map((one) => one.key).join(' ')
  const idOf = (text: string): string => uuidV7(0, createHash('sha256').update(text).digest())
  let id = idOf(`flow-count ${point} ${day} ${keys} ${sha256}`)
  while (withdrawn.has(id)) id = idOf(`flow-count again ${id}`)
  const at = clock()
  const payload: CountRecorded = {
    ...{ point: asId('flow-point', point), day, source: 'file', sha256, sums: sumsOf(groups) },
    ...{ at, body: actor.organisation },
  }
  return {
    draft: { id, kind: 'flow-count.recorded.v1', subject: subjectName('flow-count', id), happenedAt: at, actor, payload },
    own: rows.map(({ key, group }) => ({ point, day, key, countId: id, isMisfit: fitOf(group) === 'misfit', content: group })),
  }
}
