/*
`/v1/lots`: lots of the data-sharing protocol. What is read follows custody's sight: a key of a trading company sees its own lots, any other those of its
territory. A document becomes a bag (production at a site, with its tag) or a combination (with input lots), by custody's own decisions; the document
itself is kept beside it. The same document again adds nothing; another content under the same number is refused.
*/
import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { asId, maybe, numberInUrl, parse, record, text } from '../../../kernel/schema.ts'
import { todayAt } from '../../../kernel/calendar.ts'
import type { WireLotFacts, WireLotsDoor } from '../../../modules/custody/contract-wire-lots.ts'
import type { PeopleDoor } from '../../../modules/people/contract.ts'
import { readIcglrId } from '../../../modules/sites/contract-icglr-id.ts'
import { hsCodeOfMineral } from '../../../modules/sites/contract-register.ts'
import type { SitesDoor } from '../../../modules/sites/contract.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { rawRoute } from '../../../platform/http/build-route.ts'
import { doorOf } from '../../../platform/http/http-server.ts'
import { type Door, type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Log } from '../../../platform/log/log.ts'
import type { CommandEnvelope } from '../../../platform/log/receipt.ts'
import { mineralOfHsCode } from '../codes.ts'
import { WireLot, gramsOf } from '../lot-words.ts'
import { lotAsLinkedData, lotToWire } from '../lot-to-wire.ts'
import { ICGLR_LOT, reportedKinds } from '../reported.ts'
import { MineralCode } from '../wire-words.ts'
import { badInput, inIcglrWords, problem } from './errors.ts'
import { listReportedLots } from './store-lots.ts'
import { type Json, documentReply, objectOf, pageReply, queryIn, wantsLinkedData } from './wire-reply.ts'

