/*
The certificate desk on a database of its own, over HTTP: custody, sites and people are what the example lot says; log, database, keys and routes are the
real ones. For the tests of dossiers, issuing and keys; whoever needs the whole house plays the province instead (test/world).
*/
import { randomBytes } from 'node:crypto'
import { refusalStatus } from '../src/bin/refusal-status.ts'
import { addDays } from '../src/kernel/calendar.ts'
import { uuidV7 } from '../src/kernel/ids.ts'
import { asId } from '../src/kernel/schema.ts'
import type { CustodyDoor, LotTrace } from '../src/modules/custody/contract.ts'
import { exporter, papers, site, siteA, siteB, standing, terms, trace, world } from '../src/modules/certificates/domain/example-lot.ts'
import { createCertificatesModule } from '../src/modules/certificates/module.ts'
import { revocationListOf, trustListOf } from '../src/modules/certificates/server/lists.ts'
import { issueRegisterOf } from '../src/modules/certificates/server/issuing/issue-register.ts'
import { verifyFile } from '../src/modules/certificates/server/verify-file.ts'
import type { OrganisationBrief, PeopleDoor } from '../src/modules/people/contract.ts'
import { capabilitiesOf } from '../src/modules/people/domain/roles.ts'
import type { SitesDoor, Standing } from '../src/modules/sites/contract.ts'
import { connect } from '../src/platform/database/connect.ts'
import type { Tx } from '../src/platform/database/transaction.ts'
import { createHttpServer } from '../src/platform/http/http-server.ts'
import type { ServerModule } from '../src/platform/http/server-module.ts'
import type { Who } from '../src/platform/http/who.ts'
import { passingKeyRing } from '../src/platform/keys/signer.ts'
import { type Log, openLog } from '../src/platform/log/log.ts'
import { emptyDatabase } from './empty-database.ts'

type Doors = Parameters<typeof createCertificatesModule>[0]
interface Options {
  readonly who: { readonly [name: string]: Who }
  readonly bodies?: readonly OrganisationBrief[]
  readonly statusOf?: (site: typeof siteA, asOf: string) => Standing
  readonly doors?: Pick<Doors, 'devices' | 'documents' | 'nameOf' | 'registers'>
  /** A neighbour that reads certificates. */
  readonly more?: (parts: {
    readonly certificates: ReturnType<typeof createCertificatesModule>['credentials']
    readonly people: PeopleDoor<Tx>
    readonly log: () => Log
  }) => Pick<ServerModule, 'routes' | 'projections'>
}

export const person = (account: string, organisation: string | undefined, ...roles: readonly string[]): Who => ({
  ...{ tenant: 'cd', account, organisation: organisation ?? null, roles, capabilities: capabilitiesOf(roles) },
  ...{ territory: 'everywhere', language: 'fr' },
})
export const newId = (at = Date.now()): string => uuidV7(at, randomBytes(10))

const sitesDoor = (statusOf: NonNullable<Options['statusOf']>): SitesDoor<Tx> => ({
  derogations: () => Promise.resolve([]),
  briefs: (_tx, ids, of) => Promise.resolve([site(siteA), site(siteB)].filter((one) => of === 'cd' && ids.includes(one.id))),
  within: () => Promise.resolve([siteA, siteB]),
  standing: (_tx, id, asOf, _knownAt, of) =>
    of === 'cd' ? Promise.resolve(statusOf(id, asOf)) : Promise.reject(new Error('a site is asked for without its tenant')),
  byIcglrId: () => Promise.resolve([]),
  overview: () => Promise.resolve([]),
  standings: (_tx, _tenant, { sites: ids, asOf }) => Promise.resolve(ids.map((id) => statusOf(id, asOf))),
  standingsOn: (_tx, _tenant, { asked }) => Promise.resolve(asked.map((one) => statusOf(one.site, one.asOf))),
})
const peopleDoor = (bodies: readonly OrganisationBrief[]): PeopleDoor<Tx> => ({
  organisations: (_tx, ids, of) => Promise.resolve(bodies.filter((one) => of === 'cd' && ids.includes(one.id))),
  listOrganisations: (_tx, _kind, of) => Promise.resolve(of === 'cd' ? bodies : []),
})

