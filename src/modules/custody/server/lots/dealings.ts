/* What a reader gets back of the acts beside a lot: rows checked by the contract, organisations by their names. A reader sees what the lot's sight allows. */
import { listOf, mustParse, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { OrganisationId } from '../../../people/contract.ts'
import type { LotId } from '../../contract.ts'
import {
  LotDealings,
  type ProcessingId,
  ProcessingShown,
  type PurchaseId,
  PurchaseShown,
  ReceiptAwaited,
  type SignaturesAwaited,
  TransferShown,
} from '../../contract-lots.ts'
import type { CustodyDoors } from '../doors.ts'
import * as rows from './store-act-reads.ts'
import { type Sight, isLotSeen } from './store-sight.ts'

interface Around {
  readonly tenant: string
  readonly doors: CustodyDoors
  readonly sight: Sight
}
const PurchaseRow = PurchaseShown.omit({ sellerName: true, buyerName: true })
const ProcessingRow = ProcessingShown.omit({ organisationName: true })
const Beside = record({ stays: LotDealings.shape.stays, seizures: LotDealings.shape.seizures, corrections: LotDealings.shape.corrections })

async function namesOf(tx: Tx, { tenant, doors }: Around, asked: readonly (OrganisationId | null)[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(asked.filter((one) => one !== null))]
  const found = ids.length === 0 ? [] : await doors.people.organisations(tx, ids, tenant)
  return new Map(found.map((one) => [one.id, one.name]))
}

type Asked = rows.PurchaseAsked
async function readPurchases(tx: Tx, around: Around, asked: Asked): Promise<readonly PurchaseShown[]> {
  const found = mustParse(listOf(PurchaseRow), await rows.listPurchases(tx, around.tenant, { ...asked, sight: around.sight, limit: 200 }))
  const names = await namesOf(
    tx,
    around,
    found.flatMap((one) => [one.seller, one.buyer]),
  )
  return found.map((one) => ({ ...one, sellerName: names.get(one.seller) ?? null, buyerName: names.get(one.buyer) ?? null }))
}
async function readProcessings(
  tx: Tx,
  around: Around,
  asked: { readonly of: 'lot' | 'processing'; readonly id: string },
): Promise<readonly ProcessingShown[]> {
  const found = mustParse(listOf(ProcessingRow), await rows.listProcessings(tx, around.tenant, { ...asked, sight: around.sight }))
  const names = await namesOf(
    tx,
    around,
    found.map((one) => one.organisation),
  )
  return found.map((one) => ({ ...one, organisationName: names.get(one.organisation) ?? null }))
}

export const purchasesOf = (tx: Tx, around: Around): Promise<readonly PurchaseShown[]> => readPurchases(tx, around, { of: 'everything' })
const ReceiptRow = ReceiptAwaited.omit({ toName: true })
/** Nothing waits for who acts for no organisation. */
export async function signaturesAwaited(tx: Tx, around: Around, own: string | null): Promise<SignaturesAwaited> {
  if (own === null) return { purchases: [], receipts: [] }
  const purchases = await readPurchases(tx, around, { of: 'awaited', by: own })
  const found = mustParse(listOf(ReceiptRow), await rows.listUnansweredReceipts(tx, around.tenant, own, 200))
  const names = await namesOf(
    tx,
    around,
    found.map((one) => one.to),
  )
  return { purchases: [...purchases], receipts: found.map((one) => ({ ...one, toName: names.get(one.to) ?? null })) }
}
export async function purchaseOf(tx: Tx, around: Around, id: PurchaseId): Promise<PurchaseShown | null> {
  return (await readPurchases(tx, around, { of: 'purchase', id }))[0] ?? null
}
export async function processingOf(tx: Tx, around: Around, id: ProcessingId): Promise<ProcessingShown | null> {
  return (await readProcessings(tx, around, { of: 'processing', id }))[0] ?? null
}

/** `null` when the lot is not known, or not for the reader's eyes. */
export async function dealingsOf(tx: Tx, around: Around, lot: LotId): Promise<LotDealings | null> {
  const { tenant, sight } = around
  if (!(await isLotSeen(tx, tenant, lot, sight))) return null
  const transfers = mustParse(listOf(TransferShown), await rows.listTransferRows(tx, tenant, lot))
  const beside = mustParse(Beside, {
    stays: await rows.listStays(tx, tenant, lot),
    seizures: await rows.listSeizures(tx, tenant, lot),
    corrections: await rows.listCorrections(tx, tenant, lot),
  })
  const names = await namesOf(tx, around, [
    ...transfers.flatMap((one) => [one.from, one.to, one.otherSide]),
    ...beside.stays.map((one) => one.depot),
  ])
  return {
    ...beside,
    transfers,
    purchases: [...(await readPurchases(tx, around, { of: 'lot', id: lot }))],
    processings: [...(await readProcessings(tx, around, { of: 'lot', id: lot }))],
    packing: mustParse(LotDealings.shape.packing, await rows.findPacking(tx, tenant, lot)),
    names: Object.fromEntries(names),
  }
}
