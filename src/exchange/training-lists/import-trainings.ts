/*
A list of participations into the record: read, brought together by session, packed into events of at most 200 participants, names beside the log. A second import of a file
adds nothing, because what stands is known by session and badge; an import that was cut off goes on where it stopped. One name with one year of birth is one person (D), and so
is one sign of the file; a first time makes a new person; of all others nobody can say, and they count as participations alone.
*/
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { uuidV7 } from '../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { asId } from '../../kernel/schema.ts'
import type { ImportedParticipant, NamedTrainee } from '../../modules/outreach/contract-training.ts'
import { type Areas, type Damage, type ReadRow, type SourceRow, columnsOf, readRow } from './read-rows.ts'

export interface TrainingDraft {
  readonly id: string
  readonly subject: string
  readonly kind: 'training-session.imported.v1'
  readonly payload: unknown
}
/** What the import needs of the house. */
export interface TrainingHouse {
  readonly known: (sessions: readonly string[]) => Promise<ReadonlyMap<string, ReadonlySet<number>>>
  readonly personsOf: (hashes: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly hashOf: (said: { readonly name: string; readonly birthYear: number }) => string
  readonly record: (drafts: readonly TrainingDraft[], names: readonly NamedTrainee[]) => Promise<void>
}
export interface TrainingImport {
  readonly rows: AsyncIterable<SourceRow>
  readonly areas: Areas
  readonly house: TrainingHouse
  readonly dryRun: boolean
  readonly now: string
  readonly onProgress?: (done: number, total: number) => void
}
export interface TrainingReport {
  readonly rows: number
  readonly sessions: number
  readonly added: number
  readonly alreadyKnown: number
  /** Persons that were named and are kept apart. */
  readonly named: number
  readonly rowsRejected: number
  /** The first thousand, in the order of the file. */
  readonly rejected: readonly Damage[]
  readonly dryRun: boolean
}
const PER_EVENT = 200
const EVENTS_PER_CALL = 100
const MOST_REJECTED_KEPT = 1000

/** Refusals: `training-list-empty`, `training-list-columns`. */
export async function importTrainings(asked: TrainingImport): Promise<Outcome<TrainingReport>> {
  const read = await readAll(asked)
  if (!read.ok) return read
  const { good, damaged, rows } = read.value
  const sessions = Map.groupBy(good, ({ session }) => sessionId(session.number))
  const known = await asked.house.known([...sessions.keys()])
  const persons = await personsFor(good, asked.house)
  const calls = packed(sessions, { known, persons, now: asked.now, house: asked.house })
  const added = calls.reduce((sum, call) => sum + call.added, 0)
  let done = 0
  for (const call of asked.dryRun ? [] : calls) {
    await asked.house.record(call.drafts, call.names)
    done += call.added
    asked.onProgress?.(done, added)
  }
  return accepted({
    ...{
      rows,
      sessions: sessions.size,
      added,
      alreadyKnown: good.length - added,
      named: calls.reduce((sum, { names }) => sum + names.length, 0),
    },
    ...{ rowsRejected: damaged.length, rejected: damaged.slice(0, MOST_REJECTED_KEPT), dryRun: asked.dryRun },
  })
}

interface AllRead {
  readonly good: readonly ReadRow[]
  readonly damaged: readonly Damage[]
  readonly rows: number
}
async function readAll({ rows, areas }: TrainingImport): Promise<Outcome<AllRead>> {
  const good: ReadRow[] = []
  const damaged: Damage[] = []
  const first = new Map<string, string>()
  const seen = new Set<string>()
  let columns: ReturnType<typeof columnsOf> | null = null
  let count = 0
  for await (const row of rows) {
    if (columns === null) {
      columns = columnsOf(row.cells)
      if (columns.missing.length > 0) return refused('training-list-columns', { missing: columns.missing.join(', ') })
      continue
    }
    count += 1
    const found = readRow(row, { at: columns.at, areas })
    if ('problem' in found) damaged.push(found)
    else {
      const { session, participant, line } = found
      const said = canonicalJson(session)
      const badge = `${session.number}/${participant.badge}`
      // A session is one thing: rows that say another place or other days of it are not taken.
      if ((first.get(session.number) ?? said) !== said) damaged.push({ line, column: 'session', problem: 'other-session' })
      else if (seen.has(badge)) damaged.push({ line, column: 'badge', problem: 'badge-twice' })
      else good.push(found)
      first.set(session.number, first.get(session.number) ?? said)
      seen.add(badge)
    }
  }
  return count === 0 ? refused('training-list-empty') : accepted({ good, damaged, rows: count })
}

const idFrom = (text: string): string => uuidV7(0, createHash('sha256').update(text).digest())
const sessionId = (number: string): string => idFrom(`training-session/${number}`)
const keyOf = ({ session, participant }: ReadRow): string => `${session.number}/${participant.badge}`

/** The pseudonym of each row by session and badge, where somebody can be told from others. */
async function personsFor(rows: readonly ReadRow[], house: TrainingHouse): Promise<ReadonlyMap<string, string>> {
  const hashed = new Map(
    rows.flatMap((row) => {
      const { named } = row
      return named === null || named.birthYear === null
        ? []
        : [[keyOf(row), house.hashOf({ name: named.name, birthYear: named.birthYear })] as const]
    }),
  )
  const standing = new Map(await house.personsOf([...new Set(hashed.values())]))
  const bySign = new Map<string, string>()
  const found = new Map<string, string>()
  for (const row of rows) {
    const key = keyOf(row)
    const hash = hashed.get(key)
    const own = idFrom(`trainee/${key}`)
    const isNew = row.named !== null || row.participant.firstTime === 'yes'
    const person = hash !== undefined ? (standing.get(hash) ?? own) : row.sign !== null ? (bySign.get(row.sign) ?? own) : isNew ? own : null
    if (person === null) continue
    if (hash !== undefined) standing.set(hash, person)
    if (row.sign !== null) bySign.set(row.sign, bySign.get(row.sign) ?? person)
    found.set(key, person)
  }
  return found
}

interface Call {
  readonly drafts: TrainingDraft[]
  readonly names: NamedTrainee[]
  added: number
}
interface Packing {
  readonly known: ReadonlyMap<string, ReadonlySet<number>>
  readonly persons: ReadonlyMap<string, string>
  readonly now: string
  readonly house: TrainingHouse
}
function packed(sessions: ReadonlyMap<string, readonly ReadRow[]>, { known, persons, now, house }: Packing): readonly Call[] {
  const calls: Call[] = []
  for (const [id, rows] of sessions) {
    const fresh = rows.filter(({ participant }) => !known.get(id)?.has(participant.badge))
    for (let at = 0; at < fresh.length; at += PER_EVENT) {
      const part = fresh.slice(at, at + PER_EVENT)
      const participants = part.map((row): ImportedParticipant => {
        const person = persons.get(keyOf(row))
        return { ...row.participant, person: person === undefined ? null : asId('trainee', person) }
      })
      const payload = { session: part[0]?.session, participants }
      const draft: TrainingDraft = {
        ...{
          id: idFrom(`${id}/${canonicalJson(payload)}`),
          subject: `training-session:${id}`,
          kind: 'training-session.imported.v1',
          payload,
        },
      }
      const last = calls.at(-1)
      const call = last !== undefined && last.drafts.length < EVENTS_PER_CALL ? last : newCall(calls)
      call.drafts.push(draft)
      call.added += part.length
      for (const row of part) if (row.named !== null) call.names.push(nameOf(row, { person: persons.get(keyOf(row)) ?? '', now, house }))
    }
  }
  return calls
}
function newCall(calls: Call[]): Call {
  const call: Call = { drafts: [], names: [], added: 0 }
  calls.push(call)
  return call
}
function nameOf(
  { named }: ReadRow,
  { person, now, house }: { readonly person: string; readonly now: string; readonly house: TrainingHouse },
): NamedTrainee {
  const { name, birthYear } = named ?? { name: '–', birthYear: null }
  return { person, name, birthYear, hashes: birthYear === null ? [] : [house.hashOf({ name, birthYear })], at: now }
}
