import { expect, test } from 'vitest'
import { HIDDEN, maskNumbers, withoutSender } from './telephone.ts'

test.each([
  'Benga ngai na 0990000004',
  'Appelez +243 990 000 004 svp',
  'appelez 00243990000004 svp',
  'mon numero: 099 00 000 04.',
  'na 99-000-0004 lobi',
  'tel (0)99.000.00.04',
  'o99oooooo4 ou',
  'wa.me/243990000004',
  '٠٩٩٠٠٠٠٠٠٤ namba',
])('the number of who sent it is taken out: %s', (said) => {
  const kept = withoutSender(said, '+243990000004')
  expect(kept).toContain(HIDDEN)
  expect(kept.replace(/\D/g, '')).not.toContain('0004')
})
test('other numbers, amounts and codes stay as they are; a sender without a number changes nothing', () => {
  for (const said of ['500 000 FC par sac, 12 sacs', 'code 0752 0014 4343 5553 8979', 'le 22-11-2026 à 10:30', '0990000005'])
    expect(withoutSender(said, '+243990000004')).toBe(said)
  expect(withoutSender('un texte', 'MINES')).toBe('un texte')
})
test.each(['0990000005', '+243 81 000 00 22', '00243810000022', '243810000022', '990000005', '081-000-00-22'])(
  'a number like %s is hidden from readers',
  (number) => expect(maskNumbers(`il faut appeler ${number}, vite`)).toEqual({ text: `il faut appeler ${HIDDEN}, vite`, found: 1 }),
)
test('what is no telephone number is read as it was written', () => {
  for (const said of ['5 000 000 FC', '12 sacs de 50 kg', 'LK-000123', 'le 22-11-2026', '1 250 000 francs', 'puits 7, colline 12'])
    expect(maskNumbers(said)).toEqual({ text: said, found: 0 })
})
