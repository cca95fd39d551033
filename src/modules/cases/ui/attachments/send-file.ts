/*
A sealed file on its way. On a telephone in the field it lies with the photographs, sealed a second time under the PIN, and leaves with the sync. At a desk
it goes in pieces while the page stands; what did not go stays in the browser as ciphertext, under the hash of that ciphertext, and goes on from where the
server stands. What lies there opens with nothing that lies there.
*/
import { ApiTrouble, troubleIn } from '../../../../app/api.ts'
import { deviceFiles, fieldHand } from '../../../../app/device.ts'
import type { Bytes } from '../../../../app/field/keys.ts'

export interface ToSend {
  readonly caseId: string
  readonly attachment: string
  readonly sha256: string
}
type Told = (sent: number, of: number) => void
const PIECE = 262_144
const keyOf = (sha256: string): string => `sealed:${sha256}`
const pathOf = ({ caseId, attachment }: ToSend): string => `/api/cases/${caseId}/files/${attachment}/pieces`

/** Before the steps are sent, so that nothing is known to the case that this device has lost. */
export async function keepToSend(file: ToSend, sealed: Bytes): Promise<void> {
  const hand = fieldHand()
  if (hand !== null) await hand.keepFile(new Blob([sealed], { type: 'application/octet-stream' }), pathOf(file))
  else await deviceFiles().keep(keyOf(file.sha256), sealed)
}
/** The case did not take it. */
export const letGo = (sha256: string): Promise<void> => (fieldHand() === null ? deviceFiles().drop(keyOf(sha256)) : Promise.resolve())
/** Whether what is missing can be sent from here. */
export const isHere = async (sha256: string): Promise<boolean> => fieldHand() === null && (await deviceFiles().read(keyOf(sha256))) !== null

/** Throws `ApiTrouble`; asked again it goes on. On a telephone the sync sends, and this does nothing. */
export async function sendKept(file: ToSend, told: Told): Promise<void> {
  if (fieldHand() !== null) return
  const sealed = await deviceFiles().read(keyOf(file.sha256))
  if (sealed === null) return
  await sendPieces(pathOf(file), sealed, { told, fetch: (path, request) => fetch(path, request), wait })
  await deviceFiles().drop(keyOf(file.sha256))
}

export interface Sending {
  readonly told: Told
  readonly fetch: (path: string, request: RequestInit) => Promise<Response>
  readonly wait: (milliseconds: number) => Promise<void>
}
const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))
const PATIENCE = 4

/** From where the server stands; a line that breaks is waited for a few times, then said. */
export async function sendPieces(path: string, sealed: Bytes, sending: Sending): Promise<void> {
  let at = await standing(path, sending)
  for (let stalled = 0; at < sealed.length;) {
    sending.told(at, sealed.length)
    const query = new URLSearchParams({ offset: String(at), of: String(sealed.length), type: 'application/octet-stream' })
    const said = await once(`${path}?${query.toString()}`, { method: 'PUT', body: sealed.slice(at, at + PIECE) }, sending).catch(
      async (error: unknown) => {
        if (!(error instanceof ApiTrouble) || error.trouble.kind !== 'offline' || stalled >= PATIENCE) throw error
        await sending.wait(1000 * 2 ** stalled)
        return null
      },
    )
    stalled = said !== null && said > at ? 0 : stalled + 1
    if (stalled > PATIENCE) throw new ApiTrouble({ kind: 'offline', refusal: null, faults: [], faultId: null })
    at = said ?? at
  }
  sending.told(sealed.length, sealed.length)
}
const standing = (path: string, sending: Sending): Promise<number> => once(path, { method: 'GET' }, sending)
async function once(path: string, request: RequestInit, sending: Sending): Promise<number> {
  const headers = { accept: 'application/json', ...(request.body ? { 'content-type': 'application/octet-stream' } : {}) }
  const response = await sending.fetch(path, { ...request, headers, cache: 'no-store' }).catch(() => {
    throw new ApiTrouble({ kind: 'offline', refusal: null, faults: [], faultId: null })
  })
  if (!response.ok) throw await troubleIn(response)
  const said: unknown = await response.json()
  const received: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'received') : null
  return typeof received === 'number' ? received : 0
}
