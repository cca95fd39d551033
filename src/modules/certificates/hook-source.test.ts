import { expect, test } from 'vitest'
import { certificateHooks } from './hook-source.ts'

const id = '019df6b8-cf00-77aa-a9a7-64aa277ef4fd'
const at = (kind: string, payload: unknown) => ({ kind, subject: `number-block:${id}`, happenedAt: '2026-11-01T08:00:00.000Z', payload })
const reserved = at('number-block.reserved.v1', {
  ...{ office: id, officeName: 'Antenne', prefix: 'CD-2026', from: 1, to: 9, firstIndex: 0, device: id, publicKey: 'ab' },
  ...{ reservedOn: '2026-11-01', validUntil: '2026-12-31' },
})

test('the withdrawal of a provisional certificate is told to its office, without the reason', () => {
  const withdrawn = at('certificate.provisional-withdrawn.v1', { number: 'CD-2026-000001', on: '2026-11-02', reason: 'Erreur de lot' })
  expect(certificateHooks.newsOf(withdrawn, [reserved])).toEqual([
    {
      kind: 'certificate',
      data: { number: 'CD-2026-000001', state: 'withdrawn', on: '2026-11-02' },
      concerns: { organisations: [id], lot: null },
    },
  ])
  expect(certificateHooks.newsOf(withdrawn, [])).toEqual([])
})

test('a revocation is told to everybody by its number and day', () => {
  const revoked = at('certificate.revoked.v1', { number: 'CD-2026-000001', on: '2026-11-02', reason: 'Incident' })
  expect(certificateHooks.newsOf(revoked, [])).toEqual([
    { kind: 'revocation', data: { number: 'CD-2026-000001', on: '2026-11-02' }, concerns: 'everybody' },
  ])
})

test('a stolen key is told to everybody, because it takes down more than one certificate', () => {
  const payload = { publicKey: 'ab'.repeat(32), since: '2026-11-20', on: '2026-11-22', reason: 'Copiée par X' }
  const [news] = certificateHooks.newsOf(at('issuer-key.revoked.v1', payload), [])
  expect(news).toEqual({
    kind: 'revocation',
    data: { number: null, key: payload.publicKey, since: '2026-11-20', on: '2026-11-22' },
    concerns: 'everybody',
  })
})
