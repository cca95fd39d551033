/* What a purchase, a processing and a handing over must know beyond their lots: parties, numbers that are taken, the last assays. It decides nothing. */
import { dayOf } from '../../../../kernel/calendar.ts'
import { count, decimal, looseRecord, mustParse, orNull, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { SiteId } from '../../../sites/contract.ts'
import { AssayElement, type LotId } from '../../contract.ts'
import type { LastMeasures } from '../../contract-lots.ts'
import type { HandOverCommand } from '../../domain/lots/handing-over.ts'
import type { InputFacts, LotContext } from '../../domain/lots/lot-state.ts'
import type { ProcessCommand, ProcessingContext } from '../../domain/lots/processing.ts'
import type { PurchaseCommand, PurchaseContext } from '../../domain/lots/purchase.ts'
import { type Asking, inputFacts, inputLimits } from './facts.ts'
import { sendingFacts } from './sending-facts.ts'
import { isPurchaseNumberTaken, listLastAssays, listSaidOfOutputs } from './store-acts.ts'
import { listSitesOfLots } from './store-chain.ts'
import { findLotIdByNumber } from './store-lot-reads.ts'
import { listSeenAmong } from './store-sight.ts'

/** What a laboratory calls the worth of each mineral. */
const elementOf: { readonly [mineral: string]: AssayElement } = { Sn: 'Sn', Ta: 'Ta2O5', W: 'WO3', Au: 'Au' }
const LastAssay = looseRecord({ lot: text(), element: AssayElement, value: decimal(), unit: text() })
const SaidOfOutput = looseRecord({
  lot: text(),
  moistureHundredths: orNull(count()),
  element: orNull(AssayElement),
  percent: orNull(decimal()),
})

export async function purchaseFacts(asking: Asking, command: PurchaseCommand): Promise<PurchaseContext> {
  const { tx, tenant, doors, moment } = asking
  const around = { happenedOn: dayOf(moment.happenedAt), today: moment.today, organisation: moment.actor.organisation }
  if (command.type === 'answer-purchase') return { ...around, numberTaken: false, knownOrganisations: [], inputs: [] }
  const known = await doors.people.organisations(tx, [command.seller, command.buyer], tenant)
  const ids = command.lots.map((one) => one.lot)
  return {
    ...around,
    numberTaken: await isPurchaseNumberTaken(tx, tenant, command.number),
    knownOrganisations: known.map((one) => one.id),
    suspended: (await suspendedOf(asking, command, ids)) ?? null,
    // A lot out of sight is as good as unknown: a purchase gives its two sides sight of it for good.
    inputs: await inputFacts(tx, tenant, await listSeenAmong(tx, tenant, ids, { of: 'organisation', organisation: around.organisation })),
  }
}

async function suspendedOf(
  { tx, tenant, doors, moment }: Asking,
  { seller, buyer, boughtOn }: Extract<PurchaseCommand, { readonly type: 'record-purchase' }>,
  lots: readonly string[],
) {
  if (doors.suspendedTrade === undefined) return null
  const sites = (await listSitesOfLots(tx, tenant, lots)).map((one) => mustParse(SiteId, one))
  return doors.suspendedTrade(tx, tenant, { sites, organisations: [seller, buyer], on: boughtOn ?? dayOf(moment.happenedAt) })
}

export async function processingFacts(asking: Asking, command: ProcessCommand, outputIds: readonly LotId[]): Promise<ProcessingContext> {
  const { tx, tenant, moment } = asking
  const ids = command.inputs.map((one) => one.lot)
  const taken: string[] = []
  for (const { number } of command.outputs) if ((await findLotIdByNumber(tx, tenant, number.trim())) !== null) taken.push(number)
  return {
    happenedOn: dayOf(moment.happenedAt),
    today: moment.today,
    organisation: moment.actor.organisation,
    inputs: await withAssays(tx, tenant, await inputFacts(tx, tenant, ids)),
    outputIds,
    takenNumber: taken[0] ?? null,
    limits: await inputLimits(asking, ids),
  }
}

/** As a processing would take them. */
export async function lastMeasures(tx: Tx, tenant: string, lot: LotId): Promise<LastMeasures> {
  const [found] = await withAssays(tx, tenant, await inputFacts(tx, tenant, [lot]))
  return { moistureHundredths: found?.moistureHundredths ?? null, grade: found?.grade ?? null }
}

/** Moisture and grade of each lot as the last report of a laboratory said; nothing where nobody assayed it. */
async function withAssays(tx: Tx, tenant: string, inputs: readonly InputFacts[]): Promise<readonly InputFacts[]> {
  const rows = await listLastAssays(
    tx,
    tenant,
    inputs.map((one) => one.lot),
  )
  const assays = rows.map((row) => mustParse(LastAssay, row))
  const ids = inputs.map((one) => one.lot)
  const told = (await listSaidOfOutputs(tx, tenant, ids)).map((row) => mustParse(SaidOfOutput, row))
  return inputs.map((input) => {
    const own = assays.filter((one) => one.lot === input.lot)
    const graded = own.find((one) => one.element === elementOf[input.mineral])
    const moisture = own.find((one) => one.element === 'moisture')
    const made = told.find((one) => one.lot === input.lot)
    const gradeMade = made && made.element !== null && made.percent !== null ? { element: made.element, percent: made.percent } : null
    return {
      ...input,
      moistureHundredths: moisture ? Math.round(moisture.value * 100) : (made?.moistureHundredths ?? null),
      grade: graded ? { element: graded.element, percent: graded.unit === 'percent' ? graded.value : graded.value / 10 } : gradeMade,
    }
  })
}

/** A handing over leaves the site like a sending does; whether trade stands still was asked of its purchase. */
export const handingOverFacts = (
  asking: Asking,
  lot: string,
  { to, massGrams, handedOverOn: sentOn }: HandOverCommand,
): Promise<LotContext> => sendingFacts(asking, lot, { type: 'transfer-lot', to, massGrams, sentOn })
