/*
How a person comes onto this telephone: what an officer's code would make of it, the device's own key, the enrolment taken with it, and the first
session, which gives the rules and the server's rescue key. The secret never leaves the part of an address that browsers keep to themselves.
It refuses to keep anything: that is the vault's.
*/
import { ed25519 } from '@noble/curves/ed25519.js'
import { readEnrolmentText } from '../../modules/people/domain/device.ts'
import { command, newId, post } from '../api.ts'
import type { Bytes } from './keys.ts'
import type { DeviceSigner, Holder } from './phone.ts'
import { beginSession } from './begin-session.ts'
import { SyncTrouble } from './session-wire.ts'
import type { Enrolment } from './vault.ts'

export interface EnrolmentCode {
  readonly server: string
  readonly secret: string
}
/** Out of a scanned code, a pasted text or the address itself. */
export function codeIn(text: string): EnrolmentCode | null {
  const found = readEnrolmentText(text)
  return found === null ? null : { server: found.url, secret: found.secret }
}
/** This app speaks with the server it came from, and with no other. */
export const isOfThisServer = ({ server }: EnrolmentCode): boolean => URL.canParse(server) && new URL(server).origin === location.origin

export interface EnrolmentPreview {
  readonly role: string
  readonly organisation: string | null
  readonly territory: 'everywhere' | readonly string[]
  readonly language: 'fr' | 'en'
  readonly expiresAt: string
}
export interface Previewed {
  readonly preview: EnrolmentPreview
  /** Device clock minus server clock. */
  readonly clockOffsetSeconds: number
}
export async function previewEnrolment({ secret }: EnrolmentCode): Promise<Previewed> {
  const preview = await post<EnrolmentPreview>('/api/enrolments/preview', { secret })
  // Past the hand and the service worker, which may give an older answer.
  const about = await fetch('/api/about?clock', { method: 'HEAD', cache: 'no-store' })
  const said = Date.parse(about.headers.get('date') ?? '')
  return { preview, clockOffsetSeconds: Number.isNaN(said) ? 0 : Math.round((Date.now() - said) / 1000) }
}

/** What one attempt makes and every repetition of it uses again, so that a lost answer costs no second code. */
export interface DeviceMade {
  readonly device: string
  readonly privateKey: Bytes
}
export const newDevice = (): DeviceMade => ({ device: newId(), privateKey: new Uint8Array(ed25519.utils.randomSecretKey()) })

/** Takes the enrolment and opens the first session. Throws `ApiTrouble` for a refusal or a lost network; may be repeated with the same `made`. */
export async function takeEnrolment(
  { secret, server }: EnrolmentCode,
  made: DeviceMade,
  { role, language }: Pick<Holder, 'role' | 'language'>,
): Promise<Omit<Enrolment, 'pin'>> {
  const publicKey = base64(ed25519.getPublicKey(made.privateKey))
  await command('/api/devices', { secret, publicKey }, { id: made.device })
  const signer: DeviceSigner = { sign: (text) => ed25519.sign(new TextEncoder().encode(text), made.privateKey) }
  const begun = await beginSession(made.device, signer)
  const me = await fetch('/api/me', { headers: { authorization: `Bearer ${begun.token}` }, credentials: 'omit', cache: 'no-store' })
  const said: unknown = await me.json()
  const account = typeof said === 'object' && said !== null && 'account' in said ? said.account : null
  if (typeof account !== 'string' || begun.policy === null || begun.rescueKey === null) throw new SyncTrouble('fault')
  const holder = { device: made.device, account, role, server: new URL(server).origin, language }
  return { holder, devicePrivateKey: made.privateKey, policy: begun.policy, rescueKey: begun.rescueKey }
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
