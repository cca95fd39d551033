/*
Verification of one code without network, in Chromium slowed four times, beside WebCrypto's bare Ed25519 check of the same signature: what our decoding,
lists of 200 keys and 50 offices, and 1,000 revocations cost on top. `verify-browser` asks again and again; `-first` is the first answer of a page that was
just opened and made ready as the verify page does, `-cold` the same without that, `-first-old` in a browser that knows no Ed25519 (old Android). The goal is 50 ms.
*/
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { toHex } from '../src/modules/certificates/domain/code/bytes.ts'
import { encodeClaims } from '../src/modules/certificates/domain/code/claims.ts'
import { encodeCodeText } from '../src/modules/certificates/domain/code/code-text.ts'
import { bytesToSign, kidFromHash } from '../src/modules/certificates/domain/code/cose.ts'
import { documentBytes, withSignature } from '../src/modules/certificates/domain/signed-document.ts'
import { type Benchmark, median } from './benchmark.ts'
import { bundle, onSlowPage, reopen } from './in-browser.ts'

const PAGES = 15
const issuer = 'CD-CEEC'
const url = 'https://chanzo.example/api/revocation-list'
const hex = (n: number): string => n.toString(16).padStart(64, '0')

/** A code and the lists of a device, all signed here, so that the page has used no cryptography yet. */
function material() {
  const [root, own] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')]
  const rawOf = ({ publicKey }: typeof root) => new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(12))
  const signedBy = (document: object) => withSignature(document, new Uint8Array(sign(null, documentBytes(document), root.privateKey)))
  const payload = encodeClaims({
    ...{ issuer, number: 'CD-2026-000042', issuedOn: '2026-11-21', expiresOn: '2027-02-19', exporter: 'Comptoir', lotNumber: 'EX-7' },
    ...{ massGrams: 20_000_000, grade: '65.2 % Sn', mineral: '2609.00.00', origin: ['CD'], sites: ['codmine1', 'codmine2'], siteCount: 2 },
    ...{ tagCount: 412, statusList: { url, index: 42_000 } },
  })
  const kid = kidFromHash(new Uint8Array(createHash('sha256').update(rawOf(own)).digest()))
  const message = bytesToSign(kid, payload)
  const signature = new Uint8Array(sign(null, message, own.privateKey))
  const key = (publicKey: string) => ({ publicKey, validFrom: '2026-01-01', validUntil: null, revokedAt: null })
  const keys = [...Array.from({ length: 199 }, (_, n) => key(hex(n))), key(toHex(rawOf(own)))]
  const offices = Array.from({ length: 50 }, (_, n) => ({
    ...{ publicKey: hex(1000 + n), office: 'Bureau', prefix: 'CD-2026-', from: n, to: n, firstIndex: n },
    ...{ validFrom: '2026-01-01', validUntil: '2027-01-01', revokedAt: null },
  }))
  const revoked = Array.from({ length: 1000 }, (_, index) => ({ index, on: '2026-11-24', because: 'revoked' }))
  const asOf = '2026-11-25'
  return {
    code: encodeCodeText({ kid, payload, signature }),
    bare: { key: toHex(rawOf(own)), message: toHex(message), signature: toHex(signature) },
    kept: {
      roots: { [issuer]: toHex(rawOf(root)) },
      trust: [signedBy({ kind: 'asm1-trust-list', issuer, issuerName: 'CEEC', rootKey: toHex(rawOf(root)), asOf, keys })],
      revocations: [signedBy({ kind: 'asm1-revocation-list', issuer, url, asOf, revoked })],
      registers: [signedBy({ kind: 'asm1-issue-register', issuer, asOf, offices, standing: [], confirmed: [] })],
      fetchedAt: null,
    },
  }
}

