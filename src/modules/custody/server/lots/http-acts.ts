/*
The routes of what is done with lots between two scales: legs, answers, rejection, taking back, seizure, storage, packing; purchases
and processings, which touch several lots in one transaction: all of them, or none.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { uuidTime, uuidV7 } from '../../../../kernel/ids.ts'
import { type Infer, type Schema, asId, listOf, mustParse, record } from '../../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Allow, type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { sha256 } from '../../../../platform/log/chain.ts'
import type { CommandEnvelope, Receipt } from '../../../../platform/log/receipt.ts'
import { LotId } from '../../contract.ts'
import * as words from '../../contract-lots.ts'
import { ProcessingId, PurchaseId } from '../../contract-lots.ts'
import {
  ProcessingRecorded,
  type ProcessCommand,
  type ProcessingContext,
  type ProcessingEvent,
  type ProcessingState,
  lotsOf,
  processingDecider,
  processingKinds,
} from '../../domain/lots/processing.ts'
import {
  type PurchaseCommand,
  type PurchaseContext,
  type PurchaseEvent,
  type PurchaseState,
  purchaseDecider,
  purchaseKinds,
} from '../../domain/lots/purchase.ts'
import type { CustodyDoors } from '../doors.ts'
import { lastMeasures, processingFacts, purchaseFacts } from './act-facts.ts'
import { dealingsOf, processingOf, purchaseOf, purchasesOf, signaturesAwaited } from './dealings.ts'
import { inputFacts } from './facts.ts'
import { type Asked, careRoute, executeLot } from './lot-commands.ts'
import { oversees, sightOf } from './sight.ts'
import { isLotSeen } from './store-sight.ts'
import { eventPayload } from './store-act-reads.ts'

export const purchaseAggregate: Aggregate<PurchaseState, PurchaseCommand, PurchaseEvent, PurchaseContext> = {
  name: 'purchase',
  decider: purchaseDecider,
  kinds: purchaseKinds,
}
export const processingAggregate: Aggregate<ProcessingState, ProcessCommand, ProcessingEvent, ProcessingContext> = {
  name: 'processing',
  decider: processingDecider,
  kinds: processingKinds,
}

export const actRoutes = (doors: CustodyDoors): readonly Route[] => [
  ...readRoutes(doors),
  ...tradeRoutes(doors),
  ...wayRoutes(doors),
  ...stillRoutes(doors),
]

const lotParams = record({ lot: LotId })
function readRoutes(doors: CustodyDoors): readonly Route[] {
  const seen = { allow: can('custody.read') }
  return [
    readRoute({
      ...seen,
      path: '/api/lots/:lot/dealings',
      summary: 'What was done with a lot: transports with legs and papers, purchases, processings, storage, seizures, corrections, packing',
      params: lotParams,
      answer: words.LotDealings,
      read: async ({ tx, tenant, who, params: { lot } }) => {
        const found = await dealingsOf(tx, { tenant, doors, sight: await sightOf(tx, { tenant, doors }, who) }, lot)
        return found ? accepted(found) : refused('unknown-lot')
      },
    }),
    readRoute({
      ...seen,
      path: '/api/purchases',
      summary: 'Purchases in which you are the seller or the buyer, or all of your sight, newest first, at most 200',
      answer: record({ purchases: listOf(words.PurchaseShown) }),
      read: async ({ tx, tenant, who }) => {
        const sight = await sightOf(tx, { tenant, doors }, who)
        return accepted({ purchases: [...(await purchasesOf(tx, { tenant, doors, sight }))] })
      },
    }),
    readRoute({
      ...seen,
      path: '/api/lots/:lot/last-measures',
      summary:
        'Moisture and grade of a lot by its last assay, or by the act that it came out of: what a processing takes where nothing is said',
      params: lotParams,
      answer: words.LastMeasures,
      read: async ({ tx, tenant, who, params: { lot } }) => {
        if (!(await isLotSeen(tx, tenant, lot, await sightOf(tx, { tenant, doors }, who)))) return refused('unknown-lot')
        return accepted(await lastMeasures(tx, tenant, lot))
      },
    }),
    readRoute({
      path: '/api/signatures',
      allow: can('custody.transfer'),
      summary: 'Purchases and receipts that wait for the answer of your organisation, newest first, at most 200 of each',
      answer: words.SignaturesAwaited,
      read: async ({ tx, tenant, who }) => {
        const sight = await sightOf(tx, { tenant, doors }, who)
        return accepted(await signaturesAwaited(tx, { tenant, doors, sight }, who.organisation))
      },
    }),
    readRoute({
      ...seen,
      path: '/api/purchases/:purchase',
      summary: 'One purchase: its lots, price, taxes, and what both sides said',
      params: record({ purchase: PurchaseId }),
      answer: words.PurchaseShown,
      read: async ({ tx, tenant, who, params: { purchase } }) => {
        const found = await purchaseOf(tx, { tenant, doors, sight: await sightOf(tx, { tenant, doors }, who) }, purchase)
        return found ? accepted(found) : refused('unknown-purchase')
      },
    }),
    readRoute({
      ...seen,
      path: '/api/processings/:processing',
      summary: 'One processing or split: inputs, outputs, and its balance wet, dry and by contained element',
      params: record({ processing: ProcessingId }),
      answer: words.ProcessingShown,
      read: async ({ tx, tenant, who, params: { processing } }) => {
        const found = await processingOf(tx, { tenant, doors, sight: await sightOf(tx, { tenant, doors }, who) }, processing)
        return found ? accepted(found) : refused('unknown-processing')
      },
    }),
  ]
}

function tradeRoutes(doors: CustodyDoors): readonly Route[] {
  return [
    writeRoute({
      path: '/api/purchases',
      allow: can('custody.transfer'),
      summary: 'One side of a purchase records it; with both signatures it is binding, and the goods may change hands at once',
      body: words.RecordPurchase,
      write: ({ data, ...asked }) => recordPurchase(doors, asked, { type: 'record-purchase', ...data }),
    }),
    writeRoute({
      path: '/api/purchases/:purchase/answers',
      allow: can('custody.transfer'),
      summary: 'The other side of a purchase agrees or disagrees',
      params: record({ purchase: PurchaseId }),
      body: words.AnswerPurchase,
      write: ({ data, ...asked }) => {
        const command: PurchaseCommand = { type: 'answer-purchase', ...data }
        return purchaseOn(doors, asked, { door: asked.door, subject: asked.params.purchase, command })
      },
    }),
    writeRoute({
      path: '/api/processings',
      allow: can('custody.aggregate'),
      summary: 'Makes lots out of lots: cleaning, separation, drying, smelting, a split; with its mass balance',
      body: words.ProcessLots,
      write: ({ data, ...asked }) => recordProcessing(doors, asked, { type: 'process-lots', ...data }),
    }),
  ]
}

interface Running {
  readonly door: Pick<Door, 'execute'>
  readonly subject: string
  readonly command: PurchaseCommand
}
function purchaseOn(doors: CustodyDoors, asked: Omit<Asked, 'door'>, { door, subject, command }: Running): Promise<Outcome<Receipt>> {
  const { who, tenant, envelope } = asked
  return door.execute({
    aggregate: purchaseAggregate,
    subject,
    command,
    envelope,
    who,
    context: (tx, _state, moment) => purchaseFacts(asking({ doors, who, tenant }, { tx, moment }), command),
  })
}
const asking = <Around extends object>(
  { doors, who, tenant }: { readonly doors: CustodyDoors; readonly who: Who; readonly tenant: string },
  around: Around,
) => ({ ...around, tenant, doors, territory: who.territory, oversees: oversees(who) })

/** An id of its own for each lot that the act touches; it follows from the command, so a repeat gives the same. */
const idOf = (envelope: CommandEnvelope, part: string): string => uuidV7(uuidTime(envelope.id), sha256(`${envelope.id}/${part}`))
const envelopeOf = ({ happenedAt }: CommandEnvelope, id: string): CommandEnvelope => ({
  id: asId('command', id),
  ...(happenedAt === undefined ? {} : { happenedAt }),
})

