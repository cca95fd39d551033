import { expect, test } from 'vitest'
import { statusRulebooks } from '../domain/status/rulebooks.ts'
import { rulebookTitle } from '../ui/rulebook-title.ts'
import { rulebookTitlesFr } from './rulebooks-fr.ts'
import { sourcesFr } from './sources-fr.ts'

test('every rulebook has its title in French, and no title is left over', () => {
  expect(Object.keys(rulebookTitlesFr).sort()).toEqual(statusRulebooks.map(({ id }) => id).sort())
})

test('a title is read in the language of the reader; a newer rulebook by its id', () => {
  expect(rulebookTitle('CD_0677_2021', 'fr')).toContain('procédures de détermination')
  expect(rulebookTitle('CD_0677_2021', 'en')).toContain('procedures to determine')
  expect(rulebookTitle('CD_0001_2040', 'fr')).toBe('CD_0001_2040')
})

test('every value of every rulebook has its source in French', () => {
  const sources = statusRulebooks.flatMap(({ values }) =>
    Object.values(values).flatMap((cited) => (typeof cited === 'string' ? [] : [cited.source])),
  )
  expect(sources.filter((source) => !(source in sourcesFr))).toEqual([])
})
