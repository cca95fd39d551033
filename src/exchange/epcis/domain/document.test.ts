/*
Our reader beside the JSON Schema that GS1 publishes, which lies outside of this repository: on every published sample, and on samples
that chance has broken. Where ours takes something, theirs must; where theirs takes something that ours refuses, it is on a list.
*/
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedFile } from '../../../../test/shared-data.ts'
import { readDocument } from './document.ts'
import { type Json, type JsonObject, isList, isObject } from './json.ts'

const folder = sharedFile('standards/epcis/samples')
const schemaFile = sharedFile('standards/epcis/schema/epcis-json-schema-2.0.1.json')

const filesIn = (path: string): readonly string[] =>
  folder === null
    ? []
    : readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.json(ld)?$/.test(name))
        .map((name) => join(path, name))
        .toSorted()
const read = (file: string): JsonObject => JSON.parse(readFileSync(join(folder ?? '', file), 'utf8'))

const isQueryText = (file: string): boolean => file.includes('queries/Queries/')
const deviations: string[] = folder === null ? [] : JSON.parse(readFileSync(join(folder, 'known-schema-deviations.json'), 'utf8'))
const mustFail = (file: string): boolean => /invalid/i.test(file) || deviations.some((name) => file.endsWith(name))

describe.skipIf(folder === null || schemaFile === null)('published samples', () => {
  const files = ['gs1', 'openepcis-valid', 'openepcis-invalid', 'queries'].flatMap(filesIn).filter((file) => !isQueryText(file))
  const ajv = new Ajv({ strict: false, allErrors: true })
  formats.default(ajv)
  const published = ajv.compile(JSON.parse(readFileSync(schemaFile ?? '', 'utf8')))
  const valid = files.filter((file) => !mustFail(file))

  test('there are the 47 of GS1, and the others', () => {
    expect(filesIn('gs1')).toHaveLength(47)
    expect(files.length).toBeGreaterThan(70)
  })
  test.each(valid)('%s is taken', (file) => {
    const result = readDocument(read(file))
    expect(result.problems).toEqual([])
    expect(result.events.length).toBeGreaterThan(0)
    expect(result.events.every((event) => event.normal !== null)).toBe(true)
  })
  test.each(files.filter(mustFail))('%s is refused, and the path is named', (file) => {
    const document = read(file)
    const { ok, problems } = readDocument(document)
    expect(ok).toBe(false)
    expect(published(document)).toBe(false)
    const theirs = new Set((published.errors ?? []).map((error) => error.instancePath))
    for (const { path } of problems) {
      const named = [path, path.slice(0, path.lastIndexOf('/'))].some((place) => theirs.has(place))
      expect(named, `${path} is not among ${[...theirs].join(' ')}`).toBe(true)
    }
  })

  /* Ours takes it, theirs refuses it: must never happen. Theirs takes it, ours refuses it: reasons that we have on purpose. */
  const stricterOnPurpose = new Set(['check-digit', 'not-a-gs1-key', 'not-a-time', 'not-in-the-list', 'missing-field'])
  test('what chance broke: what we take, the published schema takes', () => {
    const documents = valid.map(read)
    const seen = { taken: 0, refusedByBoth: 0, stricter: new Map<string, number>() }
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.nat(), fc.constantFrom(...breakings), fc.nat(), (document, where, breaking, chance) => {
        const broken = structuredClone(document)
        const places = placesIn(broken)
        const place = places[where % places.length]
        if (place) breaking(place, chance)
        const ours = readDocument(JSON.parse(JSON.stringify(broken)))
        const theirs = published(JSON.parse(JSON.stringify(broken)))
        if (ours.ok) expect(theirs, JSON.stringify(published.errors?.slice(0, 3))).toBe(true)
        if (ours.ok) seen.taken += 1
        else if (!theirs) seen.refusedByBoth += 1
        else for (const { reason } of ours.problems) seen.stricter.set(reason, (seen.stricter.get(reason) ?? 0) + 1)
      }),
      { numRuns: 4_000 },
    )
    expect([...seen.stricter.keys()].filter((reason) => !stricterOnPurpose.has(reason))).toEqual([])
    expect(Math.min(seen.taken, seen.refusedByBoth)).toBeGreaterThan(300)
  })
})

interface Place {
  readonly holder: { [name: string]: Json }
  readonly name: string
}
function placesIn(value: Json, places: Place[] = []): readonly Place[] {
  if (isList(value)) for (const item of value) placesIn(item, places)
  if (!isObject(value)) return places
  const holder: { [name: string]: Json } = value
  for (const [name, part] of Object.entries(value)) {
    places.push({ holder, name })
    placesIn(part, places)
  }
  return places
}
const odd: readonly Json[] = [
  null,
  '',
  0,
  -1.5,
  true,
  [],
  {},
  'shipping',
  'urn:x',
  'https://a b',
  'example:y',
  '2020-02-30T00:00:00Z',
  '2020-02-03T10:00:60Z',
  ['a', 'a'],
  { id: 1 },
  'DELETE',
  'urn:epcglobal:cbv:bizstep:shipping',
  'https://gs1.org/voc/Mass',
  'https://id.gs1.org/01/09521141012346/21/1',
]
const breakings: readonly ((place: Place, chance: number) => void)[] = [
  ({ holder, name }) => void delete holder[name],
  ({ holder, name }, chance) => void (holder[name] = odd[chance % odd.length] ?? null),
  ({ holder }) => void (holder['stranger'] = 'x'),
  ({ holder }) => void (holder['mine:stranger'] = 'x'),
  ({ holder, name }) => void (holder[`${name}s`] = holder[name] ?? null),
  ({ holder, name }, chance) => {
    const value = holder[name]
    if (isList(value)) holder[name] = [...value, odd[chance % odd.length] ?? null]
    else if (typeof value === 'string') holder[name] = chance % 2 === 0 ? `${value} ` : value.slice(0, -1)
    else if (typeof value === 'number') holder[name] = String(value)
  },
]
