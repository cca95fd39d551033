/*
The routes of gold: a sachet that is sealed, its reopening, a melt, a shipment, prices of reference; and what is read of it. A melt and its
bars are one transaction: all of them, or none.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { uuidTime, uuidV7 } from '../../../../kernel/ids.ts'
import { asId, calendarDate, listOf, maybe, mustParse, parse, record } from '../../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { fileReply } from '../../../../platform/http/file-reply.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { sha256 } from '../../../../platform/log/chain.ts'
import type { CommandEnvelope, Receipt } from '../../../../platform/log/receipt.ts'
import { LotId } from '../../contract.ts'
import * as words from '../../contract-gold.ts'
import { Currency } from '../../contract-lots.ts'
import { GoldMelted, type MeltEvent, type PriceEvent, meltKinds, priceKinds } from '../../domain/gold/gold-events.ts'
import { type MeltCommand, type MeltContext, type MeltState, barsOf, meltDecider } from '../../domain/gold/melt.ts'
import { type PriceCommand, type PriceContext, type PriceState, priceDecider } from '../../domain/gold/price.ts'
import type { CustodyDoors } from '../doors.ts'
import { inputFacts } from '../lots/facts.ts'
import { type Asked, careRoute, executeLot } from '../lots/lot-commands.ts'
import { oversees, sightOf } from '../lots/sight.ts'
import { eventPayload } from '../lots/store-act-reads.ts'
import type { SheetHouse } from '../sheets/sheet-house.ts'
import { goldDetail, goldRows, photoOf } from './gold-answers.ts'
import { meltFacts } from './gold-facts.ts'
import { listPrices } from './store-gold-reads.ts'

export const meltAggregate: Aggregate<MeltState, MeltCommand, MeltEvent, MeltContext> = {
  name: 'gold-melt',
  decider: meltDecider,
  kinds: meltKinds,
}
export const priceAggregate: Aggregate<PriceState, PriceCommand, PriceEvent, PriceContext> = {
  name: 'gold-price',
  decider: priceDecider,
  kinds: priceKinds,
}

const MOST = 200
/** `papers`: where photographs are kept; none: no photographs. */
export const goldRoutes = (doors: CustodyDoors, papers: Pick<SheetHouse, 'database' | 'documents'> | null): readonly Route[] => [
  ...readRoutes(doors),
  ...priceRoutes(),
  ...writeRoutes(doors),
  ...(papers === null ? [] : [photoRoute(doors, papers)]),
]

const params = record({ lot: LotId })
const seen = { allow: can('custody.read') }
function readRoutes(doors: CustodyDoors): readonly Route[] {
  return [
    readRoute({
      ...seen,
      path: '/api/gold/lots',
      summary: 'Sachets, bars and shipments of gold that you may see, with fineness and fine gold, newest first, at most 200',
      answer: record({ lots: listOf(words.GoldRow) }),
      read: async ({ tx, tenant, who }) => {
        const sight = await sightOf(tx, { tenant, doors }, who)
        return accepted({ lots: [...(await goldRows(tx, { tenant, doors, sight }, { limit: MOST }))] })
      },
    }),
    readRoute({
      ...seen,
      path: '/api/gold/lots/:lot',
      summary: 'What is known of a lot of gold: fineness, price beside the reference, reopenings, its melt',
      params,
      answer: words.GoldDetail,
      read: async ({ tx, tenant, who, params: { lot } }) => {
        const found = await goldDetail(tx, { tenant, doors, sight: await sightOf(tx, { tenant, doors }, who) }, lot)
        return found ? accepted(found) : refused('unknown-lot')
      },
    }),
  ]
}

function priceRoutes(): readonly Route[] {
  return [
    readRoute({
      ...seen,
      path: '/api/gold/prices',
      summary: 'Prices of reference for gold as they were declared, newest day first, at most 200; of a day or before, in a currency',
      query: record({ on: maybe(calendarDate()), currency: maybe(Currency) }),
      answer: record({ prices: listOf(words.PriceShown) }),
      read: async ({ tx, tenant, query }) =>
        accepted({ prices: mustParse(listOf(words.PriceShown), await listPrices(tx, tenant, { ...query, limit: MOST })) }),
    }),
    writeRoute({
      path: '/api/gold/prices',
      allow: can('custody.gold-prices'),
      summary: 'Declares a price of reference for gold of a day, with its source',
      body: words.DeclarePrice,
      write: ({ door, who, envelope, data }) =>
        door.execute({
          aggregate: priceAggregate,
          subject: envelope.id,
          command: { type: 'declare-price', ...data },
          envelope,
          who,
          context: (_tx, _state, { today }) => Promise.resolve({ today }),
        }),
    }),
  ]
}

