/*
Decisions about the register of one site. Two officers may work on it at once: whoever sends a change says which version was on the
screen, and a field that somebody else changed since is not overwritten but told, with both values; other fields join. Counts of people,
pits and the rest are dated facts, so two of them stand side by side and nothing has to be compared.
*/
import { type Fact, type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Position } from '../../../../kernel/schema.ts'
import type { InternalStatus } from '../../contract.ts'
import type { EntryContent, EntryGroup, Licence, SiteEntryRecorded } from '../../contract-register.ts'
import { readIcglrId } from '../../contract-icglr-id.ts'
import { outOfBounds } from './entry-bounds.ts'
import { checkPolygon } from './polygon.ts'
import type { RegisterCommand, RegisterEvent } from './register-words.ts'

/** What a field last became, and in which version of the site. */
export interface FieldChange {
  readonly version: number
  readonly value: Fact
}
export interface RegisterState {
  /** How many events the site has. */
  readonly version: number
  readonly fields: { readonly [field: string]: FieldChange }
  readonly mergedInto: string | null
}
export const initialRegister: RegisterState = { version: 0, fields: {}, mergedInto: null }

/** What the rules read of the site beside its register. */
export interface SiteFacts {
  readonly country: string | null
  readonly position: Position | null
  readonly icglrId: string | null
  readonly register: RegisterState
}

export interface OtherSite {
  readonly registered: boolean
  readonly mergedInto: string | null
  readonly country: string
  /** Where the actor may not act; `null` when the site lies within its territory. */
  readonly outside: { readonly place: string } | null
  /** Its own parent, that one's parent, and so on. */
  readonly ancestors: readonly string[]
}
export interface Disagreement {
  readonly statedProvince?: string | undefined
  readonly statedTerritoire?: string | undefined
  readonly computedProvince?: string | undefined
  readonly computedTerritoire?: string | undefined
}
export interface RegisterContext {
  readonly site: string
  readonly today: string
  /** The entry or paper that the command names, while it stands; `null` when this site has none such. */
  readonly named: { readonly group: EntryGroup | 'document'; readonly from: string } | null
  /** The survivor or the parent that the command names. */
  readonly other: OtherSite | null
  /** Records that were merged into this one. */
  readonly duplicates: number
  /** Hashes of the command's files that are not kept. */
  readonly missingFiles: readonly string[]
  /** How the stated place and the computed one differ now; `null` when they do not. */
  readonly disagreement: Disagreement | null
  readonly icglrIdTaken: boolean
  /** The status by an order that a record would lose to more rights by the merge or its undoing; `null` or absent: none. */
  readonly statusEased?: InternalStatus | null
}

/** Of a command that does not speak to the register. */
export const noRegister: RegisterContext = {
  site: '',
  today: '',
  named: null,
  other: null,
  duplicates: 0,
  missingFiles: [],
  disagreement: null,
  icglrIdTaken: false,
}

type Decided = Outcome<readonly RegisterEvent[]>
const one = (event: RegisterEvent): Decided => accepted([event])

export function decideRegister(site: SiteFacts, command: RegisterCommand, context: RegisterContext): Decided {
  if (command.say === 'unmerge') {
    if (site.register.mergedInto === null) return refused('not-merged')
    if (context.statusEased) return refused('unmerge-would-ease-a-status', { status: context.statusEased })
    return one({ kind: 'site.unmerged.v1', payload: { reason: command.reason } })
  }
  if (site.register.mergedInto !== null) return refused('site-merged', { into: site.register.mergedInto })
  switch (command.say) {
    case 'record-entry':
      return recordEntry(site, command, context)
    case 'end-entry':
      return endEntry(command, context)
    case 'attach-document':
    case 'withdraw-document':
      return document(command, context)
    case 'merge':
      return merge(site, command, context)
    case 'set-parent':
      return setParent(command, context)
    case 'settle-place':
      return context.disagreement === null
        ? refused('place-does-not-disagree')
        : one({ kind: 'site.place-settled.v1', payload: { verdict: command.verdict, reason: command.reason, ...context.disagreement } })
    case 'read-icglr-id':
      return readId(site, command, context)
  }
}

