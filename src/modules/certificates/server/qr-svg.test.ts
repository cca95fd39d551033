import bwipjs from 'bwip-js/node'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { qrOptions, qrSvg } from './qr-svg.ts'

// Its types describe another module format than the one that Node loads.
const jsQR: (data: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null = createRequire(import.meta.url)(
  'jsqr',
)
const code = `ASM1:${'6BFOXN*TS0BI$ZD4N9:9S6RCVN5+O30K3/XIV0W23NTDE.'.repeat(10)}`.slice(0, 451)

/** Modules of the symbol drawn as a picture that a reader may look at. */
function draw(text: string): { data: Uint8ClampedArray; side: number; modules: number } {
  const symbol = bwipjs.raw(qrOptions(text))[0]
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('no symbol')
  const [scale, quiet, modules] = [4, 4, symbol.pixx]
  const side = (modules + 2 * quiet) * scale
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  symbol.pixs.forEach((dark, at) => {
    if (!dark) return
    for (let dy = 0; dy < scale; dy++) {
      for (let dx = 0; dx < scale; dx++) {
        const x = ((at % modules) + quiet) * scale + dx
        const y = (Math.floor(at / modules) + quiet) * scale + dy
        data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
      }
    }
  })
  return { data, side, modules }
}

test('451 characters fit into version 13 at level M, which only the alphanumeric mode can do', () => {
  expect(draw(code).modules).toBe(17 + 4 * 13)
  expect(draw(code.toLowerCase()).modules).toBeGreaterThan(17 + 4 * 13)
})

test('a camera reads back the same text', () => {
  const { data, side } = draw(code)
  expect(jsQR(data, side, side)?.data).toBe(code)
})

test('the picture is SVG without script or address', () => {
  expect(qrSvg(code)).toMatch(/^<svg viewBox="0 0 308 308"/)
  expect(qrSvg(code).replace('http://www.w3.org/2000/svg', '')).not.toMatch(/script|href|http/)
})