function writeRoutes(doors: CustodyDoors): readonly Route[] {
  const beside = careRoute(doors)
  return [
    writeRoute({
      path: '/api/gold/sachets',
      allow: can('custody.seal-gold'),
      summary: 'A sachet of gold was weighed, tested, bought and sealed: kept whatever the rules say; critical findings hold it',
      body: words.SealSachet,
      write: ({ data, ...asked }) => executeLot(doors, asked, { lot: asked.envelope.id, command: { type: 'seal-sachet', ...data } }),
    }),
    beside({
      thing: 'reopenings',
      allow: can('custody.seal-gold'),
      summary: 'A sachet of gold is opened before two witnesses of two bodies, with a reason and both weights',
      body: words.ReopenSachet,
      command: (data) => ({ type: 'reopen-sachet', ...data }),
    }),
    writeRoute({
      path: '/api/gold/shipments',
      allow: can('custody.aggregate'),
      summary: 'Makes a lot for export out of milligrams drawn from bars and sachets',
      body: words.ShipGold,
      write: ({ data, ...asked }) => executeLot(doors, asked, { lot: asked.envelope.id, command: { type: 'ship-gold', ...data } }),
    }),
    writeRoute({
      path: '/api/gold/melts',
      allow: can('custody.aggregate'),
      summary: 'Melts sachets and bars into bars, with what the fire took',
      body: words.MeltGold,
      write: ({ data, ...asked }) => recordMelt(doors, asked, { type: 'melt-gold', ...data }),
    }),
  ]
}

/** An id of its own for each bar; it follows from the command, so a repeat gives the same. */
const idOf = (envelope: CommandEnvelope, at: number): string => uuidV7(uuidTime(envelope.id), sha256(`${envelope.id}/bar-${at}`))

function recordMelt(doors: CustodyDoors, asked: Asked, command: MeltCommand): Promise<Outcome<Receipt>> {
  const { envelope, who, tenant } = asked
  const ids = command.outputs.map((_, at) => mustParse(LotId, idOf(envelope, at)))
  return asked.door.together({ who, commands: [envelope.id, ...ids] }, async (door) => {
    const done = await door.execute({
      aggregate: meltAggregate,
      subject: envelope.id,
      command,
      envelope,
      who,
      context: (tx, _state, moment) =>
        meltFacts({ tx, moment, tenant, doors, territory: who.territory, oversees: oversees(who) }, command, ids),
    })
    const eventId = done.ok ? done.value.events[0]?.id : undefined
    if (!done.ok || eventId === undefined) return done
    const payload = await door.read(async (tx) => mustParse(GoldMelted, await eventPayload(tx, tenant, eventId)))
    const owners = await door.read(async (tx) => {
      const inputs = payload.inputs.map((one) => one.lot)
      return new Set((await inputFacts(tx, tenant, inputs)).map((one) => one.owner ?? null))
    })
    const [owner = null] = owners.size === 1 ? owners : []
    for (const { lot, cast } of barsOf(mustParse(words.MeltId, envelope.id), payload, owner)) {
      const own: CommandEnvelope = {
        id: asId('command', lot),
        ...(envelope.happenedAt === undefined ? {} : { happenedAt: envelope.happenedAt }),
      }
      const made = await executeLot(doors, { ...asked, door, envelope: own }, { lot, command: { type: 'cast-bar', ...cast } })
      if (!made.ok) return made
    }
    return done
  })
}

const photoRoute = (doors: CustodyDoors, papers: Pick<SheetHouse, 'database' | 'documents'>): Route =>
  rawRoute({
    method: 'GET',
    path: '/api/gold/lots/:lot/photo',
    ...seen,
    summary: 'The photograph of a sealed sachet',
    schemas: { params },
    answer: async ({ params: raw, who, tenant }) => {
      const read = parse(params, raw)
      if (!read.ok) return badInput(read.faults)
      return papers.database.read(async (tx) => {
        const photo = await photoOf(tx, { tenant, doors, sight: await sightOf(tx, { tenant, doors }, who) }, read.value.lot)
        const kept = photo ? await papers.documents.content(tx, tenant, photo.sha256) : null
        return kept ? fileReply(kept, 'sachet') : outcomeReply(refused('no-photo'))
      })
    },
  })