function recordEntry(
  site: SiteFacts,
  { entry, seen }: Extract<RegisterCommand, { say: 'record-entry' }>,
  { today, named, missingFiles }: RegisterContext,
): Decided {
  if (entry.from > today) return refused('day-in-the-future', { day: entry.from })
  if (entry.replaces !== undefined && named === null) return refused('entry-no-longer-stands')
  if (entry.replaces !== undefined && named?.group !== entry.content.group) return refused('replaces-another-group')
  if (missingFiles.length > 0) return refused('no-such-file', { count: missingFiles.length })
  const wrong = wrongContent(site, entry.content)
  if (wrong !== null) return wrong
  const changed = changedMeanwhile(site.register, fieldsOfEntry(entry), seen)
  return changed ?? one({ kind: 'site.entry-recorded.v1', payload: entry })
}

function wrongContent(site: SiteFacts, content: EntryContent): ReturnType<typeof refused> | null {
  const said = Object.entries(content).filter(([name, value]) => name !== 'group' && value !== undefined)
  if (said.length === 0) return refused('nothing-to-correct')
  const beyond = outOfBounds(content)
  if (beyond !== null) return beyond
  if (content.group === 'licence') return wrongLicence(content.licence)
  if (content.group === 'party') {
    const { legalAddress, physicalAddress, identifier } = content.entity
    return legalAddress === undefined && physicalAddress === undefined ? refused('entity-needs-an-address', { entity: identifier }) : null
  }
  if (content.group === 'description' && content.polygon !== undefined) {
    const checked = checkPolygon(content.polygon, site.country)
    return checked.ok ? null : checked
  }
  return null
}

/** MD.02: claim, exploration permit and mining licence need number and holder. */
const NUMBERED: readonly string[] = ['claim', 'exploration_permit', 'mining_license']
function wrongLicence({ licenceType, number, holder, grantedOn, expiresOn, coveredCommodities }: Licence) {
  if (NUMBERED.includes(licenceType) && (number === undefined || holder === undefined))
    return refused('licence-needs-number-and-holder', { licenceType })
  if (coveredCommodities.length === 0) return refused('licence-needs-commodities')
  if (grantedOn !== undefined && expiresOn !== undefined && expiresOn <= grantedOn)
    return refused('licence-dates-reversed', { grantedOn, expiresOn })
  return null
}

function endEntry({ entry, on, reason }: Extract<RegisterCommand, { say: 'end-entry' }>, { named, today }: RegisterContext): Decided {
  if (named === null || named.group === 'document') return refused('entry-no-longer-stands')
  if (on < named.from) return refused('entry-ended-before-it-began', { from: named.from })
  if (on > today) return refused('day-in-the-future', { day: on })
  return one({ kind: 'site.entry-ended.v1', payload: { entry, on, reason } })
}

function document(command: Extract<RegisterCommand, { say: 'attach-document' | 'withdraw-document' }>, context: RegisterContext): Decided {
  if (command.say === 'withdraw-document') {
    if (context.named?.group !== 'document') return refused('no-such-document')
    return one({ kind: 'site.document-withdrawn.v1', payload: { document: command.document, reason: command.reason } })
  }
  const { attachment, on } = command.document
  if (context.missingFiles.length > 0) return refused('no-such-file', { count: context.missingFiles.length })
  if (attachment.kind === 'photo' && attachment.file.mediaType === 'application/pdf') return refused('photo-is-not-a-picture')
  if (on !== undefined && on > context.today) return refused('day-in-the-future', { day: on })
  return one({ kind: 'site.document-attached.v1', payload: command.document })
}

