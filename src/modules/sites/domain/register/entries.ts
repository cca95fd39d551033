/*
The register of a site on a day, as known at an instant: which entries hold, and what they say together. A title, a party and a
description hold until they end; a count of people or pits, mercury, access and activity hold until the next one of the same
group. Entries of merged records count like the survivor's own.
*/
import { asId } from '../../../../kernel/schema.ts'
import type { Attachment } from '../../../documents/contract.ts'
import type { FactSource, Mineral } from '../../contract-observations.ts'
import {
  type BusinessEntity,
  type Description,
  type EntryContent,
  type Licence,
  type StandingEntry,
  hsCodeOfMineral,
} from '../../contract-register.ts'
import type { Question } from '../status/status-fact.ts'

/** An entry as the read table keeps it. */
export interface EntryRow {
  readonly site_id: string
  readonly id: string
  readonly acts_on: string
  readonly content: EntryContent
  readonly source: FactSource
  readonly attachments: readonly Attachment[]
  readonly reason: string | null
  readonly learned_at: string
  readonly ended_on: string | null
  readonly end_reason: string | null
  readonly end_learned_at: string | null
  readonly replaced_by: string | null
  readonly replaced_at: string | null
}

/** Groups of which one entry holds at a time. */
const SINGLE: ReadonlySet<EntryContent['group']> = new Set(['workforce', 'pits', 'mercury', 'access', 'activity'] as const)

/** The entries that hold, newest first, each with the first day on which it no longer does. */
export function standingEntries(rows: readonly EntryRow[], { asOf, knownAt }: Question): readonly StandingEntry[] {
  const known = rows
    .filter((row) => row.learned_at <= knownAt && row.acts_on <= asOf && (row.replaced_at === null || row.replaced_at > knownAt))
    .toSorted(newestFirst)
  const taken = new Set<string>()
  const standing: StandingEntry[] = []
  for (const row of known) {
    const until = row.end_learned_at !== null && row.end_learned_at <= knownAt ? row.ended_on : null
    const { group } = row.content
    if (SINGLE.has(group) && taken.has(group)) continue
    taken.add(group)
    if (until !== null && until <= asOf) continue
    const { content, acts_on: from, source, learned_at: learnedAt, attachments } = row
    standing.push({ entry: asId('event', row.id), content, from, until, source, learnedAt, attachments })
  }
  return standing
}

const newestFirst = (a: EntryRow, b: EntryRow): number =>
  compare(b.acts_on, a.acts_on) || compare(b.learned_at, a.learned_at) || compare(b.id, a.id)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** For each field of the description the newest entry that names it. */
export function describedBy(entries: readonly StandingEntry[]): Omit<Description, 'group'> {
  const all = entries.flatMap(({ content }) => (content.group === 'description' ? [content] : []))
  const merged: Omit<Description, 'group'> = Object.assign({}, ...all.toReversed())
  return Object.fromEntries(Object.entries(merged).filter(([name, value]) => name !== 'group' && value !== undefined))
}

/** MD.01 wants at least one licence, even `unlicensed`. A title whose last day has passed is no longer in force. */
export function licencesOn(entries: readonly StandingEntry[], asOf: string, hsCodes: readonly string[]): readonly Licence[] {
  const licences = entries.flatMap(({ content }) => (content.group === 'licence' ? [content.licence] : []))
  if (licences.length === 0) return [{ licenceType: 'unlicensed', coveredCommodities: [...hsCodes] }]
  return licences.map((licence) =>
    licence.expiresOn !== undefined && licence.expiresOn <= asOf ? { ...licence, inForce: false } : licence,
  )
}

export const partiesOf = (entries: readonly StandingEntry[], role: string): readonly BusinessEntity[] =>
  entries.flatMap(({ content }) => (content.group === 'party' && content.role === role ? [content.entity] : []))

export function hsCodesOf(minerals: readonly Mineral[], more: readonly string[] = []): readonly string[] {
  const designated = minerals.flatMap((mineral) => hsCodeOfMineral[mineral] ?? [])
  return [...new Set([...designated, ...more])]
}

const ACTIVITY_CODES = { active: 1, 'non-active': 2, abandoned: 0, unknown: null } as const
/** MDC.02, by the newest entry, else by what the registration says. */
export function activityCodeOf(entries: readonly StandingEntry[], registered: keyof typeof ACTIVITY_CODES | null): 0 | 1 | 2 | null {
  const said = entries.flatMap(({ content }) => (content.group === 'activity' ? [content.activity] : []))[0] ?? registered
  return said === null ? null : ACTIVITY_CODES[said]
}
