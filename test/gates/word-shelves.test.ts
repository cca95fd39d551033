/*
A screen of the field names the shelf of words that it needs (`words` in its entry), so that a telephone does not carry the office's. Here it is held to
be enough: no file that the screen can reach asks for a word of a longer shelf. Read from the sources, so also words whose key is put together.
*/
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { countFr } from '../../src/app/words/count-fr.ts'
import { fieldFr } from '../../src/app/words/field-fr.ts'
import { firstFr } from '../../src/app/words/first-fr.ts'
import { homeFr } from '../../src/app/words/home-fr.ts'
import { officeFr } from '../../src/app/words/office-fr.ts'
import { refusals } from '../../src/app/refusals-fr.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const onShelf = {
  first: new Set(Object.keys(firstFr)),
  field: new Set([...Object.keys(firstFr), ...Object.keys(fieldFr)]),
  // A desk's home page opens without the words of the field.
  home: new Set([...Object.keys(firstFr), ...Object.keys(homeFr)]),
  count: new Set([...Object.keys(firstFr), ...Object.keys(countFr)]),
}
// What the modules say themselves comes with the refusals, for every screen.
const all = [...new Set([...Object.keys(firstFr), ...Object.keys(fieldFr), ...Object.keys(homeFr), ...Object.keys(officeFr)])].filter(
  (key) => !key.startsWith('refusal.') && !(key in refusals),
)
const isKey = new Set(all)

interface Source {
  readonly imports: readonly string[]
  readonly keys: readonly string[]
}
const read = new Map<string, Source>()
function sourceOf(file: string): Source {
  const known = read.get(file)
  if (known) return known
  // What is fetched together with the office's words may use them.
  const text = readFileSync(join(ROOT, file), 'utf8').replaceAll(/import\('[^']+'\), needWords\('office'\)/g, '')
  const imported = [
    ...[...text.matchAll(/^(?:import|export) (type )?(?:[^'"]*? from )?'(\.[^']+)'/gm)].flatMap(([, type, path]) => (type ? [] : [path])),
    ...[...text.matchAll(/import\('(\.[^']+)'\)/g)].map(([, path]) => path),
  ]
  const prefixes = [...text.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/g)].map(([, prefix]) => prefix ?? '')
  const source = {
    imports: imported
      .map((path) => join(dirname(file), path ?? ''))
      .filter(
        (path) =>
          /\.tsx?$/.test(path) && !/\/words\/|\/words\.ts$|\/screens[\w-]*\.ts$|\/domain\//.test(path) && existsSync(join(ROOT, path)),
      ),
    keys: [
      ...[...text.matchAll(/'([\w.-]+\.[\w.-]+)'/g)].flatMap(([, key]) => (key !== undefined && isKey.has(key) ? [key] : [])),
      ...all.filter((key) => prefixes.some((prefix) => key.startsWith(prefix))),
    ],
  }
  read.set(file, source)
  return source
}

/** `key (file)` of every word beyond the shelf. */
function beyond(start: string, shelf: keyof typeof onShelf): readonly string[] {
  const seen = new Set([start])
  const found: string[] = []
  for (const file of seen) {
    const { imports, keys } = sourceOf(file)
    for (const path of imports) seen.add(path)
    found.push(...keys.filter((key) => !onShelf[shelf].has(key)).map((key) => `${key} (${file})`))
  }
  return [...new Set(found)]
}

/** On a page and on a screen, on a menu and in a refusal: shelves are laid into each other, and one of two words of the same name would never be read. */
test('no word stands in two files', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => /(?:^|[/-])fr\.ts$/.test(name))
  const where = new Map<string, string[]>()
  for (const file of files)
    for (const [, key = ''] of readFileSync(join(ROOT, 'src', file), 'utf8').matchAll(/^\s*'([\w.-]+)':/gm))
      where.set(key, [...(where.get(key) ?? []), file])
  expect(where.size).toBeGreaterThan(all.length)
  expect([...where].filter(([, said]) => said.length > 1)).toEqual([])
})

const registries = [
  'src/modules/field/screens.ts',
  'src/modules/custody/screens.ts',
  'src/modules/incidents/screens.ts',
  'src/modules/mobility/screens.ts',
  'src/modules/outreach/screens-room.ts',
  'src/modules/cases/screens.ts',
  'src/modules/sites/screens-missions.ts',
  'src/modules/notices/screens.ts',
  'src/modules/people/screens.ts',
]
const entries = registries.flatMap((registry) =>
  [
    ...readFileSync(join(ROOT, registry), 'utf8').matchAll(
      /path: '([^']+)',(?:(?!path:)[\s\S])*?words: '(first|field|home|count)',\s*load: async \(\) => \(await import\('([^']+)'\)/g,
    ),
  ].map(([, path, shelf, file]) => ({
    path,
    shelf: (['first', 'home', 'count'] as const).find((one) => one === shelf) ?? ('field' as const),
    file: join(dirname(registry), file ?? ''),
  })),
)

test('the gate sees the screens of the field', () => {
  expect(entries.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/field', '/flow-count', '/field/settings', '/missions', '/inspections/$inspection/form']),
  )
  expect(beyond('src/modules/sites/ui/orders/orders-screen.tsx', 'field').length).toBeGreaterThan(5)
})

test.each(entries)('$path finds its words on the shelf $shelf', ({ file, shelf }) => expect(beyond(file, shelf)).toEqual([]))

test.each(['src/app/shell/shell.tsx', 'src/modules/field/ui/lock/lock-screen.tsx', 'src/app/start-app.tsx'])(
  '%s finds its words on the first shelf',
  (file) => expect(beyond(file, 'first')).toEqual([]),
)

test.each(homePartFiles())('%s, a part of the home page, finds its words on the shelf of the home page', (file) =>
  expect(beyond(file, 'home')).toEqual([]),
)
function homePartFiles(): readonly string[] {
  const registry = readFileSync(join(ROOT, 'src/app/home/home-parts.ts'), 'utf8')
  const files = [...registry.matchAll(/from '\.\.\/\.\.\/([^']+)'/g)].flatMap(([, path]) => {
    const home = join('src', path ?? '')
    return [...readFileSync(join(ROOT, home), 'utf8').matchAll(/import\('(\.\/ui[^']+)'\)/g)].map(([, part]) =>
      join(dirname(home), part ?? ''),
    )
  })
  return [...new Set(['src/app/home/home-screen.tsx', ...files])]
}

test('the menu names every screen of it: a telephone’s from the first shelf, a desk’s from that of its home page', () => {
  const carried = registryKeys('src/app/screens.ts')
  const ofTheDesk = registryKeys('src/app/screens-desk.ts')
  expect(carried.length).toBeGreaterThan(15)
  expect(ofTheDesk.length).toBeGreaterThan(15)
  expect(carried.filter((key) => !onShelf.first.has(key))).toEqual([])
  expect(ofTheDesk.filter((key) => !onShelf.home.has(key))).toEqual([])
})
function registryKeys(registry: string): readonly string[] {
  const folders = [...readFileSync(join(ROOT, registry), 'utf8').matchAll(/from '\.\.\/((?:modules|exchange)\/[^']+)'/g)]
  return folders.flatMap(([, path]) =>
    [...readFileSync(join(ROOT, 'src', path ?? ''), 'utf8').matchAll(/nav: \{ key: '([^']+)'/g)].map(([, key]) => key ?? ''),
  )
}
