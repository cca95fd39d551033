/*
Asks everything of everybody: each GET route, with real things of the played province in its places, as each person of the
demonstration and as a stranger. The gates about names and positions read the same answers.
*/
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Program } from '../../src/bin/program.ts'
import { looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { HallStep, WorkshopList, WorkshopShown } from '../../src/modules/conflict/contract-workshops.ts'
import { HALL_LANGUAGES } from '../../src/modules/conflict/page/hall-frame.ts'
import { SIGN_IN_PATHS } from '../../src/modules/people/server/mount-sign-in.ts'
import { queueNames } from '../../src/modules/sites/domain/status/queues.ts'
import { figureNames } from '../../src/modules/sites/domain/register/answers.ts'
import { DEMO_PASSWORD, demoAccounts } from '../world/accounts.ts'
import { collectPhone, directTo } from '../collect-client.ts'
import { hallTelephone } from '../hall-bed.ts'
import { signIn } from '../world/client.ts'
import type { Province } from '../world/province.ts'

export interface Heard {
  readonly path: string
  /** Key of the person who asked, or `stranger`. */
  readonly asker: string
  readonly status: number
  /** Body and headings. */
  readonly text: string
}
export interface Asking {
  readonly program: Program
  readonly province: Province
  readonly app: FastifyInstance
  /** People beside those of the demonstration, with the same password. */
  readonly also?: readonly { readonly key: string; readonly email: string }[]
}

type Ids = { readonly [place: string]: readonly string[] }
/** Values for the places in an address: real ones of the province. */
async function idsFor({ program, province }: Asking): Promise<Ids> {
  const first = (query: ReturnType<typeof sql<{ id: string }>>) =>
    program.database.read(async (tx) => (await query.execute(tx)).rows.map((row) => row.id))
  return {
    site: [province.sites['mweupe'] ?? '', province.sites['ziwa'] ?? ''],
    lot: [province.certifiedLot, province.heldLot, ...(await first(sql`select lot_id as id from gold_lot limit 1`))],
    purchase: await first(sql`select id from purchase order by id limit 2`),
    processing: await first(sql`select id from processing order by id limit 2`),
    sheet: await first(sql`select id from sheet order by id limit 2`),
    book: await first(sql`select id from sheet_book limit 1`),
    lotNumber: ['LK-000001', 'EXP-2026-0001'],
    // A list of sites, and the first list of the state of credentials.
    list: ['sites.csv', '1'],
    hit: await first(sql`select id from hit order by (found = 'arrival'), id limit 3`),
    number: [...(await first(sql`select number as id from certificate`)), ...(await first(sql`select number as id from released_report`))],
    dossier: await first(sql`select id from dossier`),
    mission: await first(
      sql`select id from mission order by jsonb_array_length(coalesce(content->'titleHolderConsents', '[]'::jsonb)) desc, id limit 2`,
    ),
    inspection: await first(
      sql`select id from inspection order by (select count(*) from inspection_answers where inspection_id = id) desc, id limit 3`,
    ),
    order: await first(sql`select id from status_order order by (scan is null), id limit 2`),
    draft: [
      ...(await first(sql`select id from order_draft limit 1`)),
      ...(await first(sql`select draft as id from field_draft_revision limit 1`)),
    ],
    instance: await first(sql`select instance as id from odk_submission`),
    login: await first(sql`select user_name as id from collect_login limit 1`),
    voice: await first(sql`select id from voice_report order by id`),
    text: await first(sql`select id from voice_text order by id`),
    // None is set up in the world; a gateway signs what it asks.
    gateway: ['none'],
    webhook: ['0192f0c4-0000-7000-8000-000000000001'],
    queue: queueNames,
    batch: await first(sql`select id from tag_batch`),
    request: await first(sql`select id from tag_request`),
    capture: await first(sql`select id from epcis_capture limit 1`),
    event: await first(sql`select event_id as id from epcis_event_captured limit 1`),
    value: ['AssociationEvent', 'loading', 'in_transit', 'https://carrier.example/obj/seal-4711', ...depotPlaces],
    query: ['container-seals'],
    subscription: await first(sql`select id from epcis_subscription limit 1`),
    thing: ['LK-000001', 'EXP-2026-0002', 'desadv-4711', province.stage.organisation('trader'), Object.values(province.sites)[0] ?? ''],
    mineral: ['Ta'],
    issuer: ['ITSCI'],
    tag: ['LK-000001', 'LX-0000018', 'LX-0000019'],
    organisation: [
      province.stage.organisation('trader'),
      province.stage.organisation('cooperative'),
      province.stage.organisation('exporter'),
    ],
    paper: await first(sql`select id from paper order by content->'scan' is null, id limit 3`),
    artisan: await first(sql`select id from artisan order by id`),
    card: await first(sql`select id from card where number is not null order by id limit 4`),
    month: await first(sql`select distinct month as id from trader_report`),
    account: demoAccounts.map(({ key }) => province.stage.account(key)),
    icglrId: await first(sql`select icglr_id as id from site where icglr_id is not null limit 1`),
    figure: figureNames,
    file: ['sites.csv', 'sites.geojson'],
    form: await first(sql`select distinct form as id from form_version`),
    report: await first(sql`select id from report_draft order by id limit 2`),
    audit: await first(sql`select id from audit order by id limit 2`),
    incident: await first(sql`select id from incident order by id`),
    committee: await first(sql`select id from coordination_record where kind = 'committee' order by id limit 2`),
    meeting: await first(sql`select id from coordination_record where kind = 'meeting' order by id limit 4`),
    action: await first(
      sql`select id from coordination_record where kind = 'action' order by acts::text like '%"files": [{%' desc, id limit 2`,
    ),
    receipt: ['CPS-LK-R0001'],
    evidence: await first(sql`
      select file->>'sha256' as id from coordination_record, jsonb_array_elements(acts) act, jsonb_array_elements(act->'payload'->'files') file
      where kind = 'action' limit 1`),
    session: await first(sql`select id from training_session order by last_day limit 2`),
    badge: ['1', '11'],
    when: ['pre', 'post'],
    campaign: await first(sql`select id from outreach_campaign limit 1`),
    material: await first(sql`
      select act->'payload'->'file'->>'sha256' as id from outreach_campaign, jsonb_array_elements(acts) act
      where act->'payload'->'file' is not null limit 1`),
    code: await first(
      sql`select certificate_code as id from training_participation where certificate_code is not null order by badge limit 2`,
    ),
    dialogue: await first(sql`select id from conflict_dialogue limit 1`),
    warning: await first(sql`select id from conflict_warning order by is_closed desc, received_at limit 3`),
    risk: await first(sql`select id from risk order by jsonb_array_length(acts) desc, id limit 3`),
    project: await first(sql`select id from project limit 1`),
    donorReport: await first(sql`select id from donor_report_draft order by id limit 2`),
    donorNumber: await first(sql`select number as id from frozen_donor_report limit 1`),
    fileForm: ['csv', 'xlsx', 'geojson'],
    point: await first(sql`select id from flow_point order by code limit 1`),
    identifier: await first(sql`select number as id from certificate`),
    purpose: ['revocation', 'suspension'],
    version: await first(sql`select distinct version as id from form_version limit 1`),
    level: ['0', 'entries'],
    a: ['000.p'],
    b: ['1'],
    c: ['001'],
    d: ['1'],
    sha256: await first(sql`select distinct sha256 as id from document`),
    servicePoint: await first(sql`select id from service_point order by facts->>'safeToRefer', id limit 3`),
    release: await first(sql`select id from statistics_release order by id`),
    conflictSheet: await first(sql`select distinct sheet_id as id from conflict_sheet_version where version > 1 order by 1 limit 2`),
    area: ['XL1', 'XL102'],
    tree: await first(sql`select id from problem_tree order by id limit 2`),
    shelter: await first(sql`select id from shelter order by id`),
    // The one that is held, and the later round, which has a former one beside it.
    workshop: await first(sql`select id from conflict_workshop order by first_day desc limit 3`),
    actor: await first(sql`select id from conflict_actor order by secret is null, id limit 3`),
    secret: await first(sql`select id from secret_name order by id`),
    ...(await idsOfPersons(program)),
  }
}

/** Tables about persons show nothing that was not asked for as the program itself. */
const idsOfPersons = (program: Program): Promise<Ids> =>
  program.database.read(async (tx) => {
    await sql`select set_config('chanzo.scope', 'record', true)`.execute(tx)
    const first = async (query: ReturnType<typeof sql<{ id: string }>>) => (await query.execute(tx)).rows.map((row) => row.id)
    return {
      case: await first(sql`
        select case_id as id from case_row r order by (select count(*) from case_referral f where f.case_id = r.case_id) desc, case_id limit 2`),
      referral: await first(sql`select referral_id as id from case_referral order by referral_id`),
      attachment: await first(sql`select attachment_id as id from case_file order by at limit 1`),
      vault: ['identity', 'narrative'],
      breach: await first(sql`select id from breach order by id limit 1`),
      // Nobody lost a key in the world.
      recovery: ['0192f0c4-0000-7000-8000-000000000003'],
      // Nobody was erased by the schedule in the world: that takes five years.
      proof: ['0192f0c4-0000-7000-8000-000000000004'],
    }
  })

/** Places of the depot in the EPCIS documents of the world. */
const depotPlaces = ['https://depot.example/loc/lukanda/bay-1', 'https://depot.example/loc/lukanda/gate']

/** Where a place means something else than elsewhere: by the beginning of the route. */
const ownValues = (
  { province }: Asking,
  certificate: readonly string[],
  evidence: readonly string[],
): readonly { readonly of: string; readonly ids: Ids }[] => {
  const site = province.sites['mweupe'] ?? ''
  const untp = (path: string, thing: readonly string[]) => ({ of: `/untp/:version/${path}`, ids: { version: ['0.6.0'], thing } })
  return [
    { of: '/conflict/workshops/', ids: { version: ['1'] } },
    { of: '/api/conflict/workshops/', ids: { version: ['1'] } },
    { of: '/api/coordination/actions/', ids: { sha256: evidence } },
    untp('sites', [site]),
    untp('facilities', [site]),
    untp('organisations', [province.stage.organisation('exporter')]),
    untp('lots', [province.certifiedLot]),
    untp('certificates', certificate),
    { of: '/resolve/:kind/:thing', ids: { kind: ['loc'], thing: [site], second: ['10'], part: ['x'] } },
    { of: '/reports/drafts/', ids: { form: ['print', 'json'] } },
    { of: '/donor-reports/', ids: { form: ['print', 'json'] } },
    { of: '/api/dossiers/:dossier/papers/', ids: { sha256: ['ab'.repeat(32)] } },
    { of: '/api/received-certificates/', ids: { country: ['RW'], identifier: ['RW-000311'] } },
  ]
}

/** Every address of a route, with every value for its place; a route with a new kind of place must be given values here. */
function addressesOf(path: string, ids: Ids): readonly string[] {
  const place = /:([A-Za-z0-9]+)/.exec(path)?.[1]
  if (place === undefined) return [path]
  const values = ids[place]
  if (!values || values.length === 0) throw new Error(`no value is known for :${place} in ${path}`)
  return values.flatMap((value) => addressesOf(path.replace(`:${place}`, encodeURIComponent(value)), ids))
}
/** Photographs that nobody took in the fictive province, and tiles that its ledger is too small for. */
const WITHOUT_PICTURE = [
  // One report to a donor is frozen in the world, so there is nothing to lay beside it.
  '/api/donor-report-comparisons',
  '/api/voices/gateways/:gateway',
  '/api/voices/gateways/:gateway/outbox',
  '/api/voices/:voice/sounds/:text',
  '/api/gold/lots/:lot/photo',
  '/api/audits/:audit/reports/:sha256',
  '/api/exporters/:organisation/due-diligence-reports/:sha256',
  '/api/incidents/:incident/photos/:sha256',
  // No other state sent a certificate, and no paper of a dossier was copied.
  '/api/received-certificates/:country/:identifier',
  '/api/dossiers/:dossier/papers/:sha256',
  // Keys of GS1 are understood and lead nowhere here.
  '/resolve/:kind/:thing/:second',
  '/resolve/:kind/:thing/:second/:part',
  '/api/sheets/:sheet/photo',
  '/api/artisans/:artisan/photo',
  '/api/statistics-releases/:release/file',
  '/api/keys/recoveries/:recovery/shares',
  '/api/keys/recoveries/:recovery/given',
  // In the world nobody was erased by the schedule, agreed to a transfer with their name, or sent a file along.
  '/api/consent-proofs/:proof',
  '/api/consent-proofs/:proof/shares',
  '/api/cases/:case/transfers/:referral',
  '/api/referrals/:referral/files/:attachment',
  // Nor does a body of justice follow a complaint there: liaison.test.ts asks as one.
  '/api/referrals/:referral/justice',
  '/ledger/tile/:level/:a',
  '/ledger/tile/:level/:a/:b/:c',
  '/ledger/tile/:level/:a/:b/:c/:d',
]
/** What a route cannot do without. */
const needed: { readonly [path: string]: string } = {
  '/api/tag-batches/:batch/labels': '?from=1&to=5',
  '/api/plausibility/ledger': '?kind=tenant&code=-&mineral=Sn',
  '/api/traces/touched': '?tag=LK-000001',
  '/api/service-points/suggestions': '?type=medical&ageBand=18-and-over&gender=Feminine',
  '/v1/export-certificates/:identifier': '?issuingCountry=CD',
  '/v1/export-certificates/:identifier/file': '?issuingCountry=CD',
  '/resolve/:kind/:thing': '?linkType=linkset',
  '/api/incidents/:incident/proposed-lots': '?what=site&from=2026-01-01&until=2026-12-31',
  '/api/report-sources': '?from=2026-01-01&until=2026-12-31',
  '/ledger/proof': '?number=0260%2F2025',
  '/api/ledger/entries': '?number=0260%2F2025',
  '/api/paper-checks': '?number=AT-0131%2FLK&on=2026-11-01',
  '/api/places/boundaries': '?level=province',
  '/api/conflict/sheets/:conflictSheet/diff': '?before=1&after=2',
  '/api/sites/likely': '?siteName=Mweupe&latitude=-2.51&longitude=21.44',
  '/api/places/at': '?latitude=-5.5&longitude=28.4',
}

const AT_ONCE = 6

/** Some thousand answers. Throws where nobody gets an answer from a route: a gate that asked nothing would prove nothing. */
export async function everyAnswer(asking: Asking): Promise<readonly Heard[]> {
  const { program, app, also = [] } = asking
  const people = [...demoAccounts, ...also]
  const ids: Ids = { ...(await idsFor(asking)), import: [await listSent(app)] }
  const own = ownValues(asking, ids['identifier'] ?? [], ids['evidence'] ?? [])
  const paths = [...program.routes, ...SIGN_IN_PATHS].filter((route) => route.method === 'GET').map((route) => route.path)
  const heard: Heard[] = []
  for (const [at, asker] of [null, ...people].entries()) {
    // Who types wrong codes waits ever longer, address by address.
    const remoteAddress = `192.0.2.${at + 1}`
    const cookie = asker === null ? '' : await cookieOf(app, asker, heard)
    const asked = paths.flatMap((path) =>
      addressesOf(path, { ...ids, ...own.find(({ of }) => path.startsWith(of))?.ids }).map((address) => ({ path, address })),
    )
    const ask = async ({ path, address }: (typeof asked)[number]): Promise<void> => {
      const answer = await app.inject({ url: `${address}${needed[path] ?? ''}`, headers: { cookie }, remoteAddress })
      const text = `${answer.body} ${JSON.stringify(answer.headers)}`
      heard.push({ path, asker: asker?.key ?? 'stranger', status: answer.statusCode, text })
    }
    // Some at a time: while the database looks for one answer the program writes another.
    for (let at = 0; at < asked.length; at += AT_ONCE) await Promise.all(asked.slice(at, at + AT_ONCE).map(ask))
  }
  heard.push(
    ...(await askAsCollect(
      asking,
      paths.filter((path) => path.startsWith('/openrosa')).flatMap((path) => addressesOf(path, ids).map((address) => ({ path, address }))),
    )),
  )
  heard.push(...(await askInTheHall(asking)))
  const silent = paths.filter((path) => !WITHOUT_PICTURE.includes(path) && !heard.some((one) => one.path === path && one.status === 200))
  if (silent.length > 0) throw new Error(`nobody got an answer from ${silent.join(', ')}`)
  return heard
}

/** The pages of the hall that stands open, as a telephone of each group reads them: every step, in every language. */
async function askInTheHall({ program, app }: Asking): Promise<readonly Heard[]> {
  const desk = await signIn(app, demoAccounts.find(({ key }) => key === 'secretariat')?.email ?? '', DEMO_PASSWORD)
  const { workshops } = mustParse(WorkshopList, (await desk.get('/api/conflict/workshops')).body)
  const open = workshops.find((one) => one.isHallOpen)?.id ?? ''
  const codes =
    mustParse(WorkshopShown, (await desk.get(`/api/conflict/workshops/${open}`)).body).hall?.groups.map(({ code }) => code) ?? []
  const door = await program.createHall()
  const heard: Heard[] = []
  for (const code of codes) {
    const telephone = hallTelephone(door, code)
    const ask = async (address: string): Promise<void> => {
      const { status, page } = await telephone.open(address)
      heard.push({ path: '/hall/:code', asker: 'telephone', status, text: page })
    }
    await ask('/hall')
    await ask(`/hall/${code}`)
    await telephone.send({ act: 'join' })
    for (const language of HALL_LANGUAGES.map(([one]) => one))
      for (const step of HallStep.options) await ask(`/hall/${code}?t=${step}&l=${language}`)
  }
  await door.close()
  if (heard.length < 3 * 5 * 3 || heard.some((one) => one.status !== 200)) throw new Error('the pages of the open hall were not read')
  return heard
}

/** A list of the chain that an administrator sends; nothing of it is written into the register. */
async function listSent(app: FastifyInstance): Promise<string> {
  const cookie = await cookieOf(app, { key: 'administrator', email: 'administrator@demo.chanzo.example' }, [])
  const payload = Buffer.from('Etiquette;Poids (kg);Site;Date\nLK-000399;31,5;Mto Mweupe 2;02/03/2026\n', 'utf8')
  const headers = { cookie, 'content-type': 'text/csv' }
  const answer = await app.inject({ method: 'POST', url: '/api/imports/chain', payload, headers })
  if (answer.statusCode !== 200) throw new Error(`the list was not taken: ${answer.body}`)
  return mustParse(looseRecord({ id: text() }), answer.json()).id
}

/** ODK Collect has its own way to sign in, and its addresses open to nobody else. */
async function askAsCollect(
  { app, province }: Asking,
  addresses: readonly { readonly path: string; readonly address: string }[],
): Promise<readonly Heard[]> {
  const body = { account: province.stage.account('inspector'), role: 'MINES_PROV', language: 'fr' }
  const officer = await signIn(app, 'administrator@demo.chanzo.example', DEMO_PASSWORD)
  const login = mustParse(looseRecord({ user: text(), password: text() }), (await officer.send('/api/collect-logins', body)).body)
  const collect = collectPhone(directTo(app), login)
  const heard: Heard[] = []
  for (const { path, address } of addresses) {
    const answer = await collect.ask({ method: 'GET', path: address })
    heard.push({ path, asker: 'inspector', status: answer.status, text: `${answer.text} ${JSON.stringify(answer.headers)}` })
  }
  return heard
}

async function cookieOf(
  app: FastifyInstance,
  { key, email }: { readonly key: string; readonly email: string },
  heard: Heard[],
): Promise<string> {
  const path = '/api/auth/sign-in/email'
  const answer = await app.inject({ method: 'POST', url: path, payload: { email, password: DEMO_PASSWORD } })
  heard.push({ path, asker: key, status: answer.statusCode, text: `${answer.body} ${JSON.stringify(answer.headers)}` })
  return answer.cookies.map((one) => `${one.name}=${one.value}`).join('; ')
}
