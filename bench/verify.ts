/*
Verification of one code without network, in Chromium slowed four times, beside WebCrypto's bare Ed25519 check of the same signature: what our decoding,
lists of 200 keys and 50 offices, and 1,000 revocations cost on top. The goal is 50 ms.
*/
import type { Benchmark } from './benchmark.ts'
import { bundle, onSlowPage } from './in-browser.ts'

const RUNS = 60
const script = `
import { verifyCode } from '../src/modules/certificates/domain/verify.ts'
import { browserCrypto } from '../src/modules/certificates/ui/browser-crypto.ts'
import { encodeClaims } from '../src/modules/certificates/domain/code/claims.ts'
import { encodeCodeText } from '../src/modules/certificates/domain/code/code-text.ts'
import { bytesToSign, kidFromHash } from '../src/modules/certificates/domain/code/cose.ts'
import { toHex } from '../src/modules/certificates/domain/code/bytes.ts'
const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
const url = 'https://chanzo.example/api/revocation-list'
const facts = { issuer: 'CD-CEEC', number: 'CD-2026-000042', issuedOn: '2026-11-21', expiresOn: '2027-02-19', exporter: 'Comptoir', lotNumber: 'EX-7',
  massGrams: 20000000, grade: '65.2 % Sn', mineral: '2609.00.00', origin: ['CD'], sites: ['codmine1', 'codmine2'], siteCount: 2, tagCount: 412, statusList: { url, index: 42000 } }
const payload = encodeClaims(facts)
const kid = kidFromHash(await browserCrypto.sha256(raw))
const message = bytesToSign(kid, payload)
const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, message))
const code = encodeCodeText({ kid, payload, signature })
const hex = (n) => n.toString(16).padStart(64, '0')
const key = (publicKey) => ({ publicKey, validFrom: '2026-01-01', validUntil: null, revokedAt: null })
const keys = [{ kind: 'asm1-trust-list', issuer: 'CD-CEEC', issuerName: 'CEEC', rootKey: '', asOf: '2026-11-25', signature: '', keys: [...Array.from({ length: 199 }, (_, n) => key(hex(n))), key(toHex(raw))] }]
const revocations = [{ kind: 'asm1-revocation-list', issuer: 'CD-CEEC', url, asOf: '2026-11-25', signature: '', revoked: Array.from({ length: 1000 }, (_, index) => ({ index, on: '2026-11-24', because: 'revoked' })) }]
const offices = Array.from({ length: 50 }, (_, n) => ({ publicKey: hex(1000 + n), office: 'Bureau', prefix: 'CD-2026-', from: n, to: n, firstIndex: n, validFrom: '2026-01-01', validUntil: '2027-01-01', revokedAt: null }))
const registers = [{ kind: 'asm1-issue-register', issuer: 'CD-CEEC', asOf: '2026-11-25', signature: '', offices, standing: [], confirmed: [] }]
const timed = async (work) => { const began = performance.now(); for (let n = 0; n < 10; n++) await work(); return (performance.now() - began) / 10 }
globalThis.verifyBench = async () => {
  const ours = await timed(async () => { const { verdict } = await verifyCode(code, { keys, revocations, registers, today: '2026-11-26', crypto: browserCrypto }); if (verdict !== 'genuine') throw new Error(verdict) })
  const peer = await timed(async () => { if (!(await crypto.subtle.verify('Ed25519', pair.publicKey, signature, message))) throw new Error('bare') })
  return { ours, peer }
}
`

export const verifyBenchmarks: readonly Benchmark[] = [
  {
    name: 'verify-browser',
    about: 'one code, 200 keys, 50 offices, 1,000 revocations, Chromium slowed four times',
    measure: async () => {
      const made = await bundle(script)
      try {
        const times = await onSlowPage(made, 'verifyBench', async (page) => {
          await page.evaluate('verifyBench()')
          const found: unknown = await page.evaluate(
            '(async () => { const all = []; for (let n = 0; n < 6; n++) all.push(await verifyBench()); return all })()',
          )
          return Array.isArray(found) ? found : []
        })
        const middle = (which: 'ours' | 'peer'): number =>
          times.map((one) => Number(one[which])).toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
        return { ours: middle('ours'), peer: middle('peer'), peerName: 'WebCrypto Ed25519 verify alone', unit: 'ms', runs: RUNS }
      } finally {
        made.remove()
      }
    },
  },
]
