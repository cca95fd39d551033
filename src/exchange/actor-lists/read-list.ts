/*
Lists of actors, whole: spellings of armed actors gathered from IPIS visits (JSON) or actors of UCDP (CSV). A damaged row is named and the rest goes on.
Who is a people is told as such and never as a group.
*/
import { BrokenCsv, csvRowsOf } from '../../kernel/csv.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { type Infer, count, keyed, looseRecord, parse, text } from '../../kernel/schema.ts'
import type { ActorKind } from '../../modules/conflict/contract-actors.ts'

/** Why what fits nobody is not made an actor by this program. */
export type Doubt = 'once' | 'several' | 'nobody' | 'of-list'
export interface ListedActor {
  readonly row: number
  /** Ways of writing, the one the list goes by first. */
  readonly written: readonly [string, ...string[]]
  readonly kind: ActorKind
  readonly doubt: Doubt | null
}
export interface DamagedRow {
  readonly row: number
  readonly column: string | null
  readonly problem: 'not-a-row' | 'empty' | 'no-letters' | 'unknown-org' | 'wrong-number-of-columns'
}
export interface ListRead {
  readonly list: 'ipis' | 'ucdp'
  /** As the source of a spelling is cited. */
  readonly source: string
  readonly rows: number
  readonly actors: readonly ListedActor[]
  /** Names of peoples. */
  readonly peoples: readonly string[]
  readonly damaged: readonly DamagedRow[]
}

/** Refusals: `actor-list-unknown`, `actor-list-broken`. */
export function readActorList(content: string): Outcome<ListRead> {
  const body = content.replace(/^\uFEFF/, '')
  return body.trimStart().startsWith('[') ? readIpis(body) : readUcdp(body)
}

const Row = looseRecord({ name: text(160), mentions: count(), types: keyed(count()) })
const hasLetters = (name: string): boolean => /[\p{L}\p{N}]/u.test(name)

function readIpis(body: string): Outcome<ListRead> {
  const rows = rowsOf(body)
  if (rows === null) return refused('actor-list-broken')
  const actors: ListedActor[] = []
  const damaged: DamagedRow[] = []
  rows.forEach((one, at) => {
    const row = at + 1
    const read = parse(Row, one)
    if (!read.ok) damaged.push({ row, column: columnOf(read.faults), problem: 'not-a-row' })
    else if (!hasLetters(read.value.name)) damaged.push({ row, column: 'name', problem: 'no-letters' })
    else actors.push({ row, written: [read.value.name.trim()], kind: kindOf(read.value), doubt: doubtOf(read.value) })
  })
  return accepted({ list: 'ipis', source: 'IPIS', rows: rows.length, actors, peoples: [], damaged })
}
function rowsOf(body: string): readonly unknown[] | null {
  try {
    const found: unknown = JSON.parse(body)
    return Array.isArray(found) ? found : null
  } catch {
    return null
  }
}
const columnOf = (faults: readonly { readonly path: string }[]): string | null => faults[0]?.path.split('.')[0] || null

const NOBODY = /non identifi|inconnu|bandit|coupeurs? de route|forces négatives/iu
const SEVERAL = /,| et | & /iu
function doubtOf({ name, mentions }: Infer<typeof Row>): Doubt | null {
  if (NOBODY.test(name)) return 'nobody'
  if (SEVERAL.test(name)) return 'several'
  return mentions < 2 ? 'once' : null
}
function kindOf({ types }: Infer<typeof Row>): ActorKind {
  const said = Object.keys(types)
  if (said.length > 0 && said.every((one) => one.startsWith('FARDC'))) return 'army-unit'
  return said.length > 0 && said.every((one) => /^(PNC|PMH)/.test(one)) ? 'police' : 'armed-group'
}

const GROUP = '1'
const PEOPLE = '3'
const GOVERNMENT = '4'
function readUcdp(body: string): Outcome<ListRead> {
  const rows = tableOf(body)
  if (rows === null) return refused('actor-list-broken')
  const [heading = [], ...lines] = rows
  if (!['ActorId', 'NameData', 'Org'].every((one) => heading.includes(one))) return refused('actor-list-unknown')
  const actors: ListedActor[] = []
  const damaged: DamagedRow[] = []
  const peoples: string[] = []
  let version = ''
  lines.forEach((cells, at) => {
    const row = at + 2
    const cell = (column: string): string => cells[heading.indexOf(column)]?.trim() ?? ''
    const [name, org] = [cell('NameData'), cell('Org')]
    if (cells.length !== heading.length) return damaged.push({ row, column: null, problem: 'wrong-number-of-columns' })
    if (name === '') return damaged.push({ row, column: 'NameData', problem: 'empty' })
    if (!hasLetters(name) || name.length > 160) return damaged.push({ row, column: 'NameData', problem: 'no-letters' })
    version = version || cell('Version')
    if (org === PEOPLE) return peoples.push(name)
    if (org !== GROUP && org !== GOVERNMENT) return damaged.push({ row, column: 'Org', problem: 'unknown-org' })
    const full = cell('NameOrigFull')
    // The full name of who has changed its name is that of who it was.
    const isOwn = full !== name && full.length <= 160 && full !== 'n/a' && hasLetters(full) && cell('NameChange') !== '1'
    const state = org === GOVERNMENT
    return actors.push({
      ...{ row, written: isOwn ? [name, full] : [name] },
      ...{ kind: state ? 'state' : 'armed-group', doubt: state ? null : 'of-list' },
    })
  })
  return accepted({ list: 'ucdp', source: `UCDP Actor ${version}`.trim(), rows: lines.length, actors, peoples, damaged })
}
function tableOf(body: string): readonly (readonly string[])[] | null {
  try {
    return csvRowsOf(body)
  } catch (fault) {
    if (fault instanceof BrokenCsv) return null
    throw fault
  }
}
