import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { sharedFile } from '../../../../test/shared-data.ts'
import { createGazetteer } from './gazetteer.ts'
import { foldName } from './name-match.ts'
import { contains, shapeOf } from './point-in-area.ts'
import { readBoundaries } from './read-boundaries.ts'
import { simplifyTogether } from './simplify.ts'

test('before any import the provinces have names and codes, and no position has a place', () => {
  const { list, find, locate } = createGazetteer([])
  expect(list('province').length).toBe(26)
  expect(list('territoire')).toEqual([])
  expect(find('province', 'sud kivu')?.code).toBe('CD62')
  expect(locate({ latitude: -1.5, longitude: 29 })).toEqual({ province: null, territoire: null })
})

test('with territoires alone the province is that of the territoire', () => {
  const area = { code: 'CD6103', level: 'territoire' as const, name: 'Masisi', kind: 'territoire', parent: 'CD61' }
  const { locate } = createGazetteer([
    {
      area,
      polygons: [
        [
          [
            [28, -2],
            [29, -2],
            [29, -1],
            [28, -1],
            [28, -2],
          ],
        ],
      ],
    },
  ])
  expect(locate({ latitude: -1.5, longitude: 28.5 }).province?.name).toBe('Nord-Kivu')
})

const files = [
  'data/boundaries/cod_adm1.geojson',
  'data/boundaries/cod_adm2.geojson',
  'data/ipis/cod_mines_curated_all_opendata_p_ipis.csv',
].map(sharedFile)
const [provinceFile, territoireFile, siteFile] = files

test.skipIf(files.includes(null))('all sites of the IPIS file have a place, in well under a second', () => {
  const gazetteer = realGazetteer()
  const sites = realSites()
  const began = performance.now()
  const places = sites.map((site) => gazetteer.locate(site.at))
  expect(performance.now() - began).toBeLessThan(1000)
  expect([places.length, places.filter((place) => place.province && place.territoire).length]).toEqual([3409, 3409])
  for (const place of places) expect(place.territoire?.parent).toBe(place.province?.code)
})

/*
The notes to the data say 92 and 266. The boundaries at hand are drawn to 0.001 degrees (about 110 m), and 17 of the 102 sites lie
within 200 m of the border that decides, so the count moves by ten with the line: the same borders cut a second time (the
TopoJSON file) give 100 and 270. Of the 272, five bear a name that no unit has, and 54 lie in the territoire of Beni, which the
list calls by its seat, Oicha. Read by meaning those agree, but 29 sites lie in a town that bears the name of the stated territoire.
*/
test.skipIf(files.includes(null))(
  '102 sites lie in another province than stated, 272 in another territoire by its letters, 242 by its meaning',
  () => {
    const { locate, find } = realGazetteer()
    const sites = realSites().map((site) => ({ ...site, place: locate(site.at) }))
    const differs = (stated: string, computed: string | undefined): boolean => foldName(stated) !== foldName(computed ?? '')
    expect(sites.filter((site) => differs(site.province, site.place.province?.name)).length).toBe(102)
    expect(sites.filter((site) => differs(site.territoire, site.place.territoire?.name)).length).toBe(272)
    const meant = sites.map((site) => ({ ...site, area: find('territoire', site.territoire) }))
    expect(
      meant
        .filter((site) => site.area === null)
        .map((site) => site.territoire)
        .sort(),
    ).toEqual(['Kampene', 'Mungamba', 'Walungu et Kabare', 'Wlikale', 'Wlikale'])
    expect(meant.filter((site) => site.area && site.area.code !== site.place.territoire?.code).length).toBe(242)
  },
)

test.skipIf(files.includes(null))('the drawing of the provinces is smaller, and sites away from borders keep their province in it', () => {
  const read = readBoundaries(readFileSync(provinceFile ?? '', 'utf8'), 'province')
  if (!read.ok) throw new Error('the file was refused')
  const drawn = simplifyTogether(
    read.value.map((one) => one.polygons),
    0.008,
  )
  const points = (all: readonly (readonly (readonly (readonly unknown[])[])[])[]): number =>
    all.flat(2).reduce((sum, ring) => sum + ring.length, 0)
  expect(points(drawn)).toBeLessThan(points(read.value.map((one) => one.polygons)) * 0.4)
  const full = read.value.map((one) => shapeOf(one.polygons))
  const simple = drawn.map(shapeOf)
  const at = (shapes: typeof full, site: Site): number => shapes.findIndex((shape) => contains(shape, site.at))
  const moved = realSites().filter((site) => at(full, site) !== at(simple, site))
  expect(moved.length).toBeLessThan(60)
})

function realGazetteer() {
  const provinces = readBoundaries(readFileSync(provinceFile ?? '', 'utf8'), 'province')
  const territoires = readBoundaries(readFileSync(territoireFile ?? '', 'utf8'), 'territoire')
  if (!provinces.ok || !territoires.ok) throw new Error('a file was refused')
  return createGazetteer([...provinces.value, ...territoires.value])
}

interface Site {
  readonly province: string
  readonly territoire: string
  readonly at: { readonly latitude: number; readonly longitude: number }
}
function realSites(): readonly Site[] {
  const rows: { [column: string]: string }[] = parseCsv(readFileSync(siteFile ?? '', 'utf8'), {
    columns: true,
    bom: true,
    relax_quotes: true,
  })
  const sites = new Map<string, Site>()
  for (const row of rows) {
    const at = { latitude: Number(row['latitude']), longitude: Number(row['longitude']) }
    sites.set(row['pcode'] ?? '', { province: row['province'] ?? '', territoire: row['territoire'] ?? '', at })
  }
  return [...sites.values()]
}
