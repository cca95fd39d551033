/* What a step that offers, takes or ends the handing over of a case needs beside the decision: which wraps fit the keys that people have now, and what becomes of them with the step. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { VaultWrap } from '../../contract-vault.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import type { HandedKey } from '../../domain/handover/handover.ts'
import { currentKeys } from '../keys/store-keys.ts'
import type { Told } from '../record/records.ts'
import { adoptWraps, dropHandoverWraps, handoverWraps, keepHandoverWraps } from './store-handovers.ts'

export const takersIn = (all: readonly OneCommand[]): readonly string[] =>
  all.flatMap((one) => (one.about === 'handover' && one.ask.step === 'offer' ? one.ask.takers : []))
/** Wraps come with an offer alone, to nobody but its takers, and of no vault that it does not name. */
export function handedFault(all: readonly OneCommand[], handed: readonly VaultWrap[] = []): string | null {
  const offers = all.flatMap((one) => (one.about === 'handover' && one.ask.step === 'offer' ? [one.ask] : []))
  if (offers.length > 1) return 'handover-already-offered'
  const [offer] = offers
  const isAsked = (wrap: VaultWrap): boolean =>
    offer !== undefined &&
    offer.takers.includes(wrap.reader) &&
    offer.keys.some((key) => key.vault === wrap.vault && wrap.generation <= key.generation)
  return handed.every(isAsked) ? null : 'wrap-for-nobody-who-joins'
}

export async function handedIn(
  tx: Tx,
  tenant: string,
  asked: { readonly all: readonly OneCommand[]; readonly handed: readonly VaultWrap[] | undefined; readonly account: string },
): Promise<readonly HandedKey[]> {
  const taken = asked.all.flatMap((one) => (one.about === 'handover' && one.ask.step === 'accept' ? [one.ask.handover] : []))
  const lying = (await Promise.all(taken.map((handover) => handoverWraps(tx, tenant, { handover, reader: asked.account })))).flat()
  const wraps = [...(asked.handed ?? []), ...lying]
  if (wraps.length === 0) return []
  const current = await currentKeys(tx, tenant, [...new Set(wraps.map((one) => one.reader.toString()))])
  return wraps.filter((wrap) => current.some((key) => key.account === wrap.reader && key.key === wrap.key))
}

export async function besideHandover(
  tx: Tx,
  tenant: string,
  { case: of, told, handed = [] }: { readonly case: string; readonly told: Told; readonly handed?: readonly VaultWrap[] | undefined },
): Promise<void> {
  for (const { event } of told.events) {
    if (event.kind === 'case-handover.offered.v1') {
      const { handover, by, at } = event.payload
      await keepHandoverWraps(tx, tenant, { handover, case: of, wraps: handed, by, at })
    }
    if (event.kind === 'case-handover.accepted.v1')
      await adoptWraps(tx, tenant, { handover: event.payload.handover, reader: event.payload.by, case: of })
    if (event.kind === 'case-handover.accepted.v1' || event.kind === 'case-handover.ended.v1') await dropHandoverWraps(tx, tenant, of)
  }
  if (told.isForgotten) await dropHandoverWraps(tx, tenant, of)
}
