import { expect, test } from 'vitest'
import { findScreen } from './find-screen.ts'
import type { Screen } from './screen.ts'
import { deskScreens } from './screens-desk.ts'
import { screens } from './screens.ts'

const exampleOf = ({ path }: Screen): string => path.replaceAll(/\$(\w+)/g, 'a-$1')

test.each(deskScreens.map((screen) => [screen.path, screen] as const))('%s is found at its address, with what it names', (path, screen) => {
  const found = findScreen(deskScreens, exampleOf(screen))
  expect(found?.screen.path).toBe(path)
  expect(found?.params).toEqual(Object.fromEntries([...path.matchAll(/\$(\w+)/g)].map(([, name]) => [name, `a-${name}`])))
})

test('no screen that a telephone fetches later is hidden behind an address that it carries, and none stands twice', () => {
  expect(deskScreens.map((screen) => findScreen(screens, exampleOf(screen))?.screen.path).filter((path) => path !== undefined)).toEqual([])
  const paths = [...screens, ...deskScreens].map(({ path }) => path)
  expect(paths.length).toBe(new Set(paths).size)
})

test('everything that stands in the menu of a telephone, and every screen with words of the field, is carried by it', () => {
  expect(
    deskScreens.filter(({ nav, words }) => words !== undefined || (nav !== undefined && nav.on !== 'desk')).map(({ path }) => path),
  ).toEqual([])
})

test('what no screen has, and a part that cannot be read, are told apart', () => {
  expect(findScreen(deskScreens, '/nowhere')).toBeNull()
  expect(findScreen(deskScreens, '/')).toBeNull()
  expect(findScreen(deskScreens, '/certificates/CD%2D2026')?.params).toEqual({ number: 'CD-2026' })
  expect(findScreen(deskScreens, '/certificates/%E0%A4%A')?.params).toEqual({ number: '%E0%A4%A' })
})
