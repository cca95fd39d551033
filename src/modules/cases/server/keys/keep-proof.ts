/*
At the end of a file by the schedule, what proves consent is laid apart for its year: the sealed words of the evidence vault as they are, what was agreed in
codes sealed here to the same vault, and the shares of its key that three custodians hold. Nothing of it says whose it was; what names the case lies inside
the ciphertext. Where no custodians hold shares nobody could ever open it, and nothing is kept.
*/
import { randomBytes } from 'node:crypto'
import { Encrypter } from 'age-encryption'
import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import { uuidV7 } from '../../../../kernel/ids.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { VaultKey } from '../../contract-vault.ts'
import { publicHalves } from '../../domain/access/public-halves.ts'
import { CUSTODIANS } from '../../domain/keys/custodians.ts'
import type { FileEvent } from '../../domain/file/file-words.ts'
import { type ProofPart, proofParts } from '../../domain/retention/proof-parts.ts'
import { type KeptShare, evidenceShares, insertProof, proofDueOn } from './store-proofs.ts'

interface Ended {
  readonly case: string
  readonly organisation: string | null
  readonly events: readonly FileEvent[]
}
/** Needs the scope `record`, while the shares still lie there. */
export async function keepProof(tx: Tx, tenant: string, { case: of, organisation, events }: Ended): Promise<void> {
  const due = await proofDueOn(tx, tenant, of)
  if (due === null || organisation === null) return
  const all = await evidenceShares(tx, tenant, of)
  const halves = publicHalves(events).filter(
    ({ vault, generation }) => vault === 'evidence' && all.filter((one) => one.generation === generation).length === CUSTODIANS,
  )
  for (const part of proofParts(events, organisation)) {
    const keys = halves.filter(({ generation }) => part.generations.includes(generation))
    const sealed = await sealedPart(of, { ...part, keys, all })
    if (sealed !== null) await insertProof(tx, tenant, { proof: drawn(), organisation: part.organisation, due: monthAfter(due), sealed })
  }
}

interface Openable extends ProofPart {
  readonly keys: readonly VaultKey[]
  readonly all: readonly KeptShare[]
}
async function sealedPart(of: string, { events, keys, all }: Openable): Promise<object | null> {
  const newest = keys.at(-1)
  if (newest === undefined) return null
  const isOpenable = (generation: number): boolean => keys.some((one) => one.generation === generation)
  const words = events.flatMap(({ event }) =>
    event.kind === 'case-text.kept.v1' && event.payload.sealed.vault === 'evidence' && isOpenable(event.payload.sealed.generation)
      ? [event.payload.sealed]
      : [],
  )
  const agreed = events.filter(({ event }) => event.kind.startsWith('consent.'))
  if (agreed.length === 0) return null
  const texts = words.map(({ id, slot, generation, box }) => ({ id, slot, generation, box }))
  for (const { event } of agreed) {
    const id = drawn()
    const box = await sealCoded(newest.publicKey, `chanzo-sealed-text-v1 ${of} evidence evidence ${id}\n`, JSON.stringify(event))
    texts.push({ id, slot: 'evidence', generation: newest.generation, box })
  }
  return {
    keys: keys.map(({ generation, publicKey }) => ({ generation, publicKey })),
    texts,
    shares: all.filter(({ generation }) => isOpenable(generation)),
  }
}
/** Without an hour: it would tell when the file ended. */
const drawn = (): string => uuidV7(0, randomBytes(10))
/** A day would say which file it was. */
const monthAfter = (day: string): string => (day.endsWith('-01') ? day : addMonths(`${addDays(day, 0).slice(0, 8)}01`, 1))

const SIZES = [512, 2048, 8192, 32_768, 65_000]
/** As devices seal a text: label, length, content, zeros. */
async function sealCoded(publicKey: string, label: string, text: string): Promise<string> {
  const content = Buffer.from(text, 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const plain = Buffer.concat([Buffer.from(label, 'utf8'), length, content])
  const size = SIZES.find((one) => plain.length <= one) ?? plain.length
  const encrypter = new Encrypter()
  encrypter.addRecipient(publicKey)
  return Buffer.from(await encrypter.encrypt(Buffer.concat([plain, Buffer.alloc(size - plain.length)]))).toString('base64')
}
