/* What decisions about gold must know: the price of reference of the day, a new number's batch, what stands beside the inputs of a melt. It decides nothing. */
import { dayOf } from '../../../../kernel/calendar.ts'
import { count, looseRecord, mustParse, orNull, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { LotId } from '../../contract.ts'
import { GoldForm, PriceShown } from '../../contract-gold.ts'
import type { GoldInput, MeltCommand, MeltContext } from '../../domain/gold/melt.ts'
import type { ReopenCommand, SealCommand } from '../../domain/gold/sachet.ts'
import type { ShipCommand } from '../../domain/gold/shipment.ts'
import type { GoldFacts, LotContext } from '../../domain/lots/lot-state.ts'
import { dayOfStep } from '../../domain/plausibility/arrival-rules.ts'
import { normaliseTag } from '../../domain/tags/tag.ts'
import { type Asking, bagFacts, combinationFacts, inputFacts, lotFacts } from '../lots/facts.ts'
import { findLotIdByNumber, listLotsByTag } from '../lots/store-lot-reads.ts'
import { findTag } from '../tags/tag-facts.ts'
import { isMeltNumberTaken, listGoldOf, listPrices } from './store-gold-reads.ts'

export async function sealingFacts(asking: Asking, lot: string, command: SealCommand): Promise<LotContext> {
  const { serial: tag, serialIssuer: tagIssuer, sealedOn: weighedOn, buyer: holder, site, producedOn } = command
  const context = await bagFacts(asking, lot, { tag, tagIssuer, weighedOn, holder, site, producedOn })
  const named = [command.buyer, ...(command.cooperative === undefined ? [] : [command.cooperative])]
  const known = await asking.doors.people.organisations(asking.tx, named, asking.tenant)
  const on = weighedOn ?? dayOfStep(dayOf(asking.moment.happenedAt), producedOn)
  const reference = command.price ? await referenceOn(asking.tx, asking.tenant, { on, currency: command.price.currency }) : null
  const gold: GoldFacts = { reference, sameSerial: [], newTag: null }
  return { ...context, knownOrganisations: known.map((one) => one.id), gold }
}

/** The newest price of that day or before, in the same currency. */
async function referenceOn(
  tx: Tx,
  tenant: string,
  asked: { readonly on: string; readonly currency: string },
): Promise<GoldFacts['reference']> {
  const [row] = await listPrices(tx, tenant, { ...asked, limit: 1 })
  if (row === undefined) return null
  const { kind, pricedOn, hundredthsPerFineGram, source } = mustParse(PriceShown, row)
  return { kind, pricedOn, hundredthsPerFineGram, source }
}

export async function reopeningFacts(asking: Asking, lot: string, command: ReopenCommand): Promise<LotContext> {
  const { tx, tenant, moment } = asking
  const context = await lotFacts(
    asking,
    lot,
    command.witnesses.map((one) => one.organisation),
  )
  if (command.newSerial === undefined) return context
  const tag = normaliseTag(command.newSerial)
  const usedOn = command.reopenedOn ?? dayOf(moment.happenedAt)
  const found = await findTag(tx, tenant, { tag, issuer: null, site: null, usedOn, account: moment.actor.account })
  const same = (await listLotsByTag(tx, tenant, tag)).filter((one) => one.id !== lot)
  return {
    ...context,
    gold: { reference: null, sameSerial: same.map((one) => ({ lot: mustParse(LotId, one.id) })), newTag: found?.record ?? null },
  }
}

export const shipmentFacts = (asking: Asking, lot: string, command: ShipCommand): Promise<LotContext> =>
  combinationFacts(asking, command, lot)

const Known = looseRecord({ lot: text(), form: orNull(GoldForm), finenessTenthsPerMille: orNull(count()) })
export async function meltFacts(asking: Asking, command: MeltCommand, outputIds: readonly LotId[]): Promise<MeltContext> {
  const { tx, tenant, moment } = asking
  const ids = command.inputs.map((one) => one.lot)
  const known = (await listGoldOf(tx, tenant, ids)).map((row) => mustParse(Known, row))
  const inputs = (await inputFacts(tx, tenant, ids)).map((one): GoldInput => {
    const gold = known.find((row) => row.lot === one.lot)
    return { ...one, form: gold?.form ?? null, finenessTenthsPerMille: gold?.finenessTenthsPerMille ?? null }
  })
  const taken: string[] = []
  for (const { serial } of command.outputs) if ((await findLotIdByNumber(tx, tenant, serial.trim())) !== null) taken.push(serial.trim())
  return {
    ...{ happenedOn: dayOf(moment.happenedAt), today: moment.today, organisation: moment.actor.organisation },
    ...{ inputs, outputIds, numberTaken: await isMeltNumberTaken(tx, tenant, command.number), takenSerial: taken[0] ?? null },
  }
}
