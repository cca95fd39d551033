import { expect, test } from 'vitest'
import { blankMapSite } from '../../../../../test/map-site.ts'
import { changesBetween, mostOf, waysOf } from './changes.ts'
import type { MarkedSite } from './site-features.ts'
import type { MapSite } from './map-sites.ts'

const site = (id: string): MapSite => ({ ...blankMapSite, id, name: `Site ${id}`, nationalId: id })
const on = (id: string, key: string): MarkedSite => ({ site: site(id), key, on: null })

test('changes name what was and what is; what came and what went are changes too', () => {
  const changes = changesBetween(
    [on('1', 'green-order'), on('2', 'green-order'), on('3', 'red-order'), on('4', 'none')],
    [on('1', 'green-lapsed'), on('2', 'green-lapsed'), on('3', 'red-order'), on('5', 'none')],
  )
  expect(changes.map(({ id, from, to }) => [id, from, to])).toEqual([
    ['1', 'green-order', 'green-lapsed'],
    ['2', 'green-order', 'green-lapsed'],
    ['5', null, 'none'],
    ['4', 'none', null],
  ])
  expect(waysOf(changes)[0]).toEqual({ from: 'green-order', to: 'green-lapsed', n: 2 })
})

test('what a sentence names adds up to all that changed', () => {
  const before = ['a', 'b', 'c', 'd', 'e'].map((id) => on(id, 'none'))
  const after = ['a', 'b', 'c', 'd', 'e'].map((id, at) => on(id, ['green', 'green', 'yellow', 'red', 'blue'][at] ?? ''))
  const { told, others } = mostOf(changesBetween(before, after), 2)
  expect(told.map(({ to, n }) => [to, n])).toEqual([
    ['green', 2],
    ['yellow', 1],
  ])
  expect(others).toBe(2)
})
