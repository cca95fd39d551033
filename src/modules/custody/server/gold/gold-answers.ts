/* What a reader gets back of gold: rows checked by the contract, organisations by their names. */
import { type Infer, listOf, looseRecord, mustParse, orNull } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { DocumentRef } from '../../../documents/contract.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import type { LotId } from '../../contract.ts'
import { FinenessMethod, GoldDetail, GoldForm, type GoldRow, MeltId, MeltShown, ReopeningShown, SachetShown } from '../../contract-gold.ts'
import { fineOf } from '../../domain/gold/worth.ts'
import type { CustodyDoors } from '../doors.ts'
import { summariesOf } from '../lots/lot-answers.ts'
import { readLot } from '../lots/lot-shapes.ts'
import { type Sight, isLotSeen } from '../lots/store-sight.ts'
import * as rows from './store-gold-reads.ts'

interface Around {
  readonly tenant: string
  readonly doors: CustodyDoors
  readonly sight: Sight
}
const Kept = looseRecord({
  finenessMethod: FinenessMethod,
  uncertaintyTenthsPerMille: GoldDetail.shape.uncertaintyTenthsPerMille,
  form: orNull(GoldForm),
  photo: orNull(DocumentRef),
  melt: orNull(MeltId),
})
const Sachet = SachetShown.omit({ cooperativeName: true, buyerName: true, hasPhoto: true })
const Reopening = ReopeningShown.extend({ witnesses: listOf(ReopeningShown.shape.witnesses.element.omit({ name: true })) })
const Melt = MeltShown.omit({ organisationName: true })

/** Gold in milligrams, newest first. */
export async function goldRows(
  tx: Tx,
  around: Around,
  asked: { readonly ids?: readonly string[]; readonly limit: number },
): Promise<readonly GoldRow[]> {
  const found = await rows.listGoldLots(tx, around.tenant, { ...asked, sight: around.sight })
  const summaries = await summariesOf(tx, around, found.map(readLot))
  return found.flatMap((row, at) => {
    const lot = summaries[at]
    if (!lot) return []
    const { finenessTenthsPerMille } = row
    const fineMilligrams = finenessTenthsPerMille === null ? null : fineOf(lot.massMilligrams ?? 0, finenessTenthsPerMille)
    const form = mustParse(orNull(GoldForm), row.form)
    return [{ lot, finenessTenthsPerMille, fineMilligrams, form, isOpen: row.isOpen }]
  })
}

/** `null` when the lot is not known, not for the reader's eyes, or no gold in milligrams. */
export async function goldDetail(tx: Tx, around: Around, lot: LotId): Promise<GoldDetail | null> {
  const { tenant } = around
  const [gold] = await goldRows(tx, around, { ids: [lot], limit: 1 })
  if (!gold) return null
  const raw = await rows.findGold(tx, tenant, lot)
  const kept = raw === null ? null : mustParse(Kept, raw)
  const sachet = kept === null || kept.form === null ? null : mustParse(Sachet, only(raw, Sachet.shape))
  const reopenings = mustParse(listOf(Reopening), await rows.listReopenings(tx, tenant, lot))
  const melted = await rows.findMeltOf(tx, tenant, lot)
  const melt = melted === null ? null : mustParse(Melt, melted)
  const isSeen = melt !== null && (await isLotSeen(tx, tenant, melt.outputs[0]?.lot ?? lot, around.sight))
  const name = await namesOf(tx, around, [
    ...(sachet ? [sachet.buyer, sachet.cooperative] : []),
    ...reopenings.flatMap((one) => one.witnesses.map((witness) => witness.organisation)),
    melt?.organisation ?? null,
  ])
  return {
    gold,
    finenessMethod: kept?.finenessMethod ?? null,
    uncertaintyTenthsPerMille: kept?.uncertaintyTenthsPerMille ?? null,
    sachet: sachet && {
      ...sachet,
      buyerName: name(sachet.buyer),
      cooperativeName: name(sachet.cooperative),
      hasPhoto: kept?.photo !== null,
    },
    reopenings: reopenings.map((one) => ({ ...one, witnesses: one.witnesses.map((seen) => ({ ...seen, name: name(seen.organisation) })) })),
    melt: melt && isSeen ? { ...melt, organisationName: name(melt.organisation) } : null,
  }
}

/** The photograph of a sachet that the reader may see. */
export async function photoOf(tx: Tx, { tenant, sight }: Around, lot: LotId): Promise<Infer<typeof DocumentRef> | null> {
  if (!(await isLotSeen(tx, tenant, lot, sight))) return null
  const raw = await rows.findGold(tx, tenant, lot)
  return raw === null ? null : mustParse(Kept, raw).photo
}

async function namesOf(tx: Tx, { tenant, doors }: Around, asked: readonly (OrganisationId | null)[]) {
  const ids = [...new Set(asked.filter((one) => one !== null))]
  const found = ids.length === 0 ? [] : await doors.people.organisations(tx, ids, tenant)
  const names = new Map<string, string>(found.map((one) => [one.id, one.name]))
  return (id: OrganisationId | null): string | null => (id === null ? null : (names.get(id) ?? null))
}
const only = (row: unknown, shape: object): unknown =>
  typeof row === 'object' && row !== null ? Object.fromEntries(Object.entries(row).filter(([key]) => key in shape)) : row
