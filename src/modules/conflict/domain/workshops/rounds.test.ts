import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { SheetContent } from '../../contract-sheets.ts'
import type { WorkshopContent } from '../../contract-workshops.ts'
import { compareRounds } from './rounds.ts'

const entryId = (n: number): string => `01a205fc-927c-7458-9641-99499c4b0${String(n).padStart(3, '0')}`
const content = (place: string, more: Partial<SheetContent> = {}): SheetContent => ({
  place: { site: null, provisionalName: place, at: null, province: 'XL1', territoire: 'XL101' },
  ...{ minerals: [], siteKind: null, legalState: null, access: null, nature: 'n', actors: [], modes: [], beneficiaries: [] },
  ...{ periodFrom: null, periodUntil: null, interference: 'regular', reliability: 'F', credibility: '6', corroborations: [] },
  ...{ victims: { forcedLabour: null, children: null, sexualViolence: null }, responses: [] },
  ...more,
})
const round = (...said: readonly SheetContent[]): WorkshopContent => ({
  convened: {
    ...{ title: 't', round: 'r', province: 'XL1', territoires: ['XL101'], firstDay: '2026-01-01', lastDay: '2026-01-02', groups: ['a'] },
    ...{ dotsEach: 3, agenda: [], former: null },
  },
  seats: [],
  entries: said.map((one, index) => ({
    id: asId('hall-entry', entryId(index)),
    number: index + 1,
    group: null,
    content: one,
    stances: [],
    earlier: [],
  })),
  cards: [],
})

test('places are known again by their name without accents and case; what nobody spoke of again is not over', () => {
  const before = round(content('Carrière du Bac'), content('Gué'), content('Marché', { interference: 'occasional' }))
  const after = round(
    content('carriere du bac', { interference: 'permanent' }),
    content('Marché', { interference: 'occasional' }),
    content('Pont'),
  )
  const verdicts = Object.fromEntries(
    compareRounds(before, after).map((one) => [(one.after ?? one.before)?.content.place.provisionalName, one.verdict]),
  )
  expect(verdicts).toEqual({ 'carriere du bac': 'worse', Gué: 'not-looked-again', Marché: 'unchanged', Pont: 'new' })
})

test('a place of the same name in another territoire is another place', () => {
  const elsewhere = content('Gué', { place: { ...content('Gué').place, territoire: 'XL102' } })
  expect(
    compareRounds(round(content('Gué')), round(elsewhere))
      .map((one) => one.verdict)
      .toSorted(),
  ).toEqual(['new', 'not-looked-again'])
})
