/*
Whether an enrolled device said this, for its own account, about something a telephone may say later. Pure but for the arithmetic of signatures, so that it
runs on any thread; it knows no database and no schema library. What came under one signature stands or falls with it; all else is judged for each command alone.
*/
import { createHash } from 'node:crypto'
import type { Facts } from '../../../../kernel/outcome.ts'
import { verifySignature } from '../../../../platform/keys/signer.ts'
import { MOST_BUNDLED, bundleMessage } from '../../domain/bundle.ts'
import { parcelMessage, readParcelText } from '../../domain/parcel.ts'
import { isTakenPath } from './paths.ts'

/** What came under one signature: a parcel, or a bundle of them. */
export interface Packet {
  /** Null when what was sent has no shape. */
  readonly device: string | null
  readonly parcels: readonly { readonly id: string; readonly text: string }[]
  /** Base64. */
  readonly signature: string
  readonly isBundle: boolean
}
export interface DeviceKey {
  readonly account: string
  /** Raw, base64. */
  readonly publicKey: string
}
export interface Job {
  readonly packet: Packet
  /** Null for a device that was never enrolled. */
  readonly key: DeviceKey | null
}
export interface NotValid {
  readonly code: string
  readonly facts: Facts
}
export interface Said {
  readonly account: string
  readonly path: string
  readonly after: readonly string[]
}
export type Verdict = { readonly said: Said } | { readonly notValid: NotValid }

export const no = (code: string, facts: Facts = {}): Verdict => ({ notValid: { code, facts } })

/** One for each parcel, in their order. */
export function provePacket({ packet, key }: Job): readonly Verdict[] {
  const { device, parcels } = packet
  const read = parcels.map(({ id, text }) => (device === null ? null : wordsOf({ id, device, text })))
  // Asked once for all of them, and only when there is something that it could prove.
  const isSigned = key !== null && read.some((said) => said !== null) && isSignedBy(packet, key)
  return read.map((said) => {
    if (said === null) return no('parcel-not-understood')
    if (key === null) return no('device-not-enrolled')
    if (!isSigned) return no('parcel-signature-not-valid')
    if (said.account !== key.account) return no('parcel-of-another-account')
    if (!isTakenPath(said.path)) return no('parcel-path-not-taken', { path: said.path.replaceAll(/[0-9a-f-]{36}/g, '…') })
    return { said }
  })
}

function isSignedBy(packet: Packet, key: DeviceKey): boolean {
  const message = signedMessage(packet)
  if (message === null) return false
  return verifySignature(Buffer.from(key.publicKey, 'base64'), Buffer.from(message, 'utf8'), Buffer.from(packet.signature, 'base64'))
}

/** Null for a bundle that is too long. */
export function signedMessage({ device, parcels, isBundle }: Pick<Packet, 'device' | 'parcels' | 'isBundle'>): string | null {
  const [first] = parcels
  if (device === null || first === undefined || parcels.length > MOST_BUNDLED) return null
  return isBundle
    ? bundleMessage(
        device,
        parcels.map(({ text }) => sha256(text)),
      )
    : parcelMessage(first.text)
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

function wordsOf({ id, device, text }: { readonly id: string; readonly device: string; readonly text: string }): Said | null {
  try {
    const said = readParcelText(text)
    if (said === null || said.id !== id || said.device !== device || said.after.some((one) => one === id)) return null
    const { account, path, after } = said
    return { account, path, after }
  } catch {
    // Half a character somewhere in it: no two programs print that alike.
    return null
  }
}
