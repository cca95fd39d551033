import { expect, test } from 'vitest'
import { routesBeside, routesOf, routesTyped, withRoute } from './routes.ts'

test('points of sale and destinations are typed a line each and sent as lists; a mineral without any is left out', () => {
  const text = withRoute(withRoute('', { mineral: 'Sn', sellingPoints: 'Kabare\n\n Walikale ' }), { mineral: 'Ta', finalDestinations: ' ' })
  expect(routesOf(text)).toEqual([{ mineral: 'Sn', sellingPoints: ['Kabare', 'Walikale'] }])
  expect(routesOf(withRoute('', { mineral: 'Sn' }))).toBeUndefined()
})
test('one list of a mineral changes and the other stays', () => {
  const before = JSON.stringify([{ mineral: 'Au', sellingPoints: ['Bukavu'], finalDestinations: ['Kampala'] }])
  const after = routesTyped(withRoute(before, { mineral: 'Au', sellingPoints: 'Uvira' }))
  expect(after).toEqual([{ mineral: 'Au', sellingPoints: 'Uvira', finalDestinations: 'Kampala' }])
})
test('minerals that nobody typed keep what stands', () => {
  const former = [{ mineral: 'Sn' }, { mineral: 'Au', sellingPoints: ['Bukavu'] }]
  expect(routesBeside(former, [{ mineral: 'Sn', sellingPoints: ['Goma'] }])).toEqual([
    { mineral: 'Sn', sellingPoints: ['Goma'] },
    { mineral: 'Au', sellingPoints: ['Bukavu'] },
  ])
})
test.each(['{', '{}', '[1]', 'null'])('%s holds no route', (text) => expect(routesTyped(text)).toEqual([]))
