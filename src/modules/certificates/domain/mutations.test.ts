import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { decodeBase45, encodeBase45 } from './code/base45.ts'
import { toHex } from './code/bytes.ts'
import { type Cbor, decodeCbor, encodeCbor, isMap } from './code/cbor.ts'
import { type CertificateFacts, encodeClaims } from './code/claims.ts'
import { PREFIX, decodeCodeText, encodeCodeText } from './code/code-text.ts'
import { bytesToSign, kidFromHash } from './code/cose.ts'
import type { IssueRegister } from './issue-register.ts'
import type { RevocationList } from './revocation-list.ts'
import type { VerifyCrypto } from './signed-document.ts'
import type { TrustList } from './trust-list.ts'
import { verifyCode } from './verify.ts'

// A hundred thousand forgeries, offline, by the same function as page, app and command: some twenty seconds of a processor. On a machine so
// busy that a hundred seconds do not suffice it tries what fits; all of them, however long it takes, when CHANZO_MUTATIONS says how many.
const asked = process.env['CHANZO_MUTATIONS']
const WANTED = Number(asked ?? 100_000)
const MOST_MS = asked === undefined ? 100_000 : 600_000

const pair = (byte: number) => {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const raw = new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(12))
  return { raw, hex: toHex(raw), sign: (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, privateKey)) }
}
const [issuer, stranger, goma, bukavu] = [pair(2), pair(3), pair(4), pair(5)]
/** The real algorithms; key objects and hashes of keys are made once, because it is the codes that differ. */
const opened = new Map(
  [issuer, stranger, goma, bukavu].map((key) => [
    key.hex,
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key.raw).toString('base64url') }, format: 'jwk' }),
  ]),
)
const hashes = new Map<string, Uint8Array>()
const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest())
const crypto: VerifyCrypto = {
  sha256: async (bytes) => {
    if (bytes.length !== 32) return sha256(bytes)
    const name = toHex(bytes)
    const known = hashes.get(name) ?? sha256(bytes)
    hashes.set(name, known)
    return known
  },
  verify: async (publicKey, message, signature) => {
    const key = opened.get(toHex(publicKey))
    return key !== undefined && verify(null, message, key, signature)
  },
}
const url = 'https://chanzo.example/api/revocation-list'
const facts: CertificateFacts = {
  ...{ issuer: 'CD-CEEC', number: 'CD-2026-000042', issuedOn: '2026-11-21', expiresOn: '2027-02-19', exporter: 'Comptoir Kivu SARL' },
  ...{ lotNumber: 'EX-2026-0007', massGrams: 20_000_000, grade: '65.2 % Sn', mineral: '2609.00.00', origin: ['CD'] },
  ...{ sites: ['CD--1.5000+29.0000-00007', 'CD--1.6210+28.8790-00012'], siteCount: 2, tagCount: 412, statusList: { url, index: 42 } },
}
const sheet: CertificateFacts = {
  ...facts,
  number: 'CD-2026-000101',
  expiresOn: '2026-12-01',
  statusList: { url, index: 101 },
  provisional: true,
}
const codeOf = (claims: CertificateFacts, by: typeof issuer, as = by): string => {
  const payload = encodeClaims(claims)
  const kid = kidFromHash(sha256(as.raw))
  return encodeCodeText({ kid, payload, signature: by.sign(bytesToSign(kid, payload)) })
}
const trust: TrustList = {
  ...{ kind: 'asm1-trust-list', issuer: 'CD-CEEC', issuerName: 'CEEC', rootKey: '', asOf: '2026-11-25', signature: '' },
  keys: [{ publicKey: issuer.hex, validFrom: '2026-01-01', validUntil: null, revokedAt: null }],
}
const office = (key: typeof issuer, name: string, from: number) => ({
  ...{ publicKey: key.hex, office: name, prefix: 'CD-2026-', from, to: from + 49, firstIndex: from },
  ...{ validFrom: '2026-11-01', validUntil: '2026-12-31', revokedAt: null },
})
const register: IssueRegister = {
  ...{ kind: 'asm1-issue-register', issuer: 'CD-CEEC', asOf: '2026-11-25', standing: [], confirmed: [], signature: '' },
  offices: [office(goma, 'CEEC Goma', 101), office(bukavu, 'CEEC Bukavu', 201)],
}
const revocations: RevocationList = {
  ...{ kind: 'asm1-revocation-list', issuer: 'CD-CEEC', url, asOf: '2026-11-25', signature: '' },
  revoked: [{ index: 77, on: '2026-11-24', because: 'revoked' }],
}
const ask = (code: string) =>
  verifyCode(code, { keys: [trust], revocations: [revocations], registers: [register], today: '2026-11-26', crypto })

// A small generator with a seed, so that a failure can be made again.
let state = 20_261_122
const chance = (below: number): number => {
  state = (Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5) | 0
  return ((state ^ (state >>> 14)) >>> 0) % below
}
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const genuine = codeOf(facts, issuer)
const provisional = codeOf(sheet, goma)
const revoked = codeOf({ ...facts, number: 'CD-2026-000077', statusList: { url, index: 77 } }, issuer)
const bytesOf = (code: string): Uint8Array => decodeBase45(code.slice(PREFIX.length)) ?? new Uint8Array()

