import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import bwipjs from 'bwip-js/node'
import { beforeAll, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { qrOptions } from './qr-svg.ts'

// The printed code, as a telephone at a border sees it: worn, askew, badly lit. The reader is the one that the app uses where the browser has none.
const require = createRequire(import.meta.url)
const jsQR: (data: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null = require('jsqr')
const code = `ASM1:${'6BFOXN*TS0BI$ZD4N9:9S6RCVN5+O30K3/XIV0W23NTDE.'.repeat(10)}`.slice(0, 451)
const SIDE = 640
type Picture = Float32Array
const at = (picture: Picture, x: number, y: number): number =>
  x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 235 : (picture[Math.floor(y) * SIDE + Math.floor(x)] ?? 235)

/** The symbol at six pixels a module in the middle of a page that is not quite white. */
function printed(): Picture {
  const symbol = bwipjs.raw(qrOptions(code))[0]
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('no symbol')
  const [scale, modules] = [6, symbol.pixx]
  const margin = Math.floor((SIDE - modules * scale) / 2)
  const picture = new Float32Array(SIDE * SIDE).fill(245)
  for (let y = 0; y < modules * scale; y++) {
    for (let x = 0; x < modules * scale; x++) {
      if (symbol.pixs[Math.floor(y / scale) * modules + Math.floor(x / scale)]) picture[(y + margin) * SIDE + x + margin] = 20
    }
  }
  return picture
}
const each = (picture: Picture, change: (value: number, x: number, y: number) => number): Picture =>
  picture.map((value, index) => change(value, index % SIDE, Math.floor(index / SIDE)))
/** Where each pixel comes from. */
const moved = (picture: Picture, from: (x: number, y: number) => readonly [number, number]): Picture =>
  each(picture, (_value, x, y) => {
    const [fx, fy] = from(x, y)
    const [x0, y0] = [Math.floor(fx), Math.floor(fy)]
    const [dx, dy] = [fx - x0, fy - y0]
    const upper = at(picture, x0, y0) * (1 - dx) + at(picture, x0 + 1, y0) * dx
    return upper * (1 - dy) + (at(picture, x0, y0 + 1) * (1 - dx) + at(picture, x0 + 1, y0 + 1) * dx) * dy
  })
function blurred(picture: Picture, reach: number): Picture {
  const along = (of: Picture, dx: number, dy: number): Picture =>
    each(of, (_value, x, y) => {
      let sum = 0
      for (let step = -reach; step <= reach; step++) sum += at(of, x + step * dx, y + step * dy)
      return sum / (2 * reach + 1)
    })
  return along(along(picture, 1, 0), 0, 1)
}
let seed = 7
const chance = (): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
  return seed / 0x7fffffff
}
const noisy = (picture: Picture, strength: number): Picture =>
  each(picture, (value) => value + (chance() + chance() + chance() - 1.5) * strength)
const turned = (picture: Picture, degrees: number): Picture => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const middle = SIDE / 2
  return moved(picture, (x, y) => [middle + (x - middle) * cos + (y - middle) * sin, middle - (x - middle) * sin + (y - middle) * cos])
}
const [first, last] = [113, 527]

const degradations: readonly (readonly [string, (picture: Picture) => Picture])[] = [
  ['blur', (picture) => blurred(picture, 2)],
  ['rotation of 17 degrees', (picture) => turned(picture, 17)],
  ['low contrast', (picture) => each(picture, (value) => 118 + value * 0.12)],
  ['a corner covered', (picture) => each(picture, (value, x, y) => (x > last - 66 && y > last - 66 ? 200 : value))],
  [
    'noise of a dark shed',
    (picture) =>
      noisy(
        each(picture, (value) => value * 0.4),
        55,
      ),
  ],
  [
    'perspective',
    (picture) =>
      moved(picture, (x, y) => {
        const depth = 1 + 0.00045 * (y - SIDE / 2)
        return [SIDE / 2 + (x - SIDE / 2) / depth, SIDE / 2 + (y - SIDE / 2) / depth]
      }),
  ],
  [
    'gamma of an old camera and a shadow across',
    (picture) => each(picture, (value, x) => 255 * (value / 255) ** 1.9 * (x > 320 ? 0.55 : 1)),
  ],
  [
    'printed small: three pixels a module',
    (picture) => moved(picture, (x, y) => [SIDE / 2 + (x - SIDE / 2) * 1.9, SIDE / 2 + (y - SIDE / 2) * 1.9]),
  ],
  [
    'the blocks of a sent photograph',
    (picture) =>
      each(picture, (_value, x, y) => {
        const [bx, by] = [Math.floor(x / 3) * 3, Math.floor(y / 3) * 3]
        let sum = 0
        for (let dy = 0; dy < 3; dy++) for (let dx = 0; dx < 3; dx++) sum += at(picture, bx + dx, by + dy)
        return Math.round(sum / 9 / 32) * 32
      }),
  ],
  [
    'dirt and a crease',
    (picture) => {
      const spots = Array.from({ length: 26 }, () => ({
        x: first + chance() * (last - first),
        y: first + chance() * (last - first),
        r: 3 + chance() * 5,
      }))
      return each(picture, (value, x, y) =>
        Math.abs(x - y * 0.2 - 240) < 2 ? 225 : spots.some((spot) => (x - spot.x) ** 2 + (y - spot.y) ** 2 < spot.r ** 2) ? 90 : value,
      )
    },
  ],
]

function pixelsOf(picture: Picture): ImageData {
  const data = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255)
  picture.forEach((value, index) => {
    for (let channel = 0; channel < 3; channel++) data[index * 4 + channel] = value
  })
  return { data, width: SIDE, height: SIDE, colorSpace: 'srgb' }
}
const byZxing = async (picture: Picture): Promise<string | null> =>
  (await readBarcodes(pixelsOf(picture), { formats: ['QRCode'], maxNumberOfSymbols: 1, tryHarder: true }))[0]?.text ?? null
const byJsQr = (picture: Picture): string | null => jsQR(pixelsOf(picture).data, SIDE, SIDE)?.data ?? null

beforeAll(() => {
  const wasm = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } })
})

test.each(degradations)('%s: the same text is read back', async (_name, degrade) => {
  const before = printed()
  const picture = degrade(before)
  // Something did change.
  expect(picture.some((value, index) => Math.abs(value - (before[index] ?? 0)) > 20)).toBe(true)
  expect(byJsQr(picture) ?? (await byZxing(picture))).toBe(code)
  expect(await byZxing(picture)).toBe(code)
})

test('more than the error correction bears is read as nothing, never as something else', async () => {
  const covered = each(printed(), (value, x, y) => (x > 230 && y > 230 ? 200 : value))
  expect([null, code]).toContain(await byZxing(covered))
  expect(await byZxing(covered)).toBeNull()
})
