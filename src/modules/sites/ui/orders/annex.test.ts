import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { annexOf, coloursOf, editedLine, keptLine, linesOf, silentLines, sortLines, stocksOf } from './annex.ts'

const id = (n: number) => `0193a000-0000-7000-8000-00000000000${n}`
const visit = (n: number, site: number, on: string, result: 'green' | 'yellow' | 'red') => ({
  inspection: asId('inspection', id(n)),
  site: asId('site', id(site)),
  name: `Site ${site}`,
  nationalId: `CD-${site}`,
  mission: null,
  on,
  phase: 'accepted',
  result,
  answered: 12,
  questions: 12,
  orderNumber: null,
})

test('each site comes once, with its newest accepted visit, deciding what was proposed', () => {
  const lines = linesOf({
    inspections: [visit(1, 7, '2026-01-02', 'red'), visit(2, 7, '2026-03-02', 'green'), visit(3, 8, '2026-02-02', 'yellow')],
  })
  expect(lines.map(({ name, colour, proposed }) => [name, colour, proposed])).toEqual([
    ['Site 7', 'green', 'green'],
    ['Site 8', 'yellow', 'yellow'],
  ])
})

test('a colour other than the proposed one owes a reason', () => {
  const [line] = linesOf({ inspections: [visit(2, 7, '2026-03-02', 'red')] })
  if (!line) throw new Error('no line')
  const milder = { ...line, colour: 'yellow' as const }
  expect(silentLines([line]).length).toBe(0)
  expect(silentLines([milder]).length).toBe(1)
  expect(silentLines([{ ...milder, deviationReason: 'levée de la barrière constatée' }]).length).toBe(0)
  expect(annexOf([{ ...milder, deviationReason: ' ' }])).toEqual([{ site: line.site, colour: 'yellow' }])
})

test('a visit on which an order in force rests waits for none; the newest visit of its site decides', () => {
  const [older, ordered, free] = [visit(1, 7, '2026-01-02', 'red'), visit(2, 7, '2026-03-02', 'green'), visit(3, 8, '2026-02-02', 'yellow')]
  const sorted = sortLines(linesOf({ inspections: [older, { ...ordered, orderNumber: '0311/2026' }, free] }))
  expect(sorted.waiting.map(({ name, nationalId }) => [name, nationalId])).toEqual([['Site 8', 'CD-8']])
  expect(sorted.ordered.map(({ name, orderNumber }) => [name, orderNumber])).toEqual([['Site 7', '0311/2026']])
})

test('the colours of a draft are counted, green first, as decided and not as proposed', () => {
  const lines = linesOf({
    inspections: [visit(1, 6, '2026-01-02', 'yellow'), visit(2, 7, '2026-03-02', 'green'), visit(3, 8, '2026-02-02', 'green')],
  })
  expect(coloursOf(lines)).toEqual([
    { colour: 'green', n: 2 },
    { colour: 'yellow', n: 1 },
  ])
  expect(coloursOf(lines.map((line) => ({ ...line, colour: 'red' as const })))).toEqual([{ colour: 'red', n: 3 }])
})

test('a row whose site nobody knows is kept with what was written, and is in no signature', () => {
  const line = editedLine({ key: 'Kasika Nord', colour: 'green' }, true)
  expect(keptLine(line)).toEqual([{ key: 'Kasika Nord', colour: 'green' }])
  expect(annexOf([line])).toEqual([])
})

test('a stock goes into a derogation in grams, and only when quantity, day and reason are there', () => {
  const line = editedLine(
    { key: 'A', site: asId('site', id(7)), colour: 'red', quantityGrams: 1250, foundOn: '2026-05-01', stockReason: 'vu' },
    false,
  )
  expect(line.quantity).toBe('1.25')
  expect(stocksOf([{ ...line, quantity: '1 250,5'.replace(' ', '') }])).toMatchObject([{ quantityGrams: 1_250_500, foundOn: '2026-05-01' }])
  expect(stocksOf([{ ...line, stockReason: ' ' }])).toEqual([])
})
