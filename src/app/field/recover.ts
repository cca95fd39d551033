/* The data key of a seat whose PIN is forgotten, opened by the server for its owner, who signed in by password just before. */
import { ApiTrouble, post } from '../api.ts'
import { type Bytes, fromBase64 } from './keys.ts'
import { sealedForServer } from './vault.ts'

export async function recoverKey(seat: number): Promise<Bytes> {
  const sealed = await sealedForServer(seat)
  if (sealed === null) throw new ApiTrouble({ kind: 'refused', refusal: { code: 'no-such-seat', facts: {} }, faults: [], faultId: null })
  const { dataKey } = await post<{ readonly dataKey: string }>(`/api/field/devices/${sealed.device}/key-recovery`, {
    forServer: sealed.forServer,
  })
  return fromBase64(dataKey)
}
