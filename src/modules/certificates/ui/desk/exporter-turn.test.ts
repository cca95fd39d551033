import { expect, test } from 'vitest'
import { exporterTurn } from './exporter-turn.ts'

test('a certificate that must be asked for anew waits for its exporter, while it is its turn', () => {
  const redeliveries = ['open', 'revoke', 'in-hand', 'left'].map((next) => ({ next }))
  expect(exporterTurn({ returned: [], refused: [{}], redeliveries })).toEqual({ n: 2, returned: 0, refused: 1, again: 1 })
})
