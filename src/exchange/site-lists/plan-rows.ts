/*
What a list would do to the register, row by row: a new site, changes, nothing new, perhaps a site that is there under another key, or
an error. The same function answers the dry run and the run, so that what was shown is what is done. A row that may be a known site
waits for a person: nobody is registered twice by a machine, and no machine decides that two places are one.
*/
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { Position } from '../../kernel/schema.ts'
import type { StatedPlace } from '../../modules/places/contract.ts'
import type { ActivityStatus, Mineral } from '../../modules/sites/contract.ts'
import type { EntryContent } from '../../modules/sites/contract-register.ts'
import { plain } from './fields.ts'
import { type ListRow, type Problem, type Reading, type SaidOfSite, readRow } from './read-row.ts'

export interface RegisterRow {
  readonly id: string
  readonly nationalId: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly minerals: readonly Mineral[]
  readonly at: Position | null
  readonly stated: StatedPlace
  readonly activity: ActivityStatus | null
  readonly mergedInto: string | null
  readonly version: number
}
export interface LikelySite {
  readonly site: string
  readonly name: string
  readonly nationalId: string
  readonly score: number
  readonly distanceMetres: number | null
}
export interface Change {
  readonly field: 'name' | 'aliases' | 'position' | 'stated' | 'minerals' | 'activity' | EntryContent['group']
  readonly before: string
  readonly after: string
}
/** What a person decided of a row that may be a known site: another one (`new`), that site, or not now (`leave`). */
export type Choice = { readonly line: number; readonly as: string }

interface Known {
  readonly line: number
  readonly nationalId: string
  readonly name: string
}
export type Planned =
  | (Known & { readonly verdict: 'error'; readonly problems: readonly Problem[] })
  | (Known & { readonly verdict: 'likely'; readonly likely: readonly LikelySite[] })
  | (Known & { readonly verdict: 'left' })
  | (Known & { readonly verdict: 'new'; readonly said: SaidOfSite })
  | (Known & {
      readonly verdict: 'changes' | 'same'
      readonly said: SaidOfSite
      readonly site: RegisterRow
      readonly changes: readonly Change[]
      readonly correction: Correction | null
      readonly entries: readonly EntryContent[]
    })
export interface Correction {
  readonly name?: string
  readonly aliases?: string[]
  readonly minerals?: Mineral[]
  readonly at?: Position
  readonly stated?: StatedPlace
  readonly activity?: ActivityStatus
}

export interface Planning {
  readonly reading: Reading
  readonly register: readonly RegisterRow[]
  readonly choices: ReadonlyMap<number, string>
  readonly likely: (
    asked: { readonly name: string; readonly aliases: readonly string[]; readonly at: Position | null },
    among: readonly RegisterRow[],
  ) => readonly LikelySite[]
  /** Entries that this list already made: the same content of the same site, source and day. */
  readonly isKnownEntry: (site: string, said: SaidOfSite, entry: EntryContent) => boolean
}

