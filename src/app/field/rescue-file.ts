/*
Makes rescue files on a telephone (docs/spec/rescue-file.md). From a locked phone the file opens only on the server; with the PIN it also opens
with a code that is shown once, for another telephone. What is most precious stands first, in case a copy is cut short.
*/
import { codeText } from '../../modules/field/domain/rescue-code.ts'
import { RESCUE_FORMAT, boundTo, derivedFor, headLine, rowParts } from '../../modules/field/domain/rescue-file.ts'
import { type Profile, type SeatRow, profileText } from './holders.ts'
import { type Bytes, chance, fromUtf8, hkdf, seal, sealingKey, toBase64 } from './keys.ts'
import { type PhoneDatabase, boxes, rowsAsTheyLie } from './sealed-dexie.ts'

export interface RescueFileMade {
  readonly file: Blob
  /** Names the device's number and the day, never a person. */
  readonly name: string
  /** To be shown once, and written down apart from the file. */
  readonly code: string | null
}
/** What goes along for another phone. */
export interface ForCode {
  readonly dataKey: Bytes
  readonly profile: Profile
}
/** Bytes are handed to the browser in parts of this size, so that a phone of 2 GB need not hold all photographs at once. */
const PART_BYTES = 4_000_000

export async function makeRescueFile(
  database: PhoneDatabase,
  { seat, madeAt }: { readonly seat: SeatRow; readonly madeAt: string },
  forCode: ForCode | null,
): Promise<RescueFileMade> {
  const parts: Blob[] = []
  let pending: Bytes[] = []
  let pendingBytes = 0
  let rows = 0
  const handOver = () => {
    parts.push(new Blob(pending))
    pending = []
    pendingBytes = 0
  }
  // What the server said is of use to another phone; the server itself has it. What a person said goes into no file that the server opens.
  for (const box of boxes.filter((one) => one !== 'person' && (one !== 'answer' || forCode !== null))) {
    for await (const row of rowsAsTheyLie(database, seat.tag, box)) {
      pending.push(...rowParts(row))
      pendingBytes += row.body.length
      rows++
      if (pendingBytes > PART_BYTES) handOver()
    }
  }
  handOver()
  const secret = chance(10)
  const header = {
    format: RESCUE_FORMAT,
    device: seat.device,
    madeAt,
    forServer: seat.forServer,
    ...(forCode === null ? {} : { forCode: await sealForCode(forCode, secret, seat) }),
    rows,
  }
  return {
    file: new Blob([headLine(header), ...parts], { type: 'application/octet-stream' }),
    name: `chanzo-${seat.seat}-${madeAt.slice(0, 10)}.chanzo`,
    code: forCode === null ? null : codeText(secret),
  }
}
async function sealForCode(
  { dataKey, profile }: ForCode,
  secret: Bytes,
  seat: SeatRow,
): Promise<{ readonly salt: string; readonly iv: string; readonly sealed: string }> {
  const salt = chance(16)
  const key = await sealingKey(await hkdf(secret, salt, derivedFor.code))
  const said = {
    dataKey: toBase64(dataKey),
    profile: profileText(profile),
    tag: seat.tag,
    policy: seat.policy,
    rescueKey: seat.rescueKey,
    lease: seat.lease,
  }
  const sealed = await seal(key, fromUtf8(JSON.stringify(said)), boundTo.code(seat.device))
  return { salt: toBase64(salt), iv: toBase64(sealed.slice(0, 12)), sealed: toBase64(sealed.slice(12)) }
}
