import { expect, test } from 'vitest'
import type { Area } from '../contract.ts'
import { PROVINCES } from './areas.ts'
import { foldName, matchName } from './name-match.ts'

const unit = (code: string, name: string, kind: string): Area => ({ code, level: 'territoire', name, kind, parent: code.slice(0, 4) })
const units = [
  unit('CD7402', 'Kalemie', 'territoire'),
  unit('CD7401', 'Kalemie', 'ville'),
  unit('CD6101', 'Goma', 'ville'),
  unit('CD6107', 'Oicha', 'territoire'),
  unit('CD6108', 'Oïcha', 'cité'),
  unit('CD6109', 'Beni', 'ville'),
  unit('CD6103', 'Masisi', 'territoire'),
]

test.each([
  ['Nord-Kivu', 'CD61'],
  ['NORD KIVU', 'CD61'],
  ['nord–kivu ', 'CD61'],
  ['Province du Nord-Kivu', 'CD61'],
  ['Haut-Uele', 'CD53'],
  ['Haut Uélé', 'CD53'],
  ['Equateur', 'CD41'],
  ['Kasai Oriental', 'CD82'],
  ['Maï-Ndombe', 'CD33'],
  ['Bas-Congo', 'CD20'],
  ['CD-SK', 'CD62'],
  ['CD62', 'CD62'],
  ['Katanga', null],
  ['Province Orientale', null],
  ['Bandundu', null],
  ['Kivu', null],
  ['Nord-Kivou', null],
  ['', null],
  ['  ', null],
])('a province written "%s" is %s', (written, code) => {
  expect(matchName(PROVINCES, written)?.code ?? null).toBe(code)
})

test.each([
  ['Masisi', 'CD6103'],
  ['territoire de Masisi', 'CD6103'],
  ['Goma', 'CD6101'],
  ['Kalemie', 'CD7402'],
  ['Ville de Kalemie', 'CD7401'],
  ['Beni', 'CD6107'],
  ['Ville de Beni', 'CD6109'],
  ['Oïcha', 'CD6107'],
  ['cité d’Oïcha', 'CD6108'],
  ['Wlikale', null],
])('a territoire written "%s" is %s', (written, code) => {
  expect(matchName(units, written)?.code ?? null).toBe(code)
})

test('none is chosen where two of one kind fit', () => {
  expect(matchName([unit('CD1', 'Bena', 'cité'), unit('CD2', 'Béna', 'cité')], 'Bena')).toBeNull()
})

test('folding keeps letters of any script and digits', () => {
  expect([foldName('Баян-Өлгий'), foldName('Saint-Éloi 2')]).toEqual(['баянөлгии', 'sainteloi2'])
})
