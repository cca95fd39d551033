import { expect, test } from 'vitest'
import { dayNumber } from '../../../../kernel/calendar.ts'
import type { SiteLayers } from '../../domain/register/site-layers.ts'
import { mapSites, wholeId } from './map-sites.ts'

const visited = dayNumber('2023-05-02')
const layers: SiteLayers = {
  positionPrecision: 'exact',
  asOf: '2026-11-21',
  knownAt: '2026-11-21T09:40:00.000Z',
  withoutPosition: 0,
  codes: {
    colours: ['green', 'none'],
    bases: ['order', 'none'],
    minerals: ['Au', 'Sn', 'Ta'],
    schemes: ['ITSCI', 'NONE'],
    actors: ['army', 'police'],
    services: ['SAEMAPE', 'CEEC'],
    provinces: [{ code: 'CD61', name: 'Nord-Kivu' }],
    territoires: [],
  },
  id: ['AZqlW8WAf_-_____________'.slice(0, 22), 'AZqlW8WAf_-___________8A'.slice(0, 22)],
  name: ['Mlima Saba', 'Pango 3'],
  nationalId: ['xl-1', 'xl-2'],
  longitude: [21.4, 21.2],
  latitude: [-2.8, -3],
  province: [0, null],
  territoire: [null, null],
  minerals: [6, 0],
  colour: [0, 1],
  basis: [0, 1],
  until: [dayNumber('2026-10-11'), null],
  flags: [3, 0],
  order: ['0231/2025', null],
  workers: [0, null],
  workersOn: [0, null],
  interference: [1, null],
  interferenceOn: [-400, null],
  services: [[1], null],
  servicesOn: [2, null],
  scheme: [0, null],
  schemeOn: [1, null],
  visitOn: [visited, null],
  armed: [0, 1, -400, 0, 0, -10],
}

test('columns become rows: codes to words, days to dates, and what was not asked stays null', () => {
  const [first, second] = mapSites(layers)
  expect(first).toMatchObject({
    province: { name: 'Nord-Kivu' },
    minerals: ['Sn', 'Ta'],
    shown: 'green',
    lapsedOn: '2026-10-11',
    held: true,
    workers: 0,
    workersOn: '2023-05-02',
    services: ['CEEC'],
    servicesOn: '2023-05-04',
    lastVisitOn: '2023-05-02',
    armed: [
      { actor: 'army', on: '2023-04-22' },
      { actor: 'police', on: '2022-03-28' },
    ],
  })
  expect(second).toMatchObject({
    workers: null,
    interference: null,
    services: null,
    scheme: null,
    lastVisitOn: null,
    until: null,
    held: false,
  })
})

test('an identifier is whole again', () => {
  const id = '019aa5db-c580-7fff-bfff-ffffffffff0a'
  expect(wholeId(Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url'))).toBe(id)
})
