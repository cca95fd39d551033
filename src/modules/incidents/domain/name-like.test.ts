import { expect, test } from 'vitest'
import { nameLike } from './name-like.ts'

test.each([
  ['Hier le colonel Mbala a pris 500 FC', 'colonel Mbala'],
  ['les sacs ont été pris par Jean Kabeya au puits', 'Jean Kabeya'],
  ['500 FC par sac, douze sacs', null],
  ['Douze sacs pris. Deux hommes en uniforme', null],
  ['la barrière de Mto Mweupe est tenue', null],
] as const)('%s', (said, found) => expect(nameLike(said, ['Mto Mweupe 2'])).toBe(found))