/** Rows `from` up to, not including, `to`; those before are read only for keys that come twice. */
export function planRows(
  rows: readonly ListRow[],
  planning: Planning,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Planned[] {
  const byKey = new Map(planning.register.map((one) => [one.nationalId, one]))
  const byId = new Map(planning.register.map((one) => [one.id, one]))
  const near = neighbourhood(planning.register)
  const firstLine = new Map<string, number>()
  const planned: Planned[] = []
  for (const [index, row] of rows.slice(0, to).entries()) {
    const at = planning.reading.mapping.nationalId
    const key = at === undefined ? '' : (row.cells[at] ?? '').trim()
    const first = firstLine.get(key)
    if (key !== '' && first === undefined) firstLine.set(key, row.line)
    if (index < from) continue
    const read = readRow(row, planning.reading)
    if (!read.ok) {
      planned.push({ line: row.line, nationalId: read.key, name: read.name, verdict: 'error', problems: read.problems })
      continue
    }
    const { said } = read
    const base = { line: row.line, nationalId: said.nationalId, name: said.name }
    if (first !== undefined) {
      const column = planning.reading.columns[at ?? -1] ?? null
      planned.push({ ...base, verdict: 'error', problems: [{ column, code: 'key-twice', facts: { found: said.nationalId, line: first } }] })
      continue
    }
    planned.push(planOne({ base, said, byKey, byId, near, planning }))
  }
  return planned
}

interface One {
  readonly base: Known
  readonly said: SaidOfSite
  readonly byKey: ReadonlyMap<string, RegisterRow>
  readonly byId: ReadonlyMap<string, RegisterRow>
  readonly near: (said: SaidOfSite) => readonly RegisterRow[]
  readonly planning: Planning
}
function planOne({ base, said, byKey, byId, near, planning }: One): Planned {
  const same = byKey.get(said.nationalId)
  const survivor = same?.mergedInto ? byId.get(same.mergedInto) : same
  if (survivor) return compare(base, said, { site: survivor, planning, isSameKey: survivor === same })
  const choice = planning.choices.get(base.line)
  if (choice === 'leave') return { ...base, verdict: 'left' }
  const chosen = choice === undefined ? undefined : byId.get(choice)
  if (chosen) return compare(base, said, { site: chosen, planning, isSameKey: false })
  const likely = choice === 'new' ? [] : planning.likely(said, near(said))
  return likely.length > 0 ? { ...base, verdict: 'likely', likely } : { ...base, verdict: 'new', said }
}

function compare(
  base: Known,
  said: SaidOfSite,
  { site, planning, isSameKey }: { readonly site: RegisterRow; readonly planning: Planning; readonly isSameKey: boolean },
): Planned {
  const changes: Change[] = []
  const correction: { -readonly [Name in keyof Correction]: Correction[Name] } = {}
  // Under its own key the list may rename a site; the old name stays an alias. Under another key its name is one more alias.
  const renames = isSameKey && plain(said.name) !== plain(site.name)
  const known = new Set([site.name, ...site.aliases].map(plain))
  const wanted = [...said.aliases, ...(renames ? [site.name] : [said.name])]
  const aliases = wanted.filter(
    (one, at) => (renames && one === site.name ? !site.aliases.includes(one) : !known.has(plain(one))) && wanted.indexOf(one) === at,
  )
  if (renames) {
    correction.name = said.name
    changes.push({ field: 'name', before: site.name, after: said.name })
  }
  if (aliases.length > 0) {
    correction.aliases = [...site.aliases, ...aliases].slice(0, 40)
    changes.push({ field: 'aliases', before: site.aliases.join(', '), after: correction.aliases.join(', ') })
  }
  if (said.at && !isSamePlace(said.at, site.at)) {
    correction.at = said.at
    changes.push({ field: 'position', before: positionText(site.at), after: positionText(said.at) })
  }
  const stated = { ...site.stated, ...said.stated }
  if (canonicalJson(stated) !== canonicalJson({ ...site.stated })) {
    correction.stated = stated
    changes.push({ field: 'stated', before: placeText(site.stated), after: placeText(stated) })
  }
  if (said.minerals && said.minerals.toSorted().join() !== site.minerals.toSorted().join()) {
    correction.minerals = [...said.minerals]
    changes.push({ field: 'minerals', before: site.minerals.join(', '), after: said.minerals.join(', ') })
  }
  if (said.activity && said.activity !== site.activity) {
    correction.activity = said.activity
    changes.push({ field: 'activity', before: site.activity ?? '', after: said.activity })
  }
  const entries = said.entries.filter((entry) => !planning.isKnownEntry(site.id, said, entry))
  for (const entry of entries) changes.push({ field: entry.group, before: '', after: entryText(entry) })
  const isCorrected = Object.keys(correction).length > 0
  return {
    ...base,
    verdict: changes.length > 0 ? 'changes' : 'same',
    said,
    site,
    changes,
    correction: isCorrected ? correction : null,
    entries,
  }
}

const isSamePlace = (one: Position, other: Position | null): boolean =>
  other !== null && Math.abs(one.latitude - other.latitude) < 0.000_005 && Math.abs(one.longitude - other.longitude) < 0.000_005
export const positionText = (at: Position | null): string => (at ? `${at.latitude}, ${at.longitude}` : '')
const placeText = ({ province, territoire, collectivite, groupement, village }: StatedPlace): string =>
  [province, territoire, collectivite, groupement, village].filter((one) => one !== undefined).join(' / ')
/** Field names as the standard has them; the screen shows them beside the name of the group. */
export function entryText(entry: EntryContent): string {
  return Object.entries(entry)
    .flatMap(([name, value]) => {
      if (name === 'group') return []
      if (name === 'polygon') return ['polygon']
      if (typeof value === 'object' && value !== null && 'way' in value) return [`${name} ${String(value.way)}`]
      return [`${name} ${String(value)}`]
    })
    .join(', ')
}

/** Sites near by, or whose name begins alike: comparing every row with every site would take minutes for a country. */
function neighbourhood(register: readonly RegisterRow[]): (said: SaidOfSite) => readonly RegisterRow[] {
  const CELL = 0.05
  const cells = new Map<string, RegisterRow[]>()
  const starts = new Map<string, RegisterRow[]>()
  const add = (map: Map<string, RegisterRow[]>, key: string, row: RegisterRow): void => {
    const list = map.get(key)
    if (list) list.push(row)
    else map.set(key, [row])
  }
  const keysOf = (names: readonly string[]): readonly string[] => [
    ...new Set(
      names
        .flatMap((name) => plain(name).split(' '))
        .filter((word) => word.length > 2)
        .map((word) => word.slice(0, 2)),
    ),
  ]
  for (const row of register) {
    if (row.mergedInto !== null) continue
    if (row.at) add(cells, `${Math.floor(row.at.latitude / CELL)}/${Math.floor(row.at.longitude / CELL)}`, row)
    for (const key of keysOf([row.name, ...row.aliases])) add(starts, key, row)
  }
  return ({ name, aliases, at }) => {
    const found = new Set(keysOf([name, ...aliases]).flatMap((key) => starts.get(key) ?? []))
    if (at)
      for (const down of [-1, 0, 1])
        for (const right of [-1, 0, 1])
          for (const row of cells.get(`${Math.floor(at.latitude / CELL) + down}/${Math.floor(at.longitude / CELL) + right}`) ?? [])
            found.add(row)
    return [...found]
  }
}
