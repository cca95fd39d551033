import { ed25519 } from '@noble/curves/ed25519.js'
import { expect, test } from 'vitest'
import { PIN, code, enrolled, value } from '../../../test/enrolled-phone.ts'
import { testPhone } from '../../../test/phone-parts.ts'
import { toHex } from '../../modules/certificates/domain/code/bytes.ts'
import { type CertificateFacts, decodeClaims } from '../../modules/certificates/domain/code/claims.ts'
import { decodeCodeText } from '../../modules/certificates/domain/code/code-text.ts'
import { bytesToSign } from '../../modules/certificates/domain/code/cose.ts'
import { vaultsOn } from './vault-doors.ts'

const facts: CertificateFacts = {
  ...{ issuer: 'CD-CEEC', number: 'CD-2026-000101', issuedOn: '2026-11-22', expiresOn: '2026-12-01', exporter: 'Comptoir Kivu' },
  ...{ lotNumber: 'EXP-1', massGrams: 84_100, grade: '65,4 % WO3', mineral: '2611.00.00', origin: ['CD'], sites: [], siteCount: 0 },
  ...{ tagCount: 2, statusList: { url: 'https://chanzo.example/api/revocation-list', index: 7 }, provisional: true },
}
async function opened() {
  const phone = testPhone()
  const { vaults, seat, devicePrivateKey } = await enrolled(phone)
  const vault = value(await vaults.unlock(seat, PIN))
  return { vault, own: ed25519.getPublicKey(devicePrivateKey) }
}

test('the vault signs the code of a provisional certificate with the key of the device', async () => {
  const { vault, own } = await opened()
  const message = decodeCodeText(value(await vault.sealProvisional({ facts, publicKey: toHex(own) })))
  if (message === null) throw new Error('no code')
  expect(decodeClaims(message.payload)).toEqual(facts)
  expect(ed25519.verify(message.signature, bytesToSign(message.kid, message.payload), own)).toBe(true)
})

test('it signs no final certificate, none of a block of another telephone, and nothing that a parcel or a session could begin with', async () => {
  const { vault, own } = await opened()
  const { provisional: _provisional, ...final } = facts
  expect(code(await vault.sealProvisional({ facts: final, publicKey: toHex(own) }))).toBe('only-provisional-here')
  expect(code(await vault.sealProvisional({ facts, publicKey: 'ab'.repeat(32) }))).toBe('block-of-another-telephone')
  // What is signed for a certificate is no text, so what is signed as text can never be taken for one.
  const signed = bytesToSign(new Uint8Array(8), new Uint8Array(0))
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(signed)).toThrow()
})

test('a locked part signs nothing', async () => {
  const { vault, own } = await opened()
  await vault.close()
  await expect(vault.sealProvisional({ facts, publicKey: toHex(own) })).rejects.toThrow('locked')
})

test('a part that came from a rescue file says so, and the telephone that was enrolled does not', async () => {
  const { vault } = await opened()
  expect(vault.restoredAt).toBeNull()
  const made = value(await vault.rescueFile({ pin: PIN }))
  const other = testPhone()
  other.clock.now += 60_000
  const vaults = vaultsOn(other.parts())
  value(await vaults.restoreFrom(made.file, made.code ?? '', '830274'))
  expect(value(await vaults.unlock(1, '830274')).restoredAt).toBe(other.clock.now)
})
