/* A session before the telephone is open: at enrolment, and to make its lease run anew. */
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import type { DeviceSigner, Holder } from './phone.ts'
import { type SessionBegun, openSession } from './session.ts'
import { SyncTrouble, fetchWire } from './session-wire.ts'
import type { Contact } from './vault.ts'

export async function beginSession(device: string, signer: DeviceSigner): Promise<SessionBegun> {
  const heard: SessionBegun[] = []
  const session = openSession({
    holder: { device },
    signer,
    wire: fetchWire,
    // The clock of the telephone is read when its part is open; here nothing is dated.
    clock: {
      trip: () => () => undefined,
      now: () => new Date().toISOString(),
      offsetSeconds: () => null,
      signals: () => [],
      save: async () => undefined,
    },
    began: async (begun) => void heard.push(begun),
  })
  await session.ensure()
  const [begun] = heard
  if (begun === undefined) throw new SyncTrouble('fault')
  return begun
}

/** A part whose lease is over opens only after its server was spoken with. */
export async function renewLease(holder: Pick<Holder, 'device'>, signer: DeviceSigner): Promise<Outcome<Contact>> {
  try {
    const { serverTime, policy, rescueKey } = await beginSession(holder.device, signer)
    return policy === null ? refused('fault') : accepted({ serverTime, policy, ...(rescueKey === null ? {} : { rescueKey }) })
  } catch (error) {
    return refused(error instanceof SyncTrouble ? error.code : 'fault')
  }
}