/** `time.now` is the clock of the house; set it to go on. */
export async function openCertificatesBed({
  who,
  bodies = world.organisations,
  statusOf = standing,
  doors = {},
  more = () => ({ routes: [], projections: [] }),
}: Options) {
  const time = { now: '2026-11-21T09:40:00.000Z' }
  const lots = new Map<string, LotTrace>()
  const custody: CustodyDoor<Tx> = {
    trace: (_tx, lot) => Promise.resolve(lots.get(lot) ?? null),
    findLotByNumber: () => Promise.resolve(null),
    production: () => Promise.resolve([]),
    movedUnderDerogation: () => Promise.resolve([]),
  }
  const keys = passingKeyRing()
  const base = { custody, sites: sitesDoor(statusOf), people: peopleDoor(bodies), keys, baseUrl: 'https://chanzo.example/' }
  const certificates = createCertificatesModule({ ...base, ...doors })
  const beside = more({ certificates: certificates.credentials, people: base.people, log: () => log })
  const database = connect({ connectionString: await emptyDatabase(), max: 4 })
  const clock = (): string => time.now
  const log = await openLog({
    ...{
      simulatedClock: true,
      database,
      signer: keys.signer('log'),
      projections: [...certificates.projections, ...beside.projections],
      clock,
    },
    deviceKey: () => Promise.resolve(null),
  })
  const app = await createHttpServer({
    routes: [...certificates.routes, ...beside.routes],
    ...{ log, tenant: 'cd', clock, refusalStatus },
    reportFault: ({ error }) => {
      throw error
    },
    authenticate: (headers) => Promise.resolve(who[String(headers['x-as'])] ?? null),
  })

  const addLot = (change: Partial<LotTrace> = {}): string => {
    const lot = asId('lot', newId(Date.parse(time.now)))
    lots.set(lot, { ...trace, lot, number: `EX-${lots.size + 1}`, ...change })
    return lot
  }
  const get = async (as: string, url: string) => {
    const answer = await app.inject({ method: 'GET', url, headers: { 'x-as': as } })
    const isJson = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, text: answer.body, body: isJson ? answer.json() : null }
  }
  const post = async (as: string, url: string, data: unknown, id = newId(Date.parse(time.now))) => {
    const answer = await app.inject({ method: 'POST', url, headers: { 'x-as': as }, payload: { id, data } })
    return { status: answer.statusCode, id, code: answer.json().refusal?.code ?? null, body: answer.json() }
  }
  /** A document of a machine, without the envelope of a command. */
  const send = async (as: string, url: string, payload: object) => {
    const answer = await app.inject({ method: 'POST', url, headers: { 'x-as': as }, payload })
    return { status: answer.statusCode, body: answer.json() }
  }
  /** A dossier with all its papers, recommended. */
  const dossierFor = async (lot: string, change: object = {}): Promise<string> => {
    const { id, code } = await post('exporter', '/api/dossiers', { lot, exporter, terms, ...change })
    if (code !== null) throw new Error(`no dossier: ${code}`)
    for (const paper of papers) await post('verifier', `/api/dossiers/${id}/facts`, paper)
    for (const paper of papers) await post('exporter', `/api/dossiers/${id}/facts`, paper)
    const checks: readonly { number: number; result: string }[] = (await get('verifier', `/api/dossiers/${id}`)).body.checks
    const acknowledged = checks.filter((check) => check.result === 'not-yet-checked').map((check) => check.number)
    const sent = await post('verifier', `/api/dossiers/${id}/verification`, { acknowledged })
    if (sent.code !== null) throw new Error(`not recommended: ${sent.code}`)
    return id
  }
  const certify = (dossier: string, change: object = {}) =>
    post('validator', `/api/dossiers/${dossier}/validation`, {
      ...{ expiresOn: addDays(time.now.slice(0, 10), 80), reviewReason: 'Vu sur pièces.' },
      ...change,
    })
  /** What a verifier keeps, as the house gives it out. */
  const lists = (now = time.now) =>
    log.read(async (tx) => {
      const asked = { tenant: 'cd', now, keys }
      const document = await trustListOf(tx, asked)
      const revocations = [await revocationListOf(tx, asked, 'https://chanzo.example/api/revocation-list')]
      return { trust: [{ document, rootKey: document.rootKey }], revocations, registers: [await issueRegisterOf(tx, asked)] }
    })
  const verdictOf = async (code: string, today = time.now.slice(0, 10)) => {
    const { verdict, reasons } = await verifyFile(code, await lists(), today)
    return [verdict, reasons[0]?.code]
  }
  const ways = { addLot, get, post, send, dossierFor, certify, lists, verdictOf }
  return { ...ways, time, lots, keys, certificates, log, close: () => database.close() }
}
