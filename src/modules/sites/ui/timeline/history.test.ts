import { expect, test } from 'vitest'
import { appFr } from '../../../../app/words/app-fr.ts'
import { fillPhrase } from '../../../../kernel/phrase.ts'
import type { Translate } from '../../../../app/words.ts'
import { screenFr } from '../../words/screen-fr.ts'
import { wordBand } from './history.ts'

const words: { readonly [key: string]: string } = { ...appFr, ...screenFr }
const t: Translate = (key, facts) => fillPhrase('fr', words[key] ?? key, facts)

const green = {
  from: '2025-10-11',
  to: '2026-10-11',
  colour: 'green',
  basis: 'order',
  lapsed: false,
  held: false,
  orderNumber: '0231/2025',
  lapsesOn: '2026-10-11',
  treatedAs: null,
  after: null,
} satisfies Parameters<typeof wordBand>[1]

test.each([
  [{}, 'vert · 0231/2025, échu le 11-10-2026', 'vert'],
  [{ lapsesOn: null }, 'vert · 0231/2025', 'vert'],
  [{ lapsed: true, lapsesOn: null, treatedAs: 'blue' }, 'échu, traité comme bleu', 'échu'],
  [{ lapsed: true, lapsesOn: null }, 'échu', 'échu'],
  [{ colour: 'red', lapsesOn: null, after: 'green' }, 'rouge, vert échu', 'rouge'],
  [{ basis: 'reported', orderNumber: null, lapsesOn: null }, 'vert, rapporté', 'vert'],
  [{ held: true, lapsesOn: null }, 'vert, suspendu · 0231/2025', 'vert'],
] as const)('a band with %o says %s, or shorter %s', (change, label, short) => {
  expect(wordBand(t, { ...green, ...change })).toMatchObject({ label, short })
})

test('the table and the tip name the colour that ran out', () => {
  expect(wordBand(t, { ...green, lapsed: true, lapsesOn: null, treatedAs: 'blue' }).full).toBe('vert, échu, traité comme bleu')
})
