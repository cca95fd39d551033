import { expect, test } from 'vitest'
import { smeltersIn } from './smelter-lines.ts'

test('a line is metal, name, country, identifier; the last two may be missing; a bad line is named', () => {
  expect(smeltersIn('ta ; Luna Smelter ; Rwanda ; CID003387\n\nSn;Quay Smelting')).toEqual({
    smelters: [
      { mineral: 'Ta', name: 'Luna Smelter', country: 'Rwanda', id: 'CID003387' },
      { mineral: 'Sn', name: 'Quay Smelting' },
    ],
    fault: null,
  })
  expect(smeltersIn('Fe; Other').fault).toBe('Fe; Other')
})
