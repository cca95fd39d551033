/* What a server does with a data key that was sealed to its rescue key, in the fewest steps: for tests of the telephone. */
import { type ForServer, fromBase64, joined, rescueCrypto } from '../src/app/field/keys.ts'
import { openForServer } from '../src/modules/field/domain/rescue-file.ts'

export async function openAsServer(forServer: ForServer, device: string, privateKey: CryptoKey) {
  const ephemeral = fromBase64(forServer.ephemeral)
  const point = await crypto.subtle.importKey('raw', ephemeral, { name: 'ECDH', namedCurve: 'P-256' }, false, [])
  const secret = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: point }, privateKey, 256))
  const sealed = joined(fromBase64(forServer.iv), fromBase64(forServer.sealed))
  return openForServer({ device, key: forServer.key, ephemeral, secret, sealed }, rescueCrypto)
}
