/* Every published and crafted case of the shared credentials: the five answers that its checker asks for, and the vectors of the W3C behind them. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sharedFile } from '../../../test/shared-data.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { verifyDataIntegrity } from './data-integrity.ts'
import { didWebToUrl } from './did-web.ts'
import { bitstringStatus } from './status-list.ts'
import { verifyVcJwt } from './vc-jwt.ts'

type Json = ReturnType<typeof JSON.parse>
const shared = (path: string): Json => {
  const file = sharedFile(`standards/${path}`)
  return file === null ? null : JSON.parse(readFileSync(file, 'utf8'))
}
const cases: readonly Json[] = shared('vc/cases.json') ?? []
const dids = shared('vc/dids.json') ?? {}
const contexts = new Map([
  ['https://www.w3.org/ns/credentials/v2', 'untp/contexts/w3c-credentials-v2.jsonld'],
  ['https://www.w3.org/ns/credentials/examples/v2', 'vc/w3c-eddsa/examples-v2.jsonld'],
])
const loadContext = (address: string): unknown => {
  const path = contexts.get(address)
  return path === undefined ? null : shared(path)['@context']
}
const resolveVm = (id: string): unknown =>
  Object.values<Json>(dids)
    .flatMap((document) => document.verificationMethod)
    .find((method) => method.id === id) ?? null
const NOW = '2026-11-22T08:00:00Z'

describe.skipIf(cases.length === 0)('shared cases', () => {
  test.each(cases.filter(({ kind }) => kind === 'vc-jwt'))('VC-JWT: $name', async ({ jwt, ok }) => {
    expect(await verifyVcJwt(jwt, { resolveDid: (did) => dids[did] ?? null, now: NOW })).toMatchObject({ ok })
  })
  test.each(cases.filter(({ kind }) => kind === 'data-integrity'))('Data Integrity: $name', async ({ document, ok }) => {
    expect(await verifyDataIntegrity(document, { resolveVm, loadContext, now: NOW })).toMatchObject({ ok })
  })
  test.each(cases.filter(({ kind }) => kind === 'status'))('status list: $name', async ({ list, entry, expect: wanted }) => {
    const answer = bitstringStatus(list, entry)
    await (wanted.error ? expect(answer).rejects.toThrow() : expect(answer).resolves.toMatchObject(wanted))
  })
  test.each(cases.filter(({ kind }) => kind === 'did-web'))('$name', ({ did, url }) => {
    if (url === null) expect(() => didWebToUrl(did)).toThrow()
    else expect(didWebToUrl(did)).toBe(url)
  })
  test.each(cases.filter(({ kind }) => kind === 'jcs'))('JCS: $name', ({ input, output }) => {
    expect(canonicalJson(JSON.parse(input))).toBe(output)
  })
  test('no case is of a kind that nobody looked at', () => {
    expect(new Set(cases.map(({ kind }) => kind))).toEqual(new Set(['vc-jwt', 'data-integrity', 'status', 'did-web', 'jcs']))
  })
})

describe.skipIf(cases.length === 0)('Data Integrity, what changes a proof', () => {
  const [jcs, rdfc] = cases.filter(({ kind }) => kind === 'data-integrity').map(({ document }) => document)
  const verdict = async (document: Json) => (await verifyDataIntegrity(document, { resolveVm, loadContext, now: NOW })).ok
  const withProof = (document: Json, changes: object) => ({ ...document, proof: { ...document.proof, ...changes } })
  test('a longer context than the signed one is read by the signed one; another order or a missing one is refused', async () => {
    expect(await verdict({ ...jcs, '@context': [...jcs['@context'], 'https://more.example'] })).toBe(true)
    expect(await verdict({ ...jcs, '@context': jcs['@context'].slice(0, 1) })).toBe(false)
    expect(await verdict({ ...jcs, '@context': ['https://www.w3.org/ns/credentials/v2', 'https://x.example', jcs['@context'][1]] })).toBe(
      false,
    )
  })
  test.each([
    ['another purpose', { proofPurpose: 'authentication' }],
    ['another date', { created: '2023-02-24T23:36:39Z' }],
    ['an unknown suite', { cryptosuite: 'ecdsa-sd-2023' }],
    ['another key', { verificationMethod: 'did:web:minerals.example:authority#key-1-mk' }],
    ['an end that is past', { expires: '2024-01-01T00:00:00Z' }],
    ['a fragment of another key', { verificationMethod: 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6Mk' }],
    ['a proof before it that is missing', { previousProof: 'urn:uuid:1' }],
  ])('%s', async (_name, changes) => {
    expect(await verdict(withProof(jcs, changes))).toBe(false)
    expect(await verdict(withProof(rdfc, changes))).toBe(false)
  })
  test('a word that no context defines is not waved through', async () => {
    const { '@vocab': _vocab, ...none } = { '@vocab': '' }
    const strict = (address: string) => (address.includes('examples') ? none : loadContext(address))
    expect(await verifyDataIntegrity(rdfc, { resolveVm, loadContext: strict, now: NOW })).toEqual({ ok: false, why: 'context' })
    expect(await verifyDataIntegrity(rdfc, { resolveVm, now: NOW })).toEqual({ ok: false, why: 'context' })
  })
  test('sets and chains of proofs of the W3C', async () => {
    for (const name of ['signedProofSet1', 'signedProofSet2', 'signedProofChain1', 'signedProofChain2']) {
      const document = shared(`vc/w3c-eddsa/proof-set-chain/${name}.json`)
      expect([name, await verifyDataIntegrity(document, { resolveVm, loadContext, now: NOW })]).toEqual([name, { ok: true }])
    }
  })
})
