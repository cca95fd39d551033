/*
The whole file of one person for one other house, made on the device of who accompanies her and sealed there to the public keys of those who receive: what is handed back
is an age file and nothing else leaves this function. It is made only for a consent to the transfer that stands today; whether it does is
known to the case, which says so here, and there is no way round.
*/
import { csvOfRows } from '../../kernel/csv.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { isHtcdsField } from './fields.ts'
import { joinRecord, type SplitRecord } from './split-record.ts'
import { identifiedRows } from './write-rows.ts'

export interface TransferConsent {
  readonly purpose: string
  /** Live: given, not withdrawn, not run out. */
  readonly isLiveYes: boolean
}

/** Refusals: `transfer-needs-consent`, `transfer-key-not-valid`. */
export async function identifiedTransfer(
  { consent, ...parts }: SplitRecord & { readonly consent: TransferConsent },
  publicKeys: readonly string[],
): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  if (consent.purpose !== 'case-transfer' || !consent.isLiveYes) return refused('transfer-needs-consent')
  if (publicKeys.length === 0 || !publicKeys.every((key) => /^age1[0-9a-z]{58}$/.test(key))) return refused('transfer-key-not-valid')
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  try {
    for (const key of publicKeys) encrypter.addRecipient(key)
  } catch {
    return refused('transfer-key-not-valid')
  }
  return accepted(new Uint8Array(await encrypter.encrypt(csvOfRows(identifiedRows([joinRecord(parts)])))))
}

type Values = { readonly [field: string]: readonly string[] }
/** Parts by the names of the standard; what is no field of it stays out. The caller asked the gate for each of them. */
export type SealParts = (
  parts: { readonly identity: Values; readonly coded: Values },
  publicKeys: readonly string[],
) => Promise<Outcome<Uint8Array<ArrayBuffer>>>
export const sealParts: SealParts = ({ identity, coded }, publicKeys) => {
  const known = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([name]) => isHtcdsField(name)))
  return identifiedTransfer(
    { identity: known(identity), coded: known(coded), consent: { purpose: 'case-transfer', isLiveYes: true } },
    publicKeys,
  )
}
