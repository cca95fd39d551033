/*
Gathers what a decision about one site must know beyond the site's own events, in the transaction that decides. The tenant's head is
held meanwhile, so nothing read here can change before the decision is written. It decides nothing.
*/
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { InternalStatus } from '../../contract.ts'
import type { EntryGroup } from '../../contract-register.ts'
import { entryGroups } from '../../contract-register.ts'
import type { Office } from '../../domain/orders/office.ts'
import type { OtherSite, RegisterContext } from '../../domain/register/register-rules.ts'
import type { SiteContext } from '../../domain/register/site.ts'
import type { SiteCommand } from '../../domain/register/site-words.ts'
import { isLooser } from '../../domain/status/permissions.ts'
import { readIcglrId } from '../../contract-icglr-id.ts'
import { outsideOf } from '../../domain/register/territory.ts'
import { type Asking, outsideRow, speakerOf } from '../facts.ts'
import { readLaw } from '../status/law.ts'
import { evaluate, listFacts, readStanding, readStandings } from '../status/standings.ts'
import { listOwnFactRows } from '../status/store-standing-index.ts'
import { type Whereabouts, placeOf } from './place-of-site.ts'
import { disagreementOf } from './place-disagreement.ts'
import { findStanding } from './store-entries.ts'
import { countDuplicates, isIcglrIdTaken, listAncestors, listFamily } from './store-merges.ts'
import { findVoidableKind, rowToFact } from './store-observations.ts'
import { type SiteTableRow, findSiteRow, isNationalIdTaken, nextIcglrSerial } from './store-register.ts'

export async function siteFacts(
  asking: Asking & { readonly roles: readonly string[] },
  site: string,
  command: SiteCommand,
): Promise<SiteContext> {
  const { tx, tenant, moment } = asking
  const row = await findSiteRow(tx, tenant, site)
  const standing = await readStanding(tx, tenant, { site, asOf: moment.today, knownAt: moment.now })
  return {
    office: await officeOf(asking, asking.roles),
    nationalIdTaken: command.say === 'register' && (await isNationalIdTaken(tx, tenant, command.site.nationalId)),
    outsideTerritory: await outsideOfSite(asking, row, command),
    internal: standing.internal,
    nextSerial: row === null || command.say !== 'issue-icglr-id' ? 0 : await nextIcglrSerial(tx, tenant, row.country),
    factKind: command.say === 'void-fact' ? await findVoidableKind(tx, tenant, site, command.fact) : null,
    register: await registerFacts(asking, { site, row, command }),
    today: moment.today,
    newId: moment.newId,
  }
}

/** In whose name the sender acts: what a hold, a request and a receipt follow from. */
async function officeOf(asking: Asking, roles: readonly string[]): Promise<Office> {
  const { organisation } = await speakerOf(asking)
  return { roles, organisation: asking.moment.actor.organisation, kind: organisation?.kind ?? null }
}

/** A registered site lies where its row says; one that is only being told of, where the telling says. A move must end inside too. */
async function outsideOfSite(asking: Asking, row: SiteTableRow | null, command: SiteCommand): Promise<{ readonly place: string } | null> {
  if (asking.territory === 'everywhere') return null
  const now = row === null ? null : outsideRow(asking.territory, row)
  const told = whereaboutsIn(command, row)
  if (row !== null && (now !== null || told === null)) return now
  const place = await placeOf(asking.tx, asking, told ?? {})
  return outsideOf(asking.territory, { province: place.province_code, territoire: place.territoire_code })
}

function whereaboutsIn(command: SiteCommand, row: SiteTableRow | null): Whereabouts | null {
  if (command.say === 'register') return command.site
  if (command.say === 'correct') return command.correction.position ? { position: command.correction.position, stated: row?.stated } : null
  if (row !== null) return null
  if (command.say === 'record-visit') return command.visit
  if (command.say === 'record-qualification') return command.qualification
  return command.say === 'record-traceability' ? command.traceability : null
}

