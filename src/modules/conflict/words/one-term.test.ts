/* One thing has one name on every screen and paper of this module: armed actors meddle (« ingérence »), and the map is made anew in a « passage ». */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const room = join(import.meta.dirname, '..')
const shelves = ['words', 'page'].flatMap((folder) =>
  readdirSync(join(room, folder)).flatMap((file) => (file.endsWith('-fr.ts') ? [join(room, folder, file)] : [])),
)

test('French says « ingérence » and « passage », and nothing else for the same', () => {
  expect(shelves.length).toBeGreaterThan(10)
  const astray = shelves.filter((file) => /interférence|\brondes?\b/i.test(readFileSync(file, 'utf8').replaceAll('interference', '')))
  expect(astray).toEqual([])
})
