/*
What a document of the protocol tells the register, as events that are only ever added: a site with its titles and parties, what is
new in a document about a known site. It never takes anything back: a field that is left out says nothing, and what differs from
what must not change is refused (`differencesOf`).
*/
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { Position } from '../../kernel/schema.ts'
import { amendmentKinds, observationKinds } from '../../modules/sites/contract.ts'
import type { FactSource } from '../../modules/sites/contract-observations.ts'
import { type BusinessEntity, type EntryContent, Licence, type SiteRecord, registerKinds } from '../../modules/sites/contract-register.ts'
import { mustParse, parse } from '../../kernel/schema.ts'
import { activityOfCode, colourOfCode, mineralOfHsCode } from './codes.ts'
import { ICGLR_SITE, type InspectionReported, reportedKinds } from './reported.ts'
import type { Reported } from './to-wire.ts'
import { type WireEntity, type WireInspection, type WireLicence, WireSite } from './wire-words.ts'

/** An event before it has an id: `key` says what it is the only one of. */
export interface Told {
  readonly stream: 'site' | typeof ICGLR_SITE
  readonly kind: string
  readonly key: string
  readonly on: string
  readonly payload: object
  /** Of an entry of the register. */
  readonly content?: EntryContent
}
export interface Telling {
  readonly today: string
  readonly source: FactSource
  /** Whether the sender keeps this register: then what is told replaces and corrects; otherwise it stands beside as what they report. */
  readonly keepsRegister: boolean
}
type Said = Pick<Telling, 'today' | 'source'>
export interface Difference {
  readonly field: string
  readonly problem: string
}

export const positionIn = ({ mineSiteLocation: { geolocalization } }: WireSite): Position => geolocalization

/** Everything that a first document says. */
export function toldOfNew(site: WireSite, icglrId: string, { today, source }: Said): readonly Told[] {
  const entries = entriesOf(site, today, source)
  return [
    told('site', observationKinds.registered, 'registered', today, {
      nationalId: site.nationalId,
      name: site.name ?? site.nationalId,
      country: site.addressCountry,
      minerals: mineralsOf(site),
      position: { at: positionIn(site), origin: 'unknown' },
      activity: activityOfCode(site.activityStatus),
      source,
    }),
    told('site', registerKinds.icglrIdRead, 'icglr-id', today, { icglrId, asWritten: site.icglrId, source }),
    ...entries,
    ...statusesOf(site, { reported: { inspections: [], statuses: [] }, code: null }, { today, source }),
    ...(site.inspection ?? []).flatMap((one) => inspectionTold(one, site, source)),
  ]
}

/** What is new in a document about a known site, held against what we ourselves say of it: what was read here may be sent back. */
export function toldOfKnown(
  site: WireSite,
  known: { readonly record: SiteRecord; readonly reported: Reported; readonly code: number; readonly wire: unknown },
  telling: Telling,
): readonly Told[] {
  const { record, reported, code } = known
  const { today, source, keepsRegister } = telling
  // What was taken back since may be said again: an id follows from what is told and from where the record stood when it was told.
  const state = `${record.version}/${reported.statuses.length}`
  const now = <One extends Told>(one: One): One => ({ ...one, key: `${one.key}@${state}` })
  const own = parse(WireSite, known.wire)
  const said = own.ok ? entriesOf(own.value, today, source) : []
  const same = new Set([...record.entries, ...said].map(({ content }) => canonicalJson(content)))
  const fresh = entriesOf(site, today, source).filter((one) => !same.has(canonicalJson(one.content)))
  const ended = fresh.flatMap((one) => {
    if (!keepsRegister) return []
    return record.entries
      .filter((before) => replaces(one.content, before.content))
      .map(({ entry: id }) => told('site', registerKinds.entryEnded, `ended/${id}`, today, { entry: id, on: today, reason: source.name }))
  })
  const minerals = mineralsOf(site)
  const corrected =
    !keepsRegister || minerals.toSorted().join() === record.minerals.toSorted().join()
      ? []
      : [told('site', amendmentKinds.corrected, `minerals/${today}/${minerals.join()}`, today, { reason: source.name, minerals })]
  const knownInspections = new Set([
    ...reported.inspections.map((one) => one.inspectionId),
    ...record.inspections.map((one) => one.inspection),
  ])
  const activity =
    record.activityCode === site.activityStatus || (own.ok && own.value.activityStatus === site.activityStatus)
      ? []
      : [entry({ group: 'activity', activity: activityOfCode(site.activityStatus) }, today, source)]
  return [
    ...[...corrected, ...fresh, ...activity].map(now),
    ...ended,
    ...statusesOf(site, { reported: reportedWithOwn(record, reported), code, state }, telling),
    ...(site.inspection ?? []).filter((one) => !knownInspections.has(one.inspectionId)).flatMap((one) => inspectionTold(one, site, source)),
  ]
}

