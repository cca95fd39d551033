/*
The session of a device with its server: a challenge signed by the device's key gives a token that lives in memory only. When it has expired in
the middle of something, a new one is asked for and the work goes on. A device that was removed is told so, and stays told.
*/
import type { DevicePolicy, DeviceSession } from '../../modules/field/contract.ts'
import type { DeviceSigner, Holder } from './phone.ts'
import type { PhoneClock } from './session-clock.ts'
import { type Heard, SyncTrouble, type Told, type Wire, heardOf, isOk, isRecord, refusalIn } from './session-wire.ts'

export interface SessionParts {
  readonly holder: Pick<Holder, 'device'>
  readonly signer: DeviceSigner
  readonly wire: Wire
  readonly clock: PhoneClock
  /** Every new session: its policy and rescue key are kept by the vault. */
  readonly began?: (session: SessionBegun) => Promise<void>
  /** The server was reached. */
  readonly reached?: () => void
  /** The server said that this device was removed. */
  readonly removed?: () => void
}
export type SessionBegun = Pick<DeviceSession, 'token' | 'expiresAt' | 'serverTime'> & {
  readonly policy: DevicePolicy | null
  readonly rescueKey: DeviceSession['rescueKey'] | null
}

export interface Session {
  readonly bearer: () => string | null
  /** Opens a session when there is none. Throws `SyncTrouble`. */
  readonly ensure: () => Promise<void>
  /** Forgets the token: the server did not know it any more. */
  readonly forget: () => void
  /** As the device. Throws `SyncTrouble` when the server is not reached or lets the device in no more; else any status. */
  readonly ask: (told: Pick<Told, 'method' | 'path'> & Partial<Told>) => Promise<Heard>
  /** JSON in, JSON out; a refusal is thrown as `SyncTrouble` with its code. */
  readonly post: (path: string, body: unknown) => Promise<unknown>
}

/** Refusals after which asking again is useless until somebody acts. */
const OUT = ['device-removed', 'account-closed', 'device-role-withdrawn', 'office-locked-down', 'account-at-rest', 'device-not-enrolled']
/** Then its keys are destroyed as well: the telephone, or the whole office, may be in other hands. */
const WIPES = ['device-removed', 'office-locked-down']
const JSON_KIND = { 'content-type': 'application/json', accept: 'application/json' }
const DEVICE_SESSION = 'chanzo-device-session-v1'

export function openSession(parts: SessionParts): Session {
  const { holder, signer, wire, clock } = parts
  let token: string | null = null
  let opening: Promise<void> | null = null
  const said = async (told: Told): Promise<Heard> => {
    const arrived = clock.trip()
    const heard = await heardOf(wire, told)
    if (isRecord(heard.body) && typeof heard.body['serverTime'] === 'string') arrived(heard.body['serverTime'])
    parts.reached?.()
    const code = refusalIn(heard.body)?.code
    if (code !== undefined && WIPES.includes(code) && heard.status !== 200) parts.removed?.()
    if (code !== undefined && OUT.includes(code) && heard.status !== 200) throw new SyncTrouble(code)
    return heard
  }
  const asked = async (path: string, body: unknown): Promise<{ readonly [name: string]: unknown }> => {
    const heard = await said({ method: 'POST', path, headers: JSON_KIND, body: JSON.stringify(body) })
    if (isOk(heard) && isRecord(heard.body)) return heard.body
    throw new SyncTrouble(refusalIn(heard.body)?.code ?? 'fault')
  }
  const open = async (): Promise<void> => {
    const { device } = holder
    const { nonce } = await asked(`/api/devices/${device}/challenges`, {})
    const signature = base64(signer.sign(`${DEVICE_SESSION}\n${device}\n${String(nonce)}`))
    const begun = await asked('/api/device-sessions', { device, nonce, signature })
    const session = readSession(begun)
    token = session.token
    await parts.began?.(session)
  }
  const ensure = async (): Promise<void> => {
    if (token === null) await (opening ??= open().finally(() => (opening = null)))
  }
  const ask: Session['ask'] = async ({ headers = {}, body = null, ...told }) => {
    for (let turn = 0; ; turn++) {
      await ensure()
      const used = token
      const heard = await said({ ...told, body, headers: { ...headers, authorization: `Bearer ${used ?? ''}` } })
      if (heard.status !== 401) return heard
      if (token === used) token = null
      if (turn > 0) throw new SyncTrouble(refusalIn(heard.body)?.code ?? 'fault')
    }
  }
  return {
    bearer: () => (token === null ? null : `Bearer ${token}`),
    ensure,
    forget: () => void (token = null),
    ask,
    post: async (path, body) => {
      const heard = await ask({ method: 'POST', path, headers: JSON_KIND, body: JSON.stringify(body) })
      if (isOk(heard)) return heard.body
      throw new SyncTrouble(refusalIn(heard.body)?.code ?? 'fault')
    },
  }
}

function readSession(begun: { readonly [name: string]: unknown }): SessionBegun {
  const { token, expiresAt, serverTime, policy, rescueKey } = begun
  if (typeof token !== 'string') throw new SyncTrouble('fault')
  return {
    token,
    expiresAt: String(expiresAt),
    serverTime: String(serverTime),
    policy: isPolicy(policy) ? policy : null,
    rescueKey: isRescueKey(rescueKey) ? rescueKey : null,
  }
}
const isPolicy = (value: unknown): value is DevicePolicy =>
  isRecord(value) && ['idleMinutes', 'pinTries', 'wipeTries', 'leaseDays'].every((name) => typeof value[name] === 'number')
const isRescueKey = (value: unknown): value is DeviceSession['rescueKey'] =>
  isRecord(value) && typeof value['id'] === 'string' && typeof value['publicKey'] === 'string'

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
