/* Whose risks stand on an exporter's page: those of the suppliers of today, each once. */
import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { suppliersNow } from './suppliers-now.ts'

const [first, second] = [
  asId('organisation', '01900000-0000-7000-8000-00000000000a'),
  asId('organisation', '01900000-0000-7000-8000-00000000000b'),
]
const one = { supplier: first, name: 'Bahati', from: '2026-01-01', until: null, reason: null }
test('suppliers that left are not asked; one that came back is asked once', () =>
  expect(
    suppliersNow([
      { ...one, until: '2026-02-01', reason: 'fin' },
      one,
      { ...one, supplier: second, name: 'Mwezi', until: '2026-03-01', reason: 'fin' },
    ]),
  ).toEqual([{ id: first, name: 'Bahati' }]))