export interface Commanding {
  readonly door: Pick<Door, 'execute'>
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
export interface LotParts {
  readonly sites: SitesDoor<Tx>
  readonly people: PeopleDoor<Tx>
  readonly lots: WireLotsDoor<Tx, Commanding>
  readonly log: () => Log
  readonly baseUrl: string
}

const Query = record({
  page: maybe(numberInUrl().refine((value) => Number.isInteger(value) && value >= 1 && value <= 1_000_000, 'out-of-range')),
  limit: maybe(numberInUrl().refine((value) => Number.isInteger(value) && value >= 1 && value <= 100, 'out-of-range')),
  mineral: maybe(MineralCode),
  lotNumber: maybe(text(60)),
})
const Params = record({ lotNumber: text(80) })

export const lotRoutes = (parts: LotParts): readonly Route[] => [
  rawRoute({
    method: 'GET',
    path: '/v1/lots',
    allow: can('exchange.icglr-read'),
    summary: 'ICGLR data-sharing protocol: lots that this key may see, by pages',
    schemas: { query: Query },
    inItsWords: inIcglrWords,
    answer: (incoming) => list(parts, incoming),
  }),
  rawRoute({
    method: 'GET',
    path: '/v1/lots/:lotNumber',
    allow: can('exchange.icglr-read'),
    summary: 'ICGLR data-sharing protocol: one lot with its tag, taxes, input lots, roles and operations',
    schemas: { params: Params },
    inItsWords: inIcglrWords,
    answer: async (incoming) => {
      const given = parse(Params, incoming.params)
      if (!given.ok) return badInput(given.faults)
      const found = await incoming.door.read((tx) => findWire(tx, { parts, incoming }, given.value.lotNumber))
      return found ? lotReply(parts, incoming, { status: 200, wire: found.wire }) : problem(404, 'no-such-lot')
    },
  }),
  rawRoute({
    method: 'POST',
    path: '/v1/lots',
    allow: can('exchange.icglr-write'),
    summary: 'ICGLR data-sharing protocol: a lot; it becomes a bag or a combination in custody, by the rules of custody',
    schemas: { body: WireLot },
    inItsWords: inIcglrWords,
    answer: (incoming) => create(parts, incoming),
  }),
]

/** The protocol is read for states: a key that trades for nobody watches over its territory (D); who trades sees own lots by custody's rule. */
const watcher = (who: Who): Who => ({ ...who, capabilities: new Set([...who.capabilities, 'custody.oversee']) })

async function list(parts: LotParts, incoming: Incoming): Promise<Reply> {
  const query = parse(Query, queryIn(incoming.query, Object.keys(Query.shape)))
  if (!query.ok) return badInput(query.faults)
  const { page = 1, limit = 20, mineral, lotNumber } = query.value
  const { total, wires } = await incoming.door.read(async (tx) => {
    const reported = lotNumber === undefined ? [] : await listReportedLots(tx, incoming.tenant, { numbers: [lotNumber] })
    const which = lotNumber === undefined ? {} : reported.length > 0 ? { lots: reported.map((one) => one.lot) } : { number: lotNumber }
    const found = await parts.lots.list(tx, watcher(incoming.who), {
      ...{ offset: (page - 1) * limit, limit, ...which },
      ...(mineral === undefined ? {} : { mineral: mineralOfHsCode(mineral) }),
    })
    return { total: found.total, wires: await wireOf(tx, { parts, tenant: incoming.tenant }, found.lots) }
  })
  const data = wires.map(({ wire }) => (wantsLinkedData(incoming) ? lotAsLinkedData(wire, addressOf(parts, wire['lotNumber'])) : wire))
  return pageReply(incoming, { page, limit, total }, data)
}

interface Around {
  readonly parts: LotParts
  readonly tenant: string
}
interface Asking {
  readonly parts: LotParts
  readonly incoming: Incoming
}
interface FoundLot {
  readonly facts: WireLotFacts
  readonly wire: Json
}
async function wireOf(tx: Tx, { parts, tenant }: Around, lots: readonly WireLotFacts[]): Promise<readonly FoundLot[]> {
  const inputs = lots.flatMap((lot) => lot.inputs.map((input) => input.lot))
  const reported = new Map(
    (await listReportedLots(tx, tenant, { lots: [...lots.map(({ lot }) => lot), ...inputs] })).map((one) => [one.lot, one]),
  )
  const ids = [...new Set(lots.flatMap((lot) => [lot.holder, ...(lot.recipient === null ? [] : [lot.recipient])]))].map((one) =>
    asId('organisation', one),
  )
  const organisations = new Map((await parts.people.organisations(tx, ids, tenant)).map((one) => [String(one.id), one]))
  const sites = [...new Set(lots.flatMap(({ site }) => (site === null ? [] : [asId('site', site)])))]
  const briefs = sites.length === 0 ? [] : await parts.sites.briefs(tx, sites, tenant)
  const siteIds = new Map(briefs.flatMap(({ id, icglrId }) => (icglrId === null ? [] : [[String(id), icglrId] as const])))
  const around = { country: tenant.slice(0, 2).toUpperCase(), organisations, siteIds, mineralCodes: hsCodeOfMineral }
  return lots.map((facts) => ({
    facts,
    wire: lotToWire(
      { ...facts, inputs: facts.inputs.map((input) => ({ ...input, number: reported.get(input.lot)?.lotNumber ?? input.number })) },
      { ...around, reported: reported.has(facts.lot) ? objectOf(reported.get(facts.lot)?.content) : null },
    ),
  }))
}
async function findWire(tx: Tx, { parts, incoming: { who, tenant } }: Asking, lotNumber: string): Promise<FoundLot | null> {
  const [known] = await listReportedLots(tx, tenant, { numbers: [lotNumber] })
  const which = known ? { lots: [known.lot] } : { number: lotNumber }
  const { lots } = await parts.lots.list(tx, watcher(who), { ...which, offset: 0, limit: 1 })
  return (await wireOf(tx, { parts, tenant }, lots))[0] ?? null
}

/** Without the names of persons, and without what a reader sends back of the envelope. */
function contentOf(lot: WireLot): Json {
  const {
    responsibleStaff: _staff,
    schemaVersion: _version,
    '@context': _context,
    '@type': _type,
    '@id': _id,
    creator,
    recipient,
    ...rest
  } = lot
  const without = ({ contactDetails: _contact, ...entity }: WireLot['creator']): Json => entity
  return JSON.parse(canonicalJson({ ...rest, creator: without(creator), ...(recipient ? { recipient: without(recipient) } : {}) }))
}

async function create(parts: LotParts, incoming: Incoming): Promise<Reply> {
  const read = parse(WireLot, incoming.body)
  if (!read.ok) return badInput(read.faults)
  const lot = read.value
  if (lot.dateRegistration > todayAt(incoming.now)) return badInput([{ path: 'dateRegistration', problem: 'in-the-future' }])
  const content = contentOf(lot)
  const { tenant } = incoming
  const known = await incoming.door.read((tx) => listReportedLots(tx, tenant, { numbers: [lot.lotNumber] }))
  const there = await incoming.door.read((tx) => findWire(tx, { parts, incoming }, lot.lotNumber))
  if (known[0] || there) {
    const same = known[0] ? canonicalJson(known[0].content) === canonicalJson(content) : there !== null && saysTheSame(there.wire, content)
    if (!same) return problem(409, 'lot-exists', [{ field: 'lotNumber', problem: 'exists' }])
    return there
      ? lotReply(parts, incoming, { status: 200, wire: there.wire })
      : problem(409, 'lot-exists', [{ field: 'lotNumber', problem: 'exists' }])
  }
  const made = await become(parts, incoming, lot)
  if (made.reply) return made.reply
  const id = made.lot
  await parts.log().record(tenant, [
    {
      id: uuidV7(Date.parse(incoming.now), createHash('sha256').update(`icglr/lot-reported/${tenant}/${lot.lotNumber}`).digest()),
      ...{ subject: `${ICGLR_LOT}:${id}`, kind: reportedKinds.lot, happenedAt: incoming.now },
      actor: { account: incoming.who.account, organisation: incoming.who.organisation, role: incoming.who.roles.join('+') || null },
      payload: { lotNumber: lot.lotNumber, content },
    },
  ])
  const found = await incoming.door.read((tx) => findWire(tx, { parts, incoming }, lot.lotNumber))
  return found ? lotReply(parts, incoming, { status: 201, wire: found.wire }) : problem(404, 'no-such-lot')
}

/** A document that repeats what stands here: every field that both say is the same. */
function saysTheSame(wire: Json, content: Json): boolean {
  const compared = ['mineral', 'mass', 'unitOfMeasurement', 'tag', 'mineSiteId', 'inputLot', 'dateRegistration', 'timeRegistration']
  return compared.every((field) => canonicalJson(wire[field] ?? null) === canonicalJson(content[field] ?? null))
}

type Became = { readonly lot: string; readonly reply: null } | { readonly lot: null; readonly reply: Reply }
const failed = (reply: Reply): Became => ({ lot: null, reply })

async function become(parts: LotParts, incoming: Incoming, lot: WireLot): Promise<Became> {
  const { who, tenant, now } = incoming
  const found = await incoming.door.read((tx) => resolve(tx, { parts, incoming }, lot))
  if (found.faults.length > 0) return failed(badInput(found.faults))
  const { holder, site, inputs } = found
  const id = uuidV7(0, createHash('sha256').update(`icglr/lot/${tenant}/${lot.lotNumber}`).digest())
  const envelope = { id: asId('command', uuidV7(Date.parse(now), randomBytes(10))) }
  // The document is the word of the goods' custodian: who trades speaks for itself alone, a state's data centre for whom it names.
  const speaking: Who = { ...watcher(who), organisation: who.organisation ?? holder }
  const context: Commanding = { door: doorOf(parts.log()), who: speaking, tenant, envelope }
  const massGrams = gramsOf(lot)
  const outcome =
    inputs.length > 0
      ? await parts.lots.combine(context, id, {
          ...{
            number: lot.lotNumber,
            kind: lot.originatingOperation.includes(8) || lot.creatorRole.includes(7) ? 'export-lot' : 'trader-lot',
            massGrams,
          },
          ...{ formedOn: lot.dateRegistration, inputs: inputs.map((input) => ({ lot: asId('lot', input.lot), drawnGrams: input.grams })) },
        })
      : await parts.lots.registerBag(context, id, {
          ...{ site: site === null ? null : asId('site', site), tag: lot.tag ?? null, mineral: mineralOfHsCode(lot.mineral), massGrams },
          ...{ producedOn: lot.dateRegistration, weighedOn: lot.dateRegistration, holder: asId('organisation', holder) },
        })
  // Made before, and cut off before its document was kept.
  if (outcome.ok || outcome.refusal.code === 'lot-already-registered') return { lot: id, reply: null }
  const { code, facts } = outcome.refusal
  const inputAt = inputs.findIndex((input) => input.number === facts['number'] || input.lot === facts['lot'])
  const field = inputAt >= 0 ? `inputLot.${inputAt}` : (FIELD_OF[code] ?? 'lotNumber')
  return failed(problem(409, 'lot-refused', [{ field, problem: code }]))
}
const FIELD_OF: { readonly [code: string]: string } = {
  'unknown-site': 'mineSiteId',
  'outside-your-territory': 'mineSiteId',
  'unknown-organisation': 'creator.identifier',
  'not-the-holder': 'creator.identifier',
  'mixed-minerals': 'mineral',
}

interface Resolved {
  readonly holder: string
  readonly site: string | null
  readonly inputs: readonly { readonly lot: string; readonly number: string; readonly grams: number }[]
  readonly faults: readonly { readonly path: string; readonly problem: string }[]
}
/** Without a sign the latitude may be on either side of the equator: both are looked for, and two that fit are one too many. */
const bothSigns = (written: string): readonly string[] => [
  ...new Set(
    [1, -1].flatMap((latitude) => {
      const read = readIcglrId(written, { latitude, longitude: 0 })
      return read.ok ? [read.value.canonical] : []
    }),
  ),
]

/** What the words of the document mean here; each that means nothing is a fault with its field. */
async function resolve(tx: Tx, { parts, incoming }: Asking, lot: WireLot): Promise<Resolved> {
  const { who, tenant } = incoming
  const faults: { path: string; problem: string }[] = []
  const organisations = await parts.people.listOrganisations(tx, undefined, tenant)
  const named = organisations.filter((one) => one.id === lot.creator.identifier || one.name === lot.creator.name)
  const holder = named.find((one) => one.id === lot.creator.identifier) ?? (named.length === 1 ? named[0] : undefined)
  if (!holder) faults.push({ path: 'creator.identifier', problem: 'unknown-organisation' })
  else if (who.organisation !== null && who.organisation !== holder.id && !who.capabilities.has('custody.oversee'))
    faults.push({ path: 'creator.identifier', problem: 'not-your-organisation' })
  const sites = lot.mineSiteId === undefined ? [] : await parts.sites.byIcglrId(tx, tenant, bothSigns(lot.mineSiteId))
  if (lot.mineSiteId !== undefined && sites.length !== 1)
    faults.push({ path: 'mineSiteId', problem: sites.length === 0 ? 'unknown-site' : 'sign-unknown' })
  const inputs: { lot: string; number: string; grams: number }[] = []
  for (const [at, { lotNumber }] of (lot.inputLot ?? []).entries()) {
    const found = await findWire(tx, { parts, incoming }, lotNumber)
    if (found) inputs.push({ lot: found.facts.lot, number: found.facts.number, grams: found.facts.remainingGrams })
    else faults.push({ path: `inputLot.${at}.lotNumber`, problem: 'unknown-lot' })
  }
  const isRoot = inputs.length === 0 && (lot.inputLot ?? []).length === 0
  if (isRoot && !lot.originatingOperation.includes(1)) faults.push({ path: 'inputLot', problem: 'needed-unless-production' })
  if (isRoot && lot.tag === undefined) faults.push({ path: 'tag', problem: 'needed-for-production' })
  return { holder: holder?.id ?? '', site: sites[0]?.id ?? null, inputs, faults }
}

const addressOf = ({ baseUrl }: LotParts, lotNumber: unknown): string =>
  new URL(`/v1/lots/${encodeURIComponent(String(lotNumber))}`, baseUrl).toString()
function lotReply(parts: LotParts, incoming: Incoming, { status, wire }: { readonly status: number; readonly wire: Json }): Reply {
  const address = addressOf(parts, wire['lotNumber'])
  return documentReply(incoming, { status, address, wire: wantsLinkedData(incoming) ? lotAsLinkedData(wire, address) : wire })
}
