import { expect, test } from 'vitest'
import { readAnnexCsv } from './annex-csv.ts'

test.each<[string, string, unknown]>([
  [
    'semicolons, accents, capitals',
    'Clé nationale;Couleur;Motif\ncd-1;VERT;\ncd-2;jaune;taxe',
    [
      { key: 'cd-1', colour: 'green' },
      { key: 'cd-2', colour: 'yellow', deviationReason: 'taxe' },
    ],
  ],
  [
    'commas, quotes that hold a comma and a line end',
    'site,statut\r\n"Kasika, ""Nord""\nbis",rouge\r\n',
    [{ key: 'Kasika, "Nord"\nbis', colour: 'red' }],
  ],
  [
    'pasted from a spreadsheet, with a mark of byte order',
    '\uFEFFIdentifiant CIRGL\tcouleur\nCD--1.9641+28.1234-00012\t1',
    [{ key: 'CD--1.9641+28.1234-00012', colour: 'green' }],
  ],
  [
    'a stock in kilograms is kept in grams',
    'site;couleur;quantité kg;trouvé le;motif du stock\nA;rouge;1 250,5;2026-05-01;vu',
    [{ key: 'A', colour: 'red', quantityGrams: 1_250_500, foundOn: '2026-05-01', stockReason: 'vu' }],
  ],
])('%s', (_name, text, lines) => {
  expect(readAnnexCsv(text, null)).toEqual({ ok: true, lines })
})

test.each<[string, string, object]>([
  ['a wrong column is named, nothing is taken', 'site,couler\nA,vert', { code: 'unknown-column', headings: 'couler' }],
  ['no column for the site', 'couleur\nvert', { code: 'no-site-column' }],
  ['a colour that is none is named with its row', 'site,couleur\nA,vert\nB,mauve', { code: 'no-colour', row: 2, written: 'mauve' }],
  ['a row without a site', 'site,couleur\n,vert', { code: 'no-site', row: 1 }],
  ['a quote that never closes', 'site,couleur\n"A,vert', { code: 'unclosed-quote' }],
  ['headings without a row', 'site,couleur\n', { code: 'nothing' }],
  ['a quantity that is none', 'site,couleur,kg\nA,rouge,beaucoup', { code: 'not-a-quantity', row: 1 }],
])('%s', (_name, text, problem) => {
  expect(readAnnexCsv(text, null)).toMatchObject({ ok: false, problems: [problem] })
})

test('where the kind of order leaves one colour, no column is needed for it', () => {
  expect(readAnnexCsv('site\nA', 'red')).toEqual({ ok: true, lines: [{ key: 'A', colour: 'red' }] })
})
