import { expect, test } from 'vitest'
import { speaksFrench } from './sentences.ts'

test.each([
  [{ LANG: 'fr_FR.UTF-8' }, true],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'fr_FR.UTF-8' }, true],
  [{ LC_ALL: 'fr_CD.UTF-8', LANG: 'C' }, true],
  [{ LC_ALL: 'C.UTF-8', LANG: 'fr_FR.UTF-8' }, false],
  [{}, false],
])('the terminal with %j speaks French: %s', (env, french) => expect(speaksFrench(env)).toBe(french))
