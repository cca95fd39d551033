/*
From a PIN to a key: Argon2id, so that each guess costs memory and time. The cost is kept with the holder, because a later release may ask for more.
The library is WebAssembly and is fetched only on a telephone.
*/
import { argon2id } from 'hash-wasm'
import { type Bytes, fromUtf8 } from './keys.ts'

export interface ArgonCost {
  readonly memoryKibibytes: number
  readonly passes: number
  readonly lanes: number
}
/** 32 MiB and three passes: what a telephone of 2 GB can give without closing the app. */
export const PHONE_COST: ArgonCost = { memoryKibibytes: 32 * 1024, passes: 3, lanes: 1 }

export async function pinKey(pin: string, salt: Bytes, cost: ArgonCost): Promise<Bytes> {
  const key = await argon2id({
    password: fromUtf8(pin.trim().normalize('NFKC')),
    salt,
    iterations: cost.passes,
    parallelism: cost.lanes,
    memorySize: cost.memoryKibibytes,
    hashLength: 32,
    outputType: 'binary',
  })
  return new Uint8Array(key)
}