interface Subject {
  readonly site: string
  readonly row: SiteTableRow | null
  readonly command: SiteCommand
}
async function registerFacts(asking: Asking, subject: Subject): Promise<RegisterContext> {
  const { tx, tenant, moment } = asking
  const { site, row, command } = subject
  const other = command.say === 'merge' ? command.into : command.say === 'set-parent' ? command.parent : null
  return {
    site,
    today: moment.today,
    named: await namedIn(tx, tenant, subject),
    other: other === null ? null : await otherSite(asking, other),
    duplicates: command.say === 'merge' ? await countDuplicates(tx, tenant, site) : 0,
    missingFiles: await missingFiles(asking, command),
    disagreement: command.say === 'settle-place' && row !== null ? await disagreementOf(tx, asking, row) : null,
    icglrIdTaken: command.say === 'read-icglr-id' && (await isTaken(asking, row, command.icglrId)),
    statusEased: row === null ? null : await easedBy(asking, row, command),
  }
}

async function easedBy(asking: Asking, row: SiteTableRow, command: SiteCommand): Promise<InternalStatus | null> {
  if (command.say === 'merge') return easedByMerge(asking, row, command.into)
  return command.say === 'unmerge' ? easedByUnmerge(asking, row) : null
}

/** What stands by an order for both, where one of the two would be allowed more by itself. */
async function easedByUnmerge({ tx, tenant, moment }: Asking, row: SiteTableRow): Promise<InternalStatus | null> {
  const question = { asOf: moment.today, knownAt: moment.now }
  const together = await readStanding(tx, tenant, { site: row.id, ...question })
  const own = await listOwnFactRows(tx, tenant, await listFamily(tx, tenant, row.id))
  const law = await readLaw(tx, tenant)
  const apart = [own.filter((one) => one.site_id === row.id), own.filter((one) => one.site_id !== row.id)]
  const eased = apart.some((facts) => isLooser(evaluate({ ...row, law }, facts.map(rowToFact), question).allows, together.allows))
  return together.basis === 'order' && eased ? together.internal : null
}

/** Of the two records the one that stands by an order and would be allowed more if both were one. */
async function easedByMerge({ tx, tenant, moment }: Asking, row: SiteTableRow, into: string): Promise<InternalStatus | null> {
  const question = { asOf: moment.today, knownAt: moment.now }
  const apart = await readStandings(tx, tenant, [
    { site: row.id, ...question },
    { site: into, ...question },
  ])
  const facts = [...(await listFacts(tx, tenant, row.id)), ...(await listFacts(tx, tenant, into))]
  const together = evaluate({ id: into, country: row.country, law: await readLaw(tx, tenant) }, facts, question)
  return apart.find((one) => one.basis === 'order' && isLooser(together.allows, one.allows))?.internal ?? null
}

async function isTaken({ tx, tenant }: Asking, row: SiteTableRow | null, text: string): Promise<boolean> {
  const at = row === null || row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude }
  const read = readIcglrId(text, at)
  return read.ok && (await isIcglrIdTaken(tx, tenant, read.value.canonical))
}

async function namedIn(tx: Tx, tenant: string, { site, command }: Subject): Promise<RegisterContext['named']> {
  const id =
    command.say === 'record-entry'
      ? command.entry.replaces
      : command.say === 'end-entry'
        ? command.entry
        : command.say === 'withdraw-document'
          ? command.document
          : undefined
  const found = id === undefined ? null : await findStanding(tx, tenant, { site, id })
  if (found === null) return null
  const group: EntryGroup | undefined = entryGroups.find((one) => one === found.group)
  return { group: group ?? 'document', from: found.from }
}

async function otherSite(asking: Asking, site: string): Promise<OtherSite | null> {
  const row = await findSiteRow(asking.tx, asking.tenant, site)
  if (row === null) return null
  return {
    registered: true,
    mergedInto: row.merged_into,
    country: row.country,
    outside: outsideRow(asking.territory, row),
    ancestors: await listAncestors(asking.tx, asking.tenant, site),
  }
}

async function missingFiles({ tx, tenant, doors }: Asking, command: SiteCommand): Promise<readonly string[]> {
  const attachments =
    command.say === 'record-entry'
      ? (command.entry.attachments ?? [])
      : command.say === 'attach-document'
        ? [command.document.attachment]
        : []
  if (attachments.length === 0) return []
  const hashes = attachments.map((one) => one.file.sha256)
  const kept = new Map((await doors.documents.kept(tx, tenant, hashes)).map((one) => [one.sha256, one]))
  return attachments.flatMap(({ file }) => {
    const known = kept.get(file.sha256)
    return known !== undefined && known.mediaType === file.mediaType && known.bytes === file.bytes ? [] : [file.sha256]
  })
}
