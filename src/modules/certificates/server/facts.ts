/*
Gathers what a decision about a dossier must know: the lot's way from custody, the standing of each site on each day of
production and today from sites, the bodies from people, the next number, and the seal. The tenant's head is held while this
runs, so the number cannot be given twice and the lot cannot change before the decision is written.
*/
import { createHash } from 'node:crypto'
import { rulebookText } from '../../../kernel/rulebook.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { KeyRing } from '../../../platform/keys/signer.ts'
import type { Moment } from '../../../platform/log/aggregate.ts'
import type { LedgerDoor } from '../../ledger/contract.ts'
import type { CustodyDoor, LotId } from '../../custody/contract.ts'
import type { DocumentsDoor } from '../../documents/contract.ts'
import type { DevicesDoor, PeopleDoor } from '../../people/contract.ts'
import type { Derogation, SiteId, SitesDoor, Standing } from '../../sites/contract.ts'
import type { LotWorld } from '../domain/check-input.ts'
import type { DossierCommand, DossierContext, DossierStanding } from '../domain/dossier-state.ts'
import { issuerOf } from '../domain/issuer.ts'
import { certificateRulebook } from '../domain/rulebook.ts'
import { type OtherRegisters, besideOf } from './beside.ts'
import { issueFacts } from './issuing/issue-facts.ts'
import { findRevokedLot, findStandingCertificate, isLotTaken } from './store.ts'

export interface CertificateDoors {
  readonly custody: CustodyDoor<Tx>
  readonly sites: SitesDoor<Tx>
  readonly people: PeopleDoor<Tx>
  readonly keys: KeyRing
  /** Where this program is reached; stands in every code as the place of the revocation list. */
  readonly baseUrl: string
  /** Copies of papers; without it none can be attached. */
  readonly documents?: DocumentsDoor<Tx>
  /** Telephones, for blocks of numbers; without them no block can be reserved. */
  readonly devices?: DevicesDoor<Tx>
  /** The name behind an account, for the paper alone. */
  readonly nameOf?: (tx: Tx, account: string) => Promise<string | null>
  /** The public ledger, made later; its newest head is printed on the sheet. */
  readonly ledger?: () => Pick<LedgerDoor<Tx>, 'head'>
  /** Registers that the checks ask besides; modules that are made later are given as closures. */
  readonly registers?: OtherRegisters
}

export const rulebookRef = {
  id: certificateRulebook.id,
  hash: createHash('sha256').update(rulebookText(certificateRulebook)).digest('hex'),
}

interface Asking {
  readonly tx: Tx
  readonly tenant: string
  readonly moment: Moment
  readonly dossier: string
  readonly state: DossierStanding
  readonly command: DossierCommand
  /** Holds the power to verify or to validate. */
  readonly certifies: boolean
}

/** Commands that look at the lot and its way; for the others nobody waits while it is gathered under the lock of the chain. */
const looksAtLot: readonly DossierCommand['kind'][] = [
  'open-dossier',
  'recommend-dossier',
  'certify-dossier',
  'refuse-dossier',
  'request-revision',
]

export async function dossierFacts(doors: CertificateDoors, asking: Asking): Promise<DossierContext> {
  const { tx, tenant, moment, dossier, state, command } = asking
  const opening = command.kind === 'open-dossier' ? command.data : null
  const lot = opening?.lot ?? (state.state === 'none' ? null : state.lot)
  const exporter = opening?.exporter ?? (state.state === 'none' ? null : state.exporter)
  const issuer = issuerOf(tenant)
  const world =
    lot === null || !looksAtLot.includes(command.kind)
      ? null
      : await lotWorld(doors, { tx, tenant, today: moment.today, knownAt: moment.now, lot, exporter })
  return {
    today: moment.today,
    account: moment.actor.account,
    organisation: moment.actor.organisation,
    certifies: asking.certifies,
    issuer,
    rules: certificateRulebook.values,
    rulebook: rulebookRef,
    world,
    lotIsTaken: lot !== null && (await isLotTaken(tx, tenant, { lot, dossier })),
    certificateOfLot: lot === null ? null : await findStandingCertificate(tx, tenant, lot),
    replacedLot: opening?.replaces === undefined ? null : await findRevokedLot(tx, tenant, opening.replaces),
    ...(await issueFacts(doors, { tx, tenant, today: moment.today, lotNumber: world?.trace.number ?? null })),
  }
}

