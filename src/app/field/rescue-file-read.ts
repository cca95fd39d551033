/*
Reads a rescue file of another telephone with its code. Apart from making one, because it checks what it reads by the contracts, and that
needs a library that a telephone otherwise does not load.
*/
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { base64, decimal, maybe, parse, record, text } from '../../kernel/schema.ts'
import { DevicePolicy, RescueHeader } from '../../modules/field/contract.ts'
import type { LeaseClock } from '../../modules/field/domain/lease.ts'
import { codeBytes } from '../../modules/field/domain/rescue-code.ts'
import { type OpenRow, type RescueRow, boundTo, derivedFor, openRows, readLayout } from '../../modules/field/domain/rescue-file.ts'
import { type Profile, readProfile } from './holders.ts'
import { type Bytes, type RescueKey, fromBase64, hkdf, joined, open, rescueCrypto, sealingKey, toUtf8 } from './keys.ts'

export interface ReadRescue {
  readonly device: string
  readonly madeAt: string
  readonly dataKey: Bytes
  readonly profile: Profile
  readonly tag: string
  readonly policy: DevicePolicy
  readonly rescueKey: RescueKey
  readonly lease: LeaseClock | null
  readonly forServer: RescueHeader['forServer']
  /** As they lie in the file: those that open and go on on another phone. */
  readonly sealed: readonly RescueRow[]
  readonly rows: readonly OpenRow[]
  /** Changed, swapped or damaged. */
  readonly unreadable: number
  /** The file ends before all rows were there. */
  readonly isCut: boolean
}

/** Reads a file with its code. */
export async function readRescueFile(file: Blob, code: string): Promise<Outcome<ReadRescue>> {
  const layout = readLayout(new Uint8Array(await file.arrayBuffer()))
  if (layout === null) return refused('not-a-rescue-file')
  const header = parse(RescueHeader, layout.header)
  if (!header.ok) return refused('not-a-rescue-file')
  const { forCode, device, madeAt, forServer } = header.value
  if (forCode === undefined) return refused('rescue-file-without-code')
  const secret = codeBytes(code)
  if (secret === null) return refused('code-not-complete')
  const key = await sealingKey(await hkdf(secret, fromBase64(forCode.salt), derivedFor.code))
  const said = await open(key, joined(fromBase64(forCode.iv), fromBase64(forCode.sealed)), boundTo.code(device))
  if (said === null) return refused('wrong-code-of-file')
  const told = readForCode(toUtf8(said))
  if (told === null) return refused('not-a-rescue-file')
  const sealed: RescueRow[] = []
  const rows: OpenRow[] = []
  for (const row of layout.rows) {
    const [opened] = (await openRows([row], told.dataKey, rescueCrypto)).rows
    if (opened === undefined) continue
    // How far the other phone had carried is not gone on from: the answers lie last in the file, and of a cut one they would never be asked again.
    if (opened.box !== 'setting' || opened.key !== 'pull') sealed.push(row)
    rows.push(opened)
  }
  const unreadable = layout.rows.length - rows.length
  return accepted({ ...told, device, madeAt, forServer, sealed, rows, unreadable, isCut: layout.isCut })
}

const ForCodeText = record({
  dataKey: base64(),
  profile: text(2000),
  tag: text(64),
  policy: DevicePolicy,
  rescueKey: record({ id: text(20), publicKey: base64() }),
  /** Goes on on the other phone: a file is no way around it. */
  lease: maybe(record({ contactAt: decimal(), latestAt: decimal() })),
})
function readForCode(said: string) {
  const read = parse(ForCodeText, JSON.parse(said))
  if (!read.ok) return null
  const { dataKey, profile, lease, ...rest } = read.value
  const who = readProfile(profile)
  return who === null ? null : { ...rest, lease: lease ?? null, dataKey: fromBase64(dataKey), profile: who }
}