function recordPurchase(
  doors: CustodyDoors,
  asked: Asked,
  command: Extract<PurchaseCommand, { type: 'record-purchase' }>,
): Promise<Outcome<Receipt>> {
  const { envelope, who } = asked
  const subject = envelope.id
  if (!command.handedOver) return purchaseOn(doors, asked, { door: asked.door, subject, command })
  const ids = command.lots.map((_, at) => idOf(envelope, `hand-over-${at}`))
  return asked.door.together({ who, commands: [envelope.id, ...ids] }, async (door) => {
    const bought = await purchaseOn(doors, asked, { door, subject, command })
    if (!bought.ok) return bought
    const handedOverOn = command.boughtOn ?? (envelope.happenedAt ?? bought.value.learnedAt).slice(0, 10)
    for (const [at, { lot, massGrams }] of command.lots.entries()) {
      const { seller: from, buyer: to } = command
      const purchase = mustParse(PurchaseId, subject)
      const handed = await executeLot(
        doors,
        { ...asked, door, envelope: envelopeOf(envelope, ids[at] ?? '') },
        { lot, command: { type: 'hand-over-lot', from, to, purchase, massGrams, handedOverOn } },
      )
      if (!handed.ok) return handed
    }
    return bought
  })
}

function recordProcessing(doors: CustodyDoors, asked: Asked, command: ProcessCommand): Promise<Outcome<Receipt>> {
  const { envelope, who, tenant } = asked
  const ids = command.outputs.map((_, at) => mustParse(LotId, idOf(envelope, `output-${at}`)))
  return asked.door.together({ who, commands: [envelope.id, ...ids] }, async (door) => {
    const done = await door.execute({
      aggregate: processingAggregate,
      subject: envelope.id,
      command,
      envelope,
      who,
      context: (tx, _state, moment) => processingFacts(asking({ doors, who, tenant }, { tx, moment }), command, ids),
    })
    const eventId = done.ok ? done.value.events[0]?.id : undefined
    if (!done.ok || eventId === undefined) return done
    const payload = await door.read(async (tx) => mustParse(ProcessingRecorded, await eventPayload(tx, tenant, eventId)))
    const owner = await door.read((tx) => commonOwner(tx, tenant, payload))
    for (const { lot, formed } of lotsOf(mustParse(ProcessingId, envelope.id), payload, owner)) {
      const around = { ...asked, door, envelope: envelopeOf(envelope, lot) }
      const made = await executeLot(doors, around, { lot, command: { type: 'form-lot', ...formed } })
      if (!made.ok) return made
    }
    return done
  })
}

