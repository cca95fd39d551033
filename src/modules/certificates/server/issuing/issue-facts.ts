/*
What an issue needs beside the lot: the next number and index that nobody has (blocks of offices count as given), the sheets that offices issued for the
lot, and the seal with the key that is in force. Runs under the tenant's head, so a number cannot be given twice.
*/
import { createHash } from 'node:crypto'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { KeyRing } from '../../../../platform/keys/signer.ts'
import { certificateNumber, sequenceOf } from '../../domain/certificate.ts'
import { toHex } from '../../domain/code/bytes.ts'
import { type CertificateFacts, decodeClaims, encodeClaims } from '../../domain/code/claims.ts'
import { decodeCodeText, encodeCodeText } from '../../domain/code/code-text.ts'
import { bytesToSign, kidFromHash } from '../../domain/code/cose.ts'
import type { DossierContext, WaitingSheet } from '../../domain/dossier-state.ts'
import { issuerOf } from '../../domain/issuer.ts'
import { findHighest } from '../store.ts'
import { type SheetRow, findLastOfBlocks, listKeys, listWaitingSheets } from './store-issued.ts'

export const revocationListUrl = (baseUrl: string): string => `${baseUrl.replace(/\/+$/, '')}/api/revocation-list`

interface Asked {
  readonly tx: Tx
  readonly tenant: string
  readonly today: string
}

/** The first number of the year and the first index that nobody has, neither a certificate nor a block. */
export async function freeNumber({ tx, tenant, today }: Asked): Promise<{ prefix: string; from: number; firstIndex: number }> {
  const prefix = `${issuerOf(tenant).country}-${today.slice(0, 4)}-`
  const highest = await findHighest(tx, tenant, prefix)
  const blocks = await findLastOfBlocks(tx, tenant, prefix)
  const number = Math.max(highest.number === null ? 0 : sequenceOf(highest.number), blocks.number ?? 0)
  return { prefix, from: number + 1, firstIndex: Math.max(highest.listIndex ?? -1, blocks.index ?? -1) + 1 }
}

/** The key that signs now. One that the log already named and that was not put in its place yet (a crash between the two) is put there. */
export async function keyInForce(keys: KeyRing, { tx, tenant }: Pick<Asked, 'tx' | 'tenant'>) {
  const known = await listKeys(tx, tenant)
  const named = known.findLast((key) => key.validUntil === null && key.revokedSince === null)
  if (named !== undefined && toHex(keys.signer('certificate').publicKey) !== named.publicKey) keys.promote(named.publicKey)
  const signer = keys.signer('certificate')
  const publicKey = toHex(signer.publicKey)
  const row = known.find((key) => key.publicKey === publicKey)
  return { signer, publicKey, isRetired: row !== undefined && (row.validUntil !== null || row.revokedSince !== null) }
}

/** Grade and origin stand in the signed code alone. */
function waitingOf(sheet: SheetRow): WaitingSheet {
  const message = decodeCodeText(sheet.code)
  const facts = message === null ? null : decodeClaims(message.payload)
  return { ...sheet, grade: facts?.grade ?? '', origin: facts?.origin ?? [] }
}

type IssueFacts = Pick<DossierContext, 'issue' | 'provisional'>
export async function issueFacts(
  { keys, baseUrl }: { readonly keys: KeyRing; readonly baseUrl: string },
  asked: Asked & { readonly lotNumber: string | null },
): Promise<IssueFacts> {
  const { tx, tenant, lotNumber } = asked
  const free = await freeNumber(asked)
  const { signer, publicKey, isRetired } = await keyInForce(keys, asked)
  const sheets = lotNumber === null ? [] : await listWaitingSheets(tx, tenant, lotNumber)
  return {
    provisional: sheets.map(waitingOf),
    issue: {
      number: certificateNumber(issuerOf(tenant).country, free.prefix.slice(3, 7), free.from),
      statusList: { url: revocationListUrl(baseUrl), index: free.firstIndex },
      signedBy: publicKey,
      keyIsRetired: isRetired,
      seal: (facts: CertificateFacts) => {
        const payload = encodeClaims(facts)
        const kid = kidFromHash(createHash('sha256').update(signer.publicKey).digest())
        return encodeCodeText({ kid, payload, signature: signer.sign(bytesToSign(kid, payload)) })
      },
    },
  }
}