/** One step and never a chain, so that every reader resolves it by one look: duplicates of duplicates are moved first. */
function merge(site: SiteFacts, { into, reason }: Extract<RegisterCommand, { say: 'merge' }>, context: RegisterContext): Decided {
  const { other } = context
  if (into === context.site) return refused('merge-with-itself')
  if (other === null || !other.registered) return refused('no-such-site')
  if (other.outside !== null) return refused('outside-your-territory', { place: other.outside.place })
  if (other.mergedInto !== null) return refused('survivor-is-merged', { into: other.mergedInto })
  if (context.duplicates > 0) return refused('has-merged-records', { records: context.duplicates })
  if (site.country !== other.country) return refused('merge-of-two-countries')
  if (other.ancestors.includes(context.site)) return refused('merge-with-a-part')
  // Only an order eases a status: a clerk who finds two records alike must not do it on the way (D).
  if (context.statusEased) return refused('merge-would-ease-a-status', { status: context.statusEased })
  return one({ kind: 'site.merged.v1', payload: { into, reason } })
}

function setParent({ parent, reason }: Extract<RegisterCommand, { say: 'set-parent' }>, { site, other }: RegisterContext): Decided {
  if (parent === null) return one({ kind: 'site.parent-set.v1', payload: { parent, reason } })
  if (other === null || !other.registered) return refused('no-such-site')
  if (parent === site || other.ancestors.includes(site)) return refused('part-of-itself')
  if (other.mergedInto !== null) return refused('survivor-is-merged', { into: other.mergedInto })
  return one({ kind: 'site.parent-set.v1', payload: { parent, reason } })
}

function readId(
  { country, position, icglrId: own }: SiteFacts,
  { icglrId, source }: Extract<RegisterCommand, { say: 'read-icglr-id' }>,
  { icglrIdTaken }: RegisterContext,
): Decided {
  if (own !== null) return refused('icglr-id-already-issued', { icglrId: own })
  const read = readIcglrId(icglrId, position)
  if (!read.ok) return read
  if (read.value.country !== country) return refused('icglr-id-of-another-country', { country: country ?? '' })
  if (icglrIdTaken) return refused('icglr-id-taken', { icglrId: read.value.canonical })
  const from = source === undefined ? {} : { source }
  return one({ kind: 'site.icglr-id-read.v1', payload: { icglrId: read.value.canonical, asWritten: icglrId, ...from } })
}

/** The fields of a description, by name: for each the newest entry holds, so two officers may meet on one. */
const fieldsOfEntry = ({ content }: Pick<SiteEntryRecorded, 'content'>): Named => {
  if (content.group !== 'description') return {}
  const { group: _group, ...fields } = content
  return fields
}

export type Named = { readonly [field: string]: unknown }
/** The refusal that shows both values; `null` when nobody else changed what this officer changes, or changed it to the same. */
export function changedMeanwhile(state: RegisterState, named: Named, seen: number | undefined): ReturnType<typeof refused> | null {
  if (seen === undefined) return null
  const clashes = Object.entries(named).flatMap(([field, yours]) => {
    const theirs = state.fields[field]
    if (yours === undefined || theirs === undefined || theirs.version <= seen || sameValue(theirs.value, yours)) return []
    return [{ field, theirs: theirs.value, yours: asFact(yours) }]
  })
  if (clashes.length === 0) return null
  return refused('changed-meanwhile', { fields: clashes.map((clash) => clash.field), clashes, version: state.version })
}

export function noteFields(state: RegisterState, named: Named): RegisterState {
  const changes = Object.entries(named).filter(([, value]) => value !== undefined)
  if (changes.length === 0) return state
  const noted = Object.fromEntries(changes.map(([field, value]) => [field, { version: state.version, value: asFact(value) }]))
  return { ...state, fields: { ...state.fields, ...noted } }
}

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  )
}
function asFact(value: unknown): Fact {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(asFact)
  if (typeof value !== 'object' || value === null) return null
  return Object.fromEntries(Object.entries(value).flatMap(([name, part]) => (part === undefined ? [] : [[name, asFact(part)]])))
}

/** `state.version` already counts the event. */
export function evolveRegister(state: RegisterState, event: RegisterEvent): RegisterState {
  if (event.kind === 'site.merged.v1') return { ...state, mergedInto: event.payload.into }
  if (event.kind === 'site.unmerged.v1') return { ...state, mergedInto: null }
  return event.kind === 'site.entry-recorded.v1' ? noteFields(state, fieldsOfEntry(event.payload)) : state
}
