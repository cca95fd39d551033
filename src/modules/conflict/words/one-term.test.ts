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

const frenchOf = new Map(
  shelves.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/'([\w.-]+)': '([^']*)'/g)].map(([, key, word]) => [key, word])),
)
const FEMININE = /^(Source|Échéance|Province|Zone|Sorte|Ingérence|Fraîcheur)/
test('a filter over a feminine noun begins with « toutes »', () => {
  const screens = readdirSync(join(room, 'ui'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  const filters = screens.flatMap((file) => {
    const screen = readFileSync(join(room, 'ui', file), 'utf8')
    const isAnyMasculine = /\bany = \{ value: '', label: t\('filter\.any'\) \}/.test(screen)
    return [...screen.matchAll(/<SelectField\s+label=\{t\('([\w.-]+)'\)\}[\s\S]*?\/>/g)].flatMap(([block, key]) =>
      FEMININE.test(frenchOf.get(key) ?? '')
        ? [{ key, isRight: !block.includes("'filter.any'") && !(isAnyMasculine && /\[any,|, any\)/.test(block)) }]
        : [],
    )
  })
  expect(filters.length).toBeGreaterThan(4)
  expect(filters.filter((one) => !one.isRight)).toEqual([])
})
