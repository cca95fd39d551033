/* A paper of a dossier is attached with its copy, which whoever reads the dossier reads, and nobody else. */
import { afterAll, expect, test } from 'vitest'
import { newId, openCertificatesBed, person } from '../../../../../test/certificates-bed.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import type { DocumentRef, KeptDocument } from '../../../documents/contract.ts'
import { DossierDetail } from '../../contract.ts'
import { ceec, exporter, papers, terms, trader, validator, verifier } from '../../domain/example-lot.ts'

const [sha256, other] = ['ab'.repeat(32), 'cd'.repeat(32)]
const scan: DocumentRef = { sha256, mediaType: 'application/pdf', bytes: 5 }
const shelf = new Map<string, KeptDocument>([sha256, other].map((one) => [one, { ...scan, sha256: one, content: Buffer.from('paper') }]))
const find = (hash: string): Promise<KeptDocument | null> => Promise.resolve(shelf.get(hash) ?? null)
const bed = await openCertificatesBed({
  who: {
    exporter: person(newId(), exporter, 'EXPORTER'),
    rival: person(newId(), trader, 'EXPORTER'),
    verifier: person(verifier, ceec, 'CEEC_VERIFIER'),
    validator: person(validator, ceec, 'CEEC_VALIDATOR'),
  },
  doors: {
    documents: {
      kept: (_tx, _tenant, hashes) => Promise.resolve([...shelf.values()].filter((one) => hashes.includes(one.sha256))),
      content: (_tx, _tenant, hash) => find(hash),
      received: (_tx, _tenant, hash) => find(hash),
    },
  },
})
afterAll(() => bed.close())
const { addLot, get, post } = bed

test('the copy goes with the paper and is read by who reads the dossier; a copy that never arrived, or of another paper, is not there', async () => {
  const [paper] = papers
  const { id } = await post('exporter', '/api/dossiers', { lot: addLot(), exporter, terms })
  const attach = async (file: DocumentRef) => (await post('exporter', `/api/dossiers/${id}/facts`, { ...paper, file })).code
  expect(await attach({ ...scan, sha256: 'ef'.repeat(32) })).toBe('paper-scan-not-sent')
  expect(await attach(scan)).toBeNull()
  expect((await post('exporter', `/api/dossiers/${id}/facts`, papers[1])).code).toBeNull()
  const { facts } = mustParse(DossierDetail, (await get('verifier', `/api/dossiers/${id}`)).body)
  expect(facts.map(({ fact }) => fact.file?.sha256 ?? null)).toEqual([sha256, null])
  const path = `/api/dossiers/${id}/papers`
  for (const as of ['exporter', 'verifier']) expect(await get(as, `${path}/${sha256}`)).toMatchObject({ status: 200, text: 'paper' })
  expect((await get('rival', `${path}/${sha256}`)).status).toBe(404)
  // Kept here, but of another thing.
  expect((await get('verifier', `${path}/${other}`)).status).toBe(404)
  expect(await bed.log.checkRebuild()).toMatchObject({ differences: 0 })
})