export interface LotQuestion {
  readonly tx: Tx
  readonly tenant: string
  readonly lot: LotId
  readonly exporter: string | null
  readonly today: string
  readonly knownAt: string
}

/** The doors that the facts about a lot come through; no key among them. */
export type WorldDoors = Pick<CertificateDoors, 'custody' | 'sites' | 'people' | 'registers'>

/** The lot's way and all that the checks ask about it, as known at an instant; `null` when there is no such lot. */
export async function lotWorld(doors: WorldDoors, question: LotQuestion): Promise<LotWorld | null> {
  const { tx, tenant, lot, exporter, today, knownAt } = question
  const origin = doors.registers?.origin === undefined ? null : await doors.registers.origin.originOf(tx, tenant, lot)
  const trace = origin?.trace ?? (await doors.custody.trace(tx, lot, tenant))
  if (trace === null) return null
  const days = new Map<string, { site: SiteId; producedOn: string }>()
  for (const { site, producedOn } of trace.roots) if (site !== null) days.set(`${site} ${producedOn}`, { site, producedOn })
  const pairs = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair)
  const siteIds = [...new Set(pairs.map((pair) => pair.site))]
  // The days of production and today in one question: the facts of the sites are read once.
  const asked = [...pairs.map(({ site, producedOn: asOf }) => ({ site, asOf })), ...siteIds.map((site) => ({ site, asOf: today }))]
  const found = await doors.sites.standingsOn(tx, tenant, { asked, knownAt })
  const onProduction = pairs.map((pair, index) => {
    const standing = found[index]
    if (standing === undefined) throw new Error('a site of the lot was left without an answer')
    return { ...pair, standing }
  })
  const standings = found.slice(pairs.length)
  const bodies = new Set([trace.holder, ...trace.holders.map((holder) => holder.organisation)])
  const organisations = await doors.people.organisations(tx, [...bodies], tenant)
  const named =
    exporter === null || organisations.some((body) => body.id === exporter) ? [] : await findBody(doors, { tx, tenant }, exporter)
  const known = { tenant, trace, origin, sites: siteIds, exporter, on: today, knownAt }
  return {
    beside: await besideOf(tx, doors.registers ?? {}, known),
    trace,
    sites: await doors.sites.briefs(tx, siteIds, tenant),
    onProduction,
    today: standings,
    derogations: await derogationsOf(doors, question, standings),
    organisations: [...organisations, ...named],
  }
}

/** Of one order the stocks of a site together, as custody counts what left. */
async function derogationsOf(
  doors: WorldDoors,
  { tx, tenant, today, knownAt }: LotQuestion,
  standings: readonly Standing[],
): Promise<LotWorld['derogations']> {
  const found: LotWorld['derogations'][number][] = []
  for (const { site, allows } of standings) {
    if (allows.move !== 'derogation') continue
    const running = await doors.sites.derogations(tx, tenant, { site, asOf: today, knownAt })
    if (running.length === 0) continue
    const moved = await doors.custody.movedUnderDerogation(
      tx,
      tenant,
      running.map((one) => one.order),
    )
    for (const stocks of Map.groupBy(running, (one) => `${one.order} ${one.site}`).values()) {
      const quantityGrams = stocks.reduce((sum, one) => sum + one.quantityGrams, 0)
      const movedGrams = (named: Derogation) => moved.find((one) => one.order === named.order && one.site === named.site)?.grams ?? 0
      found.push(...stocks.slice(0, 1).map((one) => ({ ...one, site, quantityGrams, movedGrams: movedGrams(one) })))
    }
  }
  return found
}

async function findBody(doors: WorldDoors, { tx, tenant }: Pick<LotQuestion, 'tx' | 'tenant'>, exporter: string) {
  return (await doors.people.listOrganisations(tx, undefined, tenant)).filter((body) => body.id === exporter)
}
