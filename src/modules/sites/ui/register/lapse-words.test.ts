import { expect, test } from 'vitest'
import { fillPhrase } from '../../../../kernel/phrase.ts'
import { screenFr } from '../../words/screen-fr.ts'
import { lapseWords } from './lapse-words.ts'

const no = { allocateTags: 'no', produce: 'no', move: 'review', certify: 'review' } as const
const lapsedGreen = {
  shown: 'green',
  lapse: { colour: 'green', on: '2026-10-11', days: 41 },
  colour: 'blue',
  basis: 'order',
  since: '2026-10-11',
  validUntil: '2029-10-11',
  allows: no,
  rulebook: { id: 'CD_0677_2021', hash: 'f' },
} satisfies Parameters<typeof lapseWords>[0]

test('a lapsed green says green, since when, and until when the rule treats it as blue', () => {
  const words = lapseWords(lapsedGreen)
  expect(words && fillPhrase('fr', screenFr[`site.note.lapse.${words.what}`], words.facts)).toBe(
    'Vert échu depuis le 11-10-2026 ; la règle le traite comme bleu jusqu’au 11-10-2029 (règlement CD_0677_2021, à confirmer).',
  )
})

test.each([
  [{}, 'green-blue', 'renew'],
  [{ allows: { ...no, produce: 'yes' } }, 'green-blue', 'risk-file'],
  [{ colour: 'none' }, 'green-none', 'renew'],
  [{ colour: 'red', shown: 'red', validUntil: null }, 'green-red', 'ask-again'],
  [{ colour: 'yellow', shown: 'yellow', lapse: { colour: 'yellow', on: '2026-09-01', days: 81 } }, 'yellow', 'renew'],
  [{ colour: 'red', shown: 'red', lapse: { colour: 'red', on: '2026-09-01', days: 81 } }, 'red', 'ask-again'],
  [
    { colour: 'red', shown: 'red', lapse: { colour: 'blue', on: '2026-09-01', days: 81 }, basis: 'blue-application' },
    'blue-red',
    'ask-again',
  ],
] as const)('a standing with %o is explained by %s, and what to do by %s', (change, what, next) => {
  expect(lapseWords({ ...lapsedGreen, ...change })).toMatchObject({ what, next })
})

test('nothing is explained where nothing ran out, or where only a third party wrote the colour down', () => {
  expect(lapseWords({ ...lapsedGreen, lapse: null })).toBeNull()
  expect(lapseWords({ ...lapsedGreen, basis: 'reported' })).toBeNull()
})
