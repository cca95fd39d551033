import { expect, test } from 'vitest'
import { fillPhrase } from '../../../../kernel/phrase.ts'
import { csvOf } from '../../../../app/kit/table-rows.ts'
import type { Translate } from '../../../../app/words.ts'
import { appFr } from '../../../../app/words/app-fr.ts'
import { screenFr } from '../../words/screen-fr.ts'
import { screenMapFr } from '../../words/screen-map-fr.ts'
import { fileColumns, geoJsonOf } from './map-files.ts'
import type { MapSite } from './map-sites.ts'

const words: { readonly [key: string]: string } = { ...appFr, ...screenFr, ...screenMapFr }
const t: Translate = (key, facts) => fillPhrase('fr', words[key] ?? key, facts)
const taken = { asOf: '2026-11-21', knownAt: '2026-11-21T09:40:00.000Z', positionPrecision: 'coarse' } as const
const site: MapSite = {
  id: '0198',
  name: '=Bísie',
  nationalId: 'xl-1',
  longitude: 28.45,
  latitude: -1.75,
  province: { code: 'CD61', name: 'Nord-Kivu' },
  territoire: null,
  minerals: ['Sn', 'Ta'],
  shown: 'green',
  basis: 'reported',
  until: '2021-10-01',
  lapsedOn: '2021-10-01',
  held: false,
  order: null,
  workers: 0,
  workersOn: '2020-01-01',
  interference: null,
  interferenceOn: null,
  armed: [{ actor: 'army', on: '2019-05-01' }],
  services: null,
  servicesOn: null,
  scheme: 'ITSCI',
  schemeOn: '2018-01-01',
  lastVisitOn: '2020-01-01',
}

test('a line of the file: words of the screen, both dates, zero apart from not asked, no formula', () => {
  const [heads = '', line = ''] = csvOf([site], fileColumns(t, taken)).replace('\ufeff', '').split('\r\n')
  const cells = new Map(heads.split(',').map((head, at) => [head, line.split(',')[at]]))
  expect(cells.get('nom')).toBe("'=Bísie")
  expect(cells.get('statut')).toBe('vert')
  expect(cells.get('echu')).toBe('oui')
  expect(cells.get('creuseurs')).toBe('0')
  expect(cells.get('ingerence_armee')).toBe('')
  expect(cells.get('acteurs_et_derniers_jours')).toBe('armée 2019-05-01')
  expect(cells.get('vu_au')).toBe('2026-11-21')
  expect(cells.get('connu_au')).toBe('2026-11-21T09:40:00.000Z')
})

test('the GeoJSON says when, how precisely and by whom, and nothing that is not shown', () => {
  const file: { features: { geometry: unknown; properties: object }[] } = JSON.parse(
    geoJsonOf([site], { ...taken, ...{ codes: 'x' } }, 'IPIS'),
  )
  expect(Object.keys(file)).toEqual(['type', 'asOf', 'knownAt', 'positionPrecision', 'credits', 'features'])
  expect(file.features[0]).toMatchObject({
    geometry: { coordinates: [28.45, -1.75] },
    properties: { provinceCode: 'CD61', workers: 0, interference: null },
  })
})
