import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { ActorLine, GridLine } from '../../contract-actors.ts'
import { foundActors } from './found-actors.ts'
import { CELL, MOST, marked } from './grid-marks.ts'

const id = asId('conflict-actor', '01900000-0000-7000-8000-000000000001')
const place = (name: string, influence: number, interest: number): GridLine => ({
  ...{ actor: id, name, influence, interest, stance: 'mixed', on: '2026-01-02', body: 'Comité', round: '1' },
})

test('strong actors lie above, interested ones to the right, and none lies on another', () => {
  const marks = marked([place('faible', 1, 1), place('fort', 5, 5), place('fort aussi', 5, 5)])
  expect(marks.map((one) => [one.n, one.line.name])).toEqual([
    [1, 'fort'],
    [2, 'fort aussi'],
    [3, 'faible'],
  ])
  const [strong, second, weak] = marks.map((one) => one.at)
  expect(strong?.y).toBeLessThan(CELL)
  expect(strong?.x).toBeGreaterThan(4 * CELL)
  expect(weak?.y).toBeGreaterThan(4 * CELL)
  expect(weak?.x).toBeLessThan(CELL)
  expect(second).not.toEqual(strong)
})

test('a full field keeps its numbers and draws no more', () => {
  const marks = marked(Array.from({ length: MOST + 2 }, (_, at) => place(`a${at}`, 3, 3)))
  expect(marks.filter((one) => one.at === null).map((one) => one.n)).toEqual([MOST + 1, MOST + 2])
  const spots = marks.flatMap((one) => (one.at ? [`${one.at.x} ${one.at.y}`] : []))
  expect(new Set(spots).size).toBe(MOST)
})

test('a search finds an actor by any of its spellings, without accents', () => {
  const facts: Pick<ActorLine, 'isSecret' | 'areas' | 'ddr'> = { isSecret: false, areas: [], ddr: 'not-known' }
  const actors: readonly ActorLine[] = [
    { id, name: 'Raïa wa Luka', kind: 'armed-group', aliases: ['RWL'], ...facts },
    { id, name: 'Division des mines', kind: 'state', aliases: [], ...facts },
  ]
  const names = (text: string, kind = '') => foundActors(actors, { text, kind }).map((one) => one.name)
  expect(names('raia')).toEqual(['Raïa wa Luka'])
  expect(names('rwl')).toEqual(['Raïa wa Luka'])
  expect(names('', 'state')).toEqual(['Division des mines'])
  expect(names('rwl', 'state')).toEqual([])
})