/** What must not change by a document: each with the field that differs. */
export function differencesOf(
  site: WireSite,
  { record, reported }: { readonly record: SiteRecord; readonly reported: Reported },
): readonly Difference[] {
  const found: Difference[] = []
  if (site.nationalId !== record.nationalId) found.push({ field: 'nationalId', problem: 'never-changes' })
  if (site.addressCountry !== record.country) found.push({ field: 'addressCountry', problem: 'never-changes' })
  const at = positionIn(site)
  const moved =
    record.position !== null &&
    (Math.abs(at.latitude - record.position.latitude) > 0.0001 || Math.abs(at.longitude - record.position.longitude) > 0.0001)
  if (moved) found.push({ field: 'mineSiteLocation.geolocalization', problem: 'corrected-in-the-register-only' })
  const before = new Map(reported.inspections.map((one) => [one.inspectionId, canonicalJson(one)]))
  for (const [index, one] of (site.inspection ?? []).entries()) {
    const known = before.get(one.inspectionId)
    if (known !== undefined && known !== canonicalJson(kept(one)))
      found.push({ field: `inspection.${index}`, problem: 'history-never-changes' })
  }
  return found
}

const told = (...[stream, kind, key, on, payload]: readonly [Told['stream'], string, string, string, object]): Told => ({
  stream,
  kind,
  key,
  on,
  payload,
})
type Entry = Told & { readonly content: EntryContent }
const entry = (content: EntryContent, from: string, source: FactSource): Entry => ({
  ...told('site', registerKinds.entryRecorded, `entry/${canonicalJson(content)}/${from}`, from, { content, from, source }),
  content,
})

function entriesOf(site: WireSite, today: string, source: FactSource): readonly Entry[] {
  const location = site.mineSiteLocation
  const others = site.mineral.filter((code) => mineralOfHsCode(code) === 'other')
  const description = present({
    polygon: location.polygon,
    altitudeMetres: location.altitude,
    nationalCadasterLocalization: location.nationalCadasterLocalization,
    address: location.localGeographicDesignation && present(location.localGeographicDesignation),
    ...(others.length > 0 ? { hsCodes: others } : {}),
  })
  return [
    ...site.license.map((one) => entry({ group: 'licence', licence: licenceOf(one) }, earlier(one.grantedDate, today), source)),
    ...(isNobody(site.owner) ? [] : [entry({ group: 'party', role: 'owner', entity: entityOf(site.owner) }, today, source)]),
    ...(site.operator ?? []).map((one) => entry({ group: 'party', role: 'operator', entity: entityOf(one) }, today, source)),
    ...(Object.keys(description).length > 0 ? [entry({ group: 'description', ...description }, today, source)] : []),
  ]
}

/** The standard wants an owner; who knows of none writes so, as we do. */
const isNobody = ({ identifier, name }: WireEntity): boolean => [identifier, name].every((word) => word.toUpperCase() === 'N/A')
const mineralsOf = (site: WireSite) => [...new Set(site.mineral.map(mineralOfHsCode))]
const earlier = (date: string | undefined, today: string): string => (date !== undefined && date < today ? date : today)

