import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DRAWN_WORDS } from './drawn-words.ts'
import { fingerprintFrom } from './fingerprint.ts'
import { chosenPassphrase, drawnPassphrase } from './passphrase.ts'

const code = (typed: string) => {
  const chosen = chosenPassphrase(typed)
  return chosen.ok ? 'taken' : chosen.refusal.code
}

test('less than fourteen characters is too short, whatever they are', () => {
  for (const typed of ['', 'secret', 'K7#qP2!x', '  abc def ghij  ', 'treize lettre']) expect(code(typed)).toBe('passphrase-too-short')
})

test('what everybody tries first is refused', () => {
  for (const typed of [
    'motdepasse1234',
    'Mot de passe 2026',
    'chanzo-chanzo-chanzo',
    'azertyuiopqsdfgh',
    '01234567890123456789',
    'abababababababab',
    'Kinshasa 2026 !!!',
    'aaaaaaaaaaaaaaaa',
    'abcdefghijklmnop',
    'lubumbashi kolwezi',
  ])
    expect(code(typed), typed).toBe('passphrase-too-easy')
})

test('a sentence of one’s own is taken, spelled the same however it was typed', () => {
  expect(chosenPassphrase('  ma tante  vend du poisson salé ')).toEqual({ ok: true, value: 'ma tante vend du poisson salé' })
  expect(chosenPassphrase('ma tante vend du poisson salé'.normalize('NFD'))).toEqual({ ok: true, value: 'ma tante vend du poisson salé' })
})

test('every passphrase that is drawn is taken', () => {
  const words = fc.array(fc.nat(DRAWN_WORDS.length - 1), { minLength: 6, maxLength: 6 }).filter((picks) => new Set(picks).size > 2)
  fc.assert(
    fc.property(words, (picks) => {
      let at = 0
      const drawn = drawnPassphrase(() => picks[at++] ?? 0)
      expect(drawn.split(' ')).toHaveLength(6)
      expect(code(drawn)).toBe('taken')
    }),
    { numRuns: 500 },
  )
})

test('the words are plain, no two are alike, and six of them are more than fifty bits', () => {
  expect(new Set(DRAWN_WORDS).size).toBe(DRAWN_WORDS.length)
  for (const word of DRAWN_WORDS) expect(word).toMatch(/^[a-z]{3,10}$/)
  expect(6 * Math.log2(DRAWN_WORDS.length)).toBeGreaterThan(50)
})

test('a fingerprint is six groups of four digits', () => {
  expect(fingerprintFrom(new Uint8Array(32))).toBe('0000 0000 0000 0000 0000 0000')
  expect(fingerprintFrom(new Uint8Array(32).fill(255))).toMatch(/^(\d{4} ){5}\d{4}$/)
})