/** Whose the outputs are: the owner of every input, if it is one. */
async function commonOwner(tx: Parameters<typeof inputFacts>[0], tenant: string, { inputs }: Infer<typeof ProcessingRecorded>) {
  const owners = new Set(
    (
      await inputFacts(
        tx,
        tenant,
        inputs.map((one) => one.lot),
      )
    ).map((one) => one.owner ?? null),
  )
  const [only] = owners
  return owners.size === 1 ? (only ?? null) : null
}

/** A new thing beside a lot. */
interface Thing<Body extends Schema<unknown>> {
  readonly thing: string
  readonly allow?: Allow
  readonly summary: string
  readonly body: Body
}
const things = (doors: CustodyDoors) => {
  const route = careRoute(doors)
  return <Body extends Schema<unknown>>(
    { allow = can('custody.transfer'), ...thing }: Thing<Body>,
    command: Parameters<typeof route<Body>>[0]['command'],
  ): Route => route({ ...thing, allow, command })
}

function wayRoutes(doors: CustodyDoors): readonly Route[] {
  const beside = things(doors)
  return [
    beside({ thing: 'legs', summary: 'A leg of the way of a lot that was sent', body: words.TransportLeg }, (data) => ({
      type: 'record-leg',
      ...data,
    })),
    beside(
      { thing: 'receipt-answers', summary: 'The side that brought a lot agrees with its receipt, or does not', body: words.AnswerReceipt },
      (data) => ({ type: 'answer-receipt', ...data }),
    ),
    beside(
      {
        thing: 'rejections',
        summary: 'The recipient turns a lot away: it stays the sender’s and moves nowhere until it is back',
        body: words.RejectLot,
      },
      (data) => ({ type: 'reject-lot', ...data }),
    ),
    beside(
      {
        thing: 'takings-back',
        summary: 'The sender has a lot back that was sent or turned away, with its weight',
        body: words.TakeBackLot,
      },
      (data) => ({ type: 'take-back-lot', ...data }),
    ),
    beside({ thing: 'stays', summary: 'A lot goes into a depot, with its weight', body: words.StoreLot }, (data) => ({
      type: 'store-lot',
      ...data,
    })),
    beside({ thing: 'leavings', summary: 'A lot leaves its depot, with its weight', body: words.LeaveDepot }, (data) => ({
      type: 'leave-depot',
      ...data,
    })),
  ]
}

function stillRoutes(doors: CustodyDoors): readonly Route[] {
  const beside = things(doors)
  return [
    beside(
      {
        thing: 'seizures',
        allow: can('custody.quarantine'),
        summary: 'An authority seizes a lot on a paper: nothing of it moves any more',
        body: words.SeizeLot,
      },
      (data) => ({ type: 'seize-lot', ...data }),
    ),
    beside(
      {
        thing: 'seizure-liftings',
        allow: can('custody.quarantine'),
        summary: 'An authority lifts the seizure of a lot, on a paper',
        body: words.LiftSeizure,
      },
      (data) => ({ type: 'lift-seizure', ...data }),
    ),
    beside(
      {
        thing: 'packings',
        allow: can('custody.aggregate'),
        summary: 'An export lot is packed and sealed: packages, container, seals, buyer',
        body: words.PackLot,
      },
      (data) => ({ type: 'pack-lot', ...data }),
    ),
  ]
}
