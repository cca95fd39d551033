import { expect, test } from 'vitest'
import { gs1CheckDigit, gs1Elements, gs1Obstacle, readGs1Elements } from './gs1.ts'
import { type KnownPrint, readTagCode } from './tag-code.ts'
import { tagText } from './tag.ts'

const GRAI = `061414112345${gs1CheckDigit('061414112345')}`
const GTIN = `0061414112345${gs1CheckDigit('0061414112345')}`
const checkedSeries: KnownPrint = {
  issuer: 'ITSCI',
  series: 'CD-',
  digits: 6,
  from: 100_000,
  to: 109_999,
  checkDigit: 'luhn',
  gs1Key: GRAI,
}
const plainSeries: KnownPrint = { issuer: 'RCS', series: 'KV-', digits: 7, from: 1, to: 9_999_999, checkDigit: 'none' }
const prints = [checkedSeries, plainSeries]
const tag = tagText(checkedSeries, 100_234)
const frenchDigits = 'à&é"\'(-è_ç'
const asTypedByScannerOnAzerty = (text: string) =>
  [...text].map((sign) => (/\d/.test(sign) ? (frenchDigits[Number(sign)] ?? sign) : sign === '-' ? ')' : sign)).join('')

test.each([
  ['a number as typed', ` cd-${tag.slice(3)} `, 'number', 'ITSCI'],
  ['a number with blanks in it', `CD- ${tag.slice(3, 6)} ${tag.slice(6)}`, 'number', 'ITSCI'],
  ['a number with the Enter of a hand scanner', `${tag}\r\n`, 'number', 'ITSCI'],
  ['a number of a scanner on a French keyboard', asTypedByScannerOnAzerty(tag), 'number', 'ITSCI'],
  ['our address', `https://chanzo.example/id/obj/itsci/${tag}`, 'link', 'ITSCI'],
  [
    'our address under a folder, with a question behind it',
    `http://a.example:8080/x/id/obj/ITSCI/${encodeURIComponent(tag)}?v=1#top`,
    'link',
    'ITSCI',
  ],
  ['brackets of a returnable asset', `(8003)0${GRAI}${tag}`, 'gs1-element', 'ITSCI'],
  ['FNC1 of a returnable asset', `]d280030${GRAI}${tag}`, 'gs1-element', 'ITSCI'],
  ['a separator first', `\u001d80030${GRAI}${tag}\u001d`, 'gs1-element', 'ITSCI'],
  ['no mark at all', `80030${GRAI}${tag}`, 'gs1-element', 'ITSCI'],
  ['brackets of an item', `(01)${GTIN}(21)${tag}`, 'gs1-element', 'ITSCI'],
  ['FNC1 of an item with a batch between', `]Q301${GTIN}10LOT7\u001d21${tag}`, 'gs1-element', 'ITSCI'],
  ['Digital Link of a returnable asset', `https://id.gs1.org/8003/0${GRAI}${tag}`, 'gs1-link', 'ITSCI'],
  ['Digital Link of an item', `https://example.com/01/${GTIN}/10/LOT7/21/${tag}?17=271231`, 'gs1-link', 'ITSCI'],
])('%s is read', (_what, text, form, issuer) => {
  expect(readTagCode(text, prints)).toEqual({ ok: true, value: { issuer, tag, form } })
})

test('without known series everything is taken as seen', () => {
  expect(readTagCode('1234567')).toEqual({ ok: true, value: { issuer: null, tag: '1234567', form: 'number' } })
  expect(readTagCode('kv-0000012', prints)).toEqual({ ok: true, value: { issuer: 'RCS', tag: 'KV-0000012', form: 'number' } })
})

test('a wrong check digit is named with the digit that should stand there', () => {
  const wrong = `${tag.slice(0, -1)}${(Number(tag.slice(-1)) + 1) % 10}`
  const facts = { tag: wrong, read: wrong.slice(-1), expected: tag.slice(-1) }
  expect(readTagCode(wrong, prints)).toEqual({ ok: false, refusal: { code: 'tag-check-digit-wrong', facts } })
  expect(readTagCode(`https://x.example/id/obj/ITSCI/${wrong}`, prints)).toMatchObject({
    ok: false,
    refusal: { code: 'tag-check-digit-wrong' },
  })
  expect(readTagCode(`CD-9${tag.slice(4)}`, prints).ok, 'a slip that leads out of the series is noticed too').toBe(false)
})

test('a series without check digit of the same look lets every number pass', () => {
  const alike: KnownPrint = { ...plainSeries, series: 'CD-', digits: 7 }
  expect(readTagCode(`${tag.slice(0, -1)}${(Number(tag.slice(-1)) + 1) % 10}`, [...prints, alike]).ok).toBe(true)
})

test('a wrong check digit of a GS1 key is named', () => {
  const wrong = `${GTIN.slice(0, -1)}${(Number(GTIN.slice(-1)) + 3) % 10}`
  const facts = { key: wrong, read: wrong.slice(-1), expected: GTIN.slice(-1) }
  expect(readTagCode(`(01)${wrong}(21)${tag}`)).toEqual({ ok: false, refusal: { code: 'tag-key-digit-wrong', facts } })
})

test.each([
  ['', 'tag-code-empty'],
  [' \r\n', 'tag-code-empty'],
  ['https://example.com/menu', 'tag-code-of-something-else'],
  ['https://chanzo.example/id/obj/itsci', 'tag-code-of-something-else'],
  ['https://chanzo.example/id/obj/itsci/%E0%A4%A', 'tag-code-of-something-else'],
  ['WIFI:S:bureau;T:WPA;P:secret12;;', 'tag-code-of-something-else'],
  ['BEGIN:VCARD', 'tag-code-of-something-else'],
  ['(00)361414112345678901', 'tag-code-of-something-else'],
  [']d299X', 'tag-code-of-something-else'],
  ['coltan', 'tag-code-of-something-else'],
  ['<b>1</b>', 'tag-code-of-something-else'],
  ['9'.repeat(41), 'tag-code-of-something-else'],
])('%j is not a tag: %s', (text, code) => {
  expect(readTagCode(text, prints)).toMatchObject({ ok: false, refusal: { code } })
})

test('what is drawn for GS1 is read back, and what does not fit is not drawn', () => {
  for (const key of [GRAI, GTIN]) expect(readGs1Elements(gs1Elements({ key, serial: tag }))).toEqual({ key, serial: tag })
  expect(gs1Obstacle(GRAI, tag)).toBeNull()
  expect(gs1Obstacle(GRAI, 'ITSCI-CONGO-1234567')).toBe('length')
  expect(gs1Obstacle(GTIN, 'ITSCI-CONGO-1234567')).toBeNull()
  expect(gs1Obstacle(GTIN, 'CD#1')).toBe('characters')
  expect(gs1Obstacle('0614141123450', tag)).toBe('key')
})