function changedFacts(of: CertificateFacts): CertificateFacts {
  const changes: readonly (() => Partial<CertificateFacts>)[] = [
    () => ({ massGrams: of.massGrams + 1 + chance(1_000_000) }),
    () => ({ tagCount: of.tagCount + 1 + chance(500) }),
    () => ({ number: `CD-2026-${String(100_000 + chance(800_000))}` }),
    () => ({ lotNumber: `EX-${chance(1_000_000)}` }),
    () => ({ exporter: `Comptoir ${chance(1_000_000)}` }),
    () => ({ expiresOn: `2027-${String(3 + chance(9)).padStart(2, '0')}-01` }),
    () => ({ grade: `${10 + chance(60)}.${chance(10)} % Sn` }),
    () => ({ origin: [['RW', 'BI', 'UG'][chance(3)] ?? 'RW'] }),
    () => ({ statusList: { url, index: 1000 + chance(100_000) } }),
    () => ({ sites: [`CD--2.${1000 + chance(9000)}+28.0000-00001`], siteCount: 1 }),
  ]
  return { ...of, ...changes[chance(changes.length)]?.() }
}

/** Ways to forge; `null` when chance gave the genuine text back. */
const forgeries: { readonly [way: string]: () => string | null } = {
  'a bit': () => {
    const code = chance(2) === 0 ? genuine : provisional
    const bytes = bytesOf(code)
    const [at, bit] = [chance(bytes.length), chance(8)]
    return PREFIX + encodeBase45(Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ (1 << bit) : byte)))
  },
  characters: () => {
    const cells = [...genuine]
    for (let left = 1 + chance(4); left > 0; left--) cells[chance(cells.length)] = letters.charAt(chance(letters.length))
    return cells.join('') === genuine ? null : cells.join('')
  },
  'lost, doubled or swapped characters': () => {
    const at = chance(genuine.length - 1)
    const text = [
      genuine.slice(0, at) + genuine.slice(at + 1),
      genuine.slice(0, at) + genuine.charAt(at) + genuine.slice(at),
      genuine.slice(0, at) + genuine.charAt(at + 1) + genuine.charAt(at) + genuine.slice(at + 2),
    ][chance(3)]
    return text === undefined || text.trim() === genuine ? null : text
  },
  'other facts under the old signature': () => {
    const [code, of] = chance(2) === 0 ? [genuine, facts] : [provisional, sheet]
    const message = decodeCodeText(code)
    return message && encodeCodeText({ ...message, payload: encodeClaims(changedFacts(of)) })
  },
  'a field left out or of another kind': () => {
    const message = decodeCodeText(genuine)
    const claims = message === null ? null : decodeCbor(message.payload)
    if (message === null || claims === null || !isMap(claims)) return null
    const map = new Map<number, Cbor>(claims)
    const key = [...map.keys()][chance(map.size)] ?? 1
    if (chance(2) === 0) map.delete(key)
    else map.set(key, chance(1_000_000))
    return encodeCodeText({ ...message, payload: encodeCbor(map) })
  },
  'signed anew by a key that nobody lists': () => codeOf(changedFacts(facts), stranger),
  'signed anew by another key under the name of the issuer': () => codeOf(changedFacts(facts), stranger, issuer),
  'a revoked one again': () => revoked,
  'a provisional one of another office': () => codeOf({ ...sheet, massGrams: 1 + chance(1_000_000) }, bukavu),
  'an office that signs a full certificate': () => codeOf(changedFacts(facts), goma),
  'an office with a number of its own and the index of another': () =>
    codeOf({ ...sheet, statusList: { url, index: 201 + chance(50) } }, goma),
  'the issuer’s key on a provisional one': () => codeOf({ ...sheet, massGrams: 1 + chance(1_000_000) }, issuer),
}

test('genuine ones are what they are', async () => {
  expect((await ask(genuine)).verdict).toBe('genuine')
  expect((await ask(provisional)).verdict).toBe('provisional')
  expect((await ask(revoked)).verdict).toBe('revoked')
})

test(
  `${WANTED} forgeries of twelve kinds are refused without network, each kind at least fifty times`,
  async () => {
    const ways = Object.entries(forgeries)
    const made = new Map<string, number>()
    const began = performance.now()
    let count = 0
    // Signing is the forger's work and slow; most forgeries change what was signed.
    const turn = (index: number) => ways[index % 60 < 50 ? index % 5 : 5 + (index % (ways.length - 5))]
    for (let index = 0; count < WANTED && performance.now() - began < MOST_MS; index++) {
      const [way, forge] = turn(index) ?? ['', () => null]
      const code = forge()
      // Chance may give back what was there.
      if (code === null || code === genuine || code === provisional) continue
      const { verdict, facts: shown } = await ask(code)
      if (verdict === 'genuine' || verdict === 'provisional') throw new Error(`${way} (${index}) counts as ${verdict}: ${code}`)
      // Facts are handed out only under a good signature of a key that counts: of these, the revoked one alone.
      if (shown !== null && verdict !== 'revoked') throw new Error(`${way} (${index}) hands out facts`)
      made.set(way, (made.get(way) ?? 0) + 1)
      count++
    }
    for (const [way] of ways) expect(made.get(way) ?? 0, way).toBeGreaterThanOrEqual(50)
    console.info(`${count} forgeries refused in ${Math.round(performance.now() - began)} ms`)
  },
  MOST_MS + 20_000,
)
