/* The register of offices and of what stands after a theft, made and signed at the moment it is asked for, as the other two lists. */
import { createHash } from 'node:crypto'
import { todayAt } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { KeyRing } from '../../../../platform/keys/signer.ts'
import { type IssueRegister, type TrustedOffice, type UnsignedIssueRegister, rememberedFrom } from '../../domain/issue-register.ts'
import { issuerOf } from '../../domain/issuer.ts'
import { documentBytes, withSignature } from '../../domain/signed-document.ts'
import { type BlockRow, listBlocks, listKeys, listRememberedSheets, listStandingCodes } from './store-issued.ts'

interface Asked {
  readonly tenant: string
  readonly now: string
  readonly keys: KeyRing
}
export async function issueRegisterOf(tx: Tx, { tenant, now, keys }: Asked): Promise<IssueRegister> {
  const today = todayAt(now)
  const all = await listBlocks(tx, tenant)
  const blocks = all.filter((block) => endOf(block) >= rememberedFrom(today))
  const sheets = await listRememberedSheets(tx, tenant, rememberedFrom(today))
  const standing: UnsignedIssueRegister['standing'] = []
  for (const key of await listKeys(tx, tenant)) {
    if (key.revokedSince === null) continue
    const codes = await listStandingCodes(tx, tenant, { publicKey: key.publicKey, before: key.revokedSince, today })
    standing.push({ publicKey: key.publicKey, codes: codes.map(({ code }) => sha256(code)) })
  }
  const lost = lostKeys(all)
  for (const [publicKey, on] of lost) {
    const ofKey = new Set(blocks.filter((one) => one.publicKey === publicKey).map((one) => one.id))
    const known = sheets.filter((sheet) => ofKey.has(sheet.block) && todayAt(sheet.arrivedAt) < on)
    if (known.length > 0) standing.push({ publicKey, codes: known.map((sheet) => sheet.codeHash) })
  }
  const unsigned: UnsignedIssueRegister = {
    kind: 'asm1-issue-register',
    issuer: issuerOf(tenant).id,
    asOf: today,
    offices: blocks.map((block) => officeOf(block, lost.get(block.publicKey) ?? null)),
    standing,
    confirmed: [...new Set(sheets.flatMap((sheet) => (sheet.confirmedOn === null ? [] : [sheet.listIndex])))],
  }
  return withSignature(unsigned, keys.signer('trust').sign(documentBytes(unsigned)))
}

/** A telephone may hold several blocks: lost is the key, not the block, from the first day on and for as long as any block of it is listed. */
export function lostKeys(blocks: readonly Pick<BlockRow, 'publicKey' | 'closedWhy' | 'closedOn'>[]): ReadonlyMap<string, string> {
  const lost = new Map<string, string>()
  for (const { publicKey, closedWhy, closedOn } of blocks) {
    if (closedWhy !== 'lost' || closedOn === null) continue
    const before = lost.get(publicKey)
    lost.set(publicKey, before === undefined || closedOn < before ? closedOn : before)
  }
  return lost
}

const endOf = ({ closedOn, validUntil }: BlockRow): string => (closedOn !== null && closedOn < validUntil ? closedOn : validUntil)

const officeOf = (block: BlockRow, revokedAt: string | null): TrustedOffice => ({
  publicKey: block.publicKey,
  office: block.officeName,
  prefix: block.prefix,
  from: block.from,
  to: block.to,
  firstIndex: block.firstIndex,
  validFrom: block.reservedOn,
  validUntil: endOf(block),
  revokedAt,
})

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
