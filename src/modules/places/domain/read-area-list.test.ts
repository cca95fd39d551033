/* Lists of areas without outlines: soums by code and name, damaged lines, and what a list is. */
import { expect, test } from 'vitest'
import { createGazetteer } from './gazetteer.ts'
import { isAreaList, readAreaList } from './read-area-list.ts'

const soums = 'code,name,parent\r\nMN4601,Dalanzadgad,MN46\r\nMN4640,Khanbogd,\r\n'
test('soums are read with their aimag, which their code tells where the list leaves it out', () => {
  const read = readAreaList(soums, 'territoire')
  if (!read.ok) throw new Error(read.refusal.code)
  expect(read.value.country).toBe('MN')
  expect(read.value.areas.map(({ code, kind, parent }) => [code, kind, parent])).toEqual([
    ['MN4601', 'soum', 'MN46'],
    ['MN4640', 'soum', 'MN46'],
  ])
  const gazetteer = createGazetteer([], read.value.areas)
  expect(gazetteer.find('territoire', 'khanbogd')?.code).toBe('MN4640')
  expect(gazetteer.list('province').some(({ code }) => code === 'MN46')).toBe(true)
  expect(gazetteer.locate({ latitude: 43.2, longitude: 107.2 })).toEqual({ province: null, territoire: null })
})
test('an outline that is there stands before the list', () => {
  const read = readAreaList(soums, 'territoire')
  if (!read.ok) throw new Error(read.refusal.code)
  const outlined = { code: 'MN4640', level: 'territoire' as const, name: 'Khanbogd sum', kind: 'soum', parent: 'MN46' }
  const gazetteer = createGazetteer([{ area: outlined, polygons: [] }], read.value.areas)
  expect(gazetteer.list('territoire').map(({ name }) => name)).toEqual(['Dalanzadgad', 'Khanbogd sum'].toSorted())
})
test('a damaged line refuses the list and is named', () => {
  const problem = (file: string, level: 'province' | 'territoire' = 'territoire') => {
    const read = readAreaList(file, level)
    return read.ok ? null : [read.refusal.code, read.refusal.facts?.['line'], read.refusal.facts?.['problem']]
  }
  expect(problem(`${soums}MN4601,Again,MN46`)).toEqual(['area-list-damaged', 4, 'code-twice'])
  expect(problem(`${soums}CD6103,Masisi,CD61`)).toEqual(['area-list-damaged', 4, 'other-country'])
  expect(problem(`${soums}MN46,Omnogovi,`)).toEqual(['area-list-damaged', 4, 'other-level'])
  expect(problem(`${soums},Nothing,`)).toEqual(['area-list-damaged', 4, 'no-code'])
  expect(problem('code,name\r\nMN4601,x', 'province')).toEqual(['area-list-damaged', 2, 'other-level'])
  expect(problem('a,b\r\n1,2')?.[0]).toBe('area-list-not-a-table')
  expect([isAreaList(soums), isAreaList('{"type":"FeatureCollection"}'), isAreaList('"')]).toEqual([true, false, false])
})
