/* Seals a name on this device to chosen readers, after comparing their keys with what this device saw of them before. */
import { newId } from '../../../../app/api.ts'
import { deviceKeep } from '../../../../app/device.ts'
import { colleaguesOf } from '../../../../app/sealing/colleagues.ts'
import { sealName } from '../../../../app/sealing/sealed-name.ts'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import type { KeyHolderShown } from '../../../cases/contract-keys.ts'
import type { NameReader } from '../../contract-names.ts'

export interface SealedHere {
  readonly id: string
  readonly readers: readonly NameReader[]
  readonly box: string
}
/** Refuses with `colleague-key-changed`, `name-empty`, `name-too-long`. */
export async function sealNameHere(asked: {
  readonly account: string
  readonly name: string
  readonly readers: readonly KeyHolderShown[]
  /** Of a name that is sealed anew. */
  readonly id?: string
}): Promise<Outcome<SealedHere>> {
  const { account, name, readers, id = newId() } = asked
  const trusted = await colleaguesOf(account, deviceKeep()).admit(readers)
  if (!trusted.ok) return trusted
  const box = await sealName(
    id,
    name,
    trusted.value.map((one) => one.publicKey),
  )
  if (!box.ok) return box
  return accepted({ id, readers: trusted.value.map((one) => ({ account: one.account, key: one.key })), box: box.value })
}