const licenceOf = (licence: WireLicence): Licence =>
  mustParse(
    Licence,
    present({
      licenceType: licence.licenseType,
      number: licence.licenseId,
      holder: licence.owner && entityOf(licence.owner),
      appliedOn: licence.appliedDate,
      grantedOn: licence.grantedDate,
      expiresOn: licence.expiringDate,
      inForce: licence.licenseStatus === undefined ? undefined : licence.licenseStatus === 1,
      coveredCommodities: licence.coveredCommodities,
    }),
  )

/** Without `contactDetails`: the log keeps no names, numbers and addresses of persons. */
function entityOf({ contactDetails: _contactDetails, legalAddress, physicalAddress, ...entity }: WireEntity): BusinessEntity {
  return {
    ...entity,
    ...(legalAddress ? { legalAddress: present(legalAddress) } : {}),
    ...(physicalAddress ? { physicalAddress: present(physicalAddress) } : {}),
  }
}

/** A changed title, and a changed owner, end the one before. */
function replaces(next: EntryContent, before: EntryContent): boolean {
  if (next.group === 'licence' && before.group === 'licence')
    return next.licence.licenceType === before.licence.licenceType && next.licence.number === before.licence.number
  return next.group === 'party' && before.group === 'party' && next.role === 'owner' && before.role === 'owner'
}

const kept = ({ inspectorName: _inspectorName, ...inspection }: WireInspection): InspectionReported => present(inspection)
function inspectionTold(inspection: WireInspection, site: WireSite, source: FactSource): readonly Told[] {
  const { inspectionId, inspectionDate } = inspection
  return [
    told(ICGLR_SITE, reportedKinds.inspection, `inspection/${inspectionId}`, inspectionDate, kept(inspection)),
    told('site', observationKinds.visited, `visited/${inspectionId}`, inspectionDate, {
      date: inspectionDate,
      source: { ...source, reference: inspectionId },
      position: { at: positionIn(site), origin: 'unknown' },
      onSite: true,
      observed: {},
    }),
  ]
}

const reportedWithOwn = (record: SiteRecord, reported: Reported): Reported => ({
  ...reported,
  statuses: [...record.statusChanges.map(({ on, code }) => ({ on, code })), ...reported.statuses],
})

/** Changes that nobody wrote down yet, then the status itself where none of them says it. `code`: what is said of the site now. */
function statusesOf(
  site: WireSite,
  { reported, code, state }: { readonly reported: Reported; readonly code: number | null; readonly state?: string },
  { today, source }: Said,
): readonly Told[] {
  const known = new Set(reported.statuses.map(({ on, code: of }) => `${on} ${of}`))
  const changes = (site.statusChange ?? []).map(({ dateOfChange, newStatus }) => ({ on: dateOfChange, code: newStatus }))
  const fresh = changes.filter((change) => !known.has(`${change.on} ${change.code}`))
  const last = [...reported.statuses, ...fresh].toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)).at(-1)
  const saysMore = (last?.code ?? code) !== site.certificationStatus
  const tell = (change: { readonly on: string; readonly code: number }, key: string): readonly Told[] => [
    told(ICGLR_SITE, reportedKinds.status, `status/${key}`, change.on, change),
    told('site', observationKinds.qualificationReported, `qualification/${key}`, change.on, {
      date: change.on,
      source,
      reported: colourOfCode(change.code),
      asWritten: String(change.code),
    }),
  ]
  const current = { on: today, code: site.certificationStatus }
  return [
    ...fresh.flatMap((change) => tell(change, `${change.on}/${change.code}`)),
    ...(saysMore ? tell(current, `${today}/${current.code}${state === undefined ? '' : `@${state}`}`) : []),
  ]
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }
function present<T extends object>(value: T): Present<T>
function present(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined))
}