const script = (): string => `
import { prepareVerification, verifyCode } from '../src/modules/certificates/domain/verify.ts'
import { browserCrypto } from '../src/modules/certificates/ui/browser-crypto.ts'
import { openKept } from '../src/modules/certificates/ui/verify/kept-lists.ts'
const { code, kept, bare } = ${JSON.stringify(material())}
const bytes = (text) => Uint8Array.from(text.match(/../g), (pair) => Number.parseInt(pair, 16))
const timed = async (work) => { const began = performance.now(); await work(); return performance.now() - began }
const check = async (options) => { const { verdict } = await verifyCode(code, options); if (verdict !== 'genuine') throw new Error(verdict) }
const bareCheck = async () => {
  const key = await crypto.subtle.importKey('raw', bytes(bare.key), 'Ed25519', false, ['verify'])
  if (!(await crypto.subtle.verify('Ed25519', key, bytes(bare.signature), bytes(bare.message)))) throw new Error('bare')
}
globalThis.verifyBench = async ({ ready, old }) => {
  const peer = await timed(bareCheck)
  if (old) SubtleCrypto.prototype.importKey = () => Promise.reject(new Error('NotSupportedError'))
  let options
  const opening = await timed(async () => {
    const lists = await openKept(kept, browserCrypto)
    options = { keys: lists.trust, revocations: lists.revocations, registers: lists.registers, today: '2026-11-26', crypto: browserCrypto }
  })
  const readying = ready ? await timed(() => prepareVerification(options)) : 0
  const first = await timed(() => check(options))
  const warm = await timed(async () => { for (let n = 0; n < 10; n++) await check(options) }) / 10
  return { first, warm, opening, readying, peer }
}
`

type Times = { readonly [which in 'first' | 'warm' | 'opening' | 'readying' | 'peer']: readonly number[] }
/** Of pages that were opened one after the other. */
async function onPages(asked: { readonly ready: boolean; readonly old: boolean }): Promise<Times> {
  const made = await bundle(script())
  try {
    const all = await onSlowPage(made, 'verifyBench', async (page) => {
      const found: unknown[] = []
      for (let run = 0; run < PAGES; run++) {
        if (run > 0) await reopen(page, 'verifyBench')
        found.push(await page.evaluate(`verifyBench(${JSON.stringify(asked)})`))
      }
      return found
    })
    const timesOf = (which: string): readonly number[] => all.map((one) => Number(Object(one)[which]))
    const [first, warm, opening, readying, peer] = ['first', 'warm', 'opening', 'readying', 'peer'].map(timesOf)
    return { first: first ?? [], warm: warm ?? [], opening: opening ?? [], readying: readying ?? [], peer: peer ?? [] }
  } finally {
    made.remove()
  }
}

const named = (name: string, about: string, asked: Parameters<typeof onPages>[0], which: 'first' | 'warm'): Benchmark => ({
  name,
  about: `${about}, 200 keys, 50 offices, 1,000 revocations, Chromium slowed four times`,
  measure: async () => {
    const times = await onPages(asked)
    const worst = Math.max(...times[which])
    process.stderr.write(
      `${name}: worst of ${PAGES} pages ${worst.toFixed(1)} ms; lists opened in ${median(times.opening).toFixed(1)} ms, made ready in ${median(times.readying).toFixed(1)} ms\n`,
    )
    const peerName = 'WebCrypto Ed25519 alone, the first of the page'
    return { ours: median(times[which]), peer: median(times.peer), peerName, unit: 'ms', runs: PAGES }
  },
})

export const verifyBenchmarks: readonly Benchmark[] = [
  named('verify-browser', 'one code again and again', { ready: true, old: false }, 'warm'),
  named('verify-browser-first', 'the first code of a page', { ready: true, old: false }, 'first'),
  named('verify-browser-cold', 'the first code of a page that was not made ready', { ready: false, old: false }, 'first'),
  named('verify-browser-first-old', 'the first code where the browser knows no Ed25519', { ready: true, old: true }, 'first'),
]
