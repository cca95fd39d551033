import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { HallCard } from '../../contract-workshops.ts'
import { contentToSend, blankContent, countTyped } from './entry-draft.ts'
import { proposedAgenda, inOrder } from './proposals.ts'
import { hasDissent, isAnswered, outlineOf, rankedCards, stancesOf, stepBeside, verdictCounts } from './wall-reading.ts'

const idOf = (n: number) => asId('card', `0193e0a0-0000-7000-8000-${String(n).padStart(12, '0')}`)
const card = (n: number, more: Partial<HallCard> = {}): HallCard => ({
  ...{ id: idOf(n), group: 1, kind: 'cause', text: `carte ${n}`, under: null, dots: 0 },
  ...more,
})

test('cards with as many dots have the same rank; cards without dots have none', () => {
  const ranked = rankedCards([card(1, { dots: 4 }), card(2), card(3, { dots: 8 }), card(4, { dots: 4 }), card(5, { dots: 1 })])
  expect(ranked.map((one) => [one.rank, one.card.text, one.share])).toEqual([
    [1, 'carte 3', 1],
    [2, 'carte 1', 0.5],
    [2, 'carte 4', 0.5],
    [4, 'carte 5', 0.125],
  ])
  expect(rankedCards([])).toEqual([])
})

test('the outline holds each card once: effects, the core, causes under each other, and what hangs nowhere', () => {
  const cards = [
    ...[card(1, { kind: 'core' }), card(2, { under: idOf(1), dots: 1 }), card(3, { under: idOf(1), dots: 5 }), card(4, { under: idOf(3) })],
    ...[card(5, { kind: 'effect', under: idOf(1) }), card(6), card(7, { under: idOf(6) })],
  ]
  const { effects, core, causes, loose } = outlineOf(cards)
  const read = (lines: typeof causes) => lines.map(({ card: { text }, depth }) => `${depth} ${text}`)
  expect(core?.text).toBe('carte 1')
  expect(read(effects)).toEqual(['0 carte 5'])
  expect(read(causes)).toEqual(['0 carte 3', '1 carte 4', '0 carte 2'])
  expect(read(loose)).toEqual(['0 carte 6', '1 carte 7'])
})
test('without a core every card still stands in the outline', () => {
  const { causes, loose } = outlineOf([card(1), card(2, { kind: 'effect', under: idOf(1) }), card(3, { under: idOf(9) })])
  expect([causes.length, loose.length]).toEqual([0, 3])
})

test('who wrote an entry is not asked about it; silence is not agreement', () => {
  const entry = {
    group: 1,
    stances: [
      { group: 2, stance: 'dissent' as const, reason: 'Le site a changé de mains' },
      { group: 3, stance: 'agree' as const, reason: null },
    ],
  }
  const groups = ['Un', 'Deux', 'Trois', 'Quatre']
  expect(stancesOf(entry, groups).map((one) => one.stance)).toEqual(['wrote', 'dissent', 'agree', 'not-yet'])
  expect(stancesOf(entry, groups)[1]?.reason).toBe('Le site a changé de mains')
  expect([hasDissent(entry), isAnswered(entry, groups), isAnswered(entry, groups.slice(0, 3))]).toEqual([true, false, true])
})

test('a comparison counts its places, heaviest first, and names nothing that there is none of', () => {
  const lines = (['unchanged', 'worse', 'not-looked-again', 'worse'] as const).map((verdict) => ({ verdict }))
  expect(verdictCounts(lines)).toEqual([
    { verdict: 'worse', places: 2 },
    { verdict: 'not-looked-again', places: 1 },
    { verdict: 'unchanged', places: 1 },
  ])
})

test('the arrow keys stop at the first and the last page', () => {
  expect([stepBeside('places', -1), stepBeside('places', 1), stepBeside('pause', 1), stepBeside('votes', -1)]).toEqual([
    ...['places', 'stances', 'pause', 'causes'],
  ])
})

test('the proposed agenda has two days in order, from a welcome to a closing, and uses every page of the telephones', () => {
  const agenda = proposedAgenda((key) => key)
  expect(inOrder(agenda)).toEqual(agenda)
  expect([agenda[0]?.title, agenda.at(-1)?.title]).toEqual(['workshop.agenda.welcome', 'workshop.agenda.closing'])
  expect([...new Set(agenda.map((one) => one.day))]).toEqual(['1', '2'])
  expect([...new Set(agenda.map((one) => one.step))].toSorted()).toEqual(['causes', 'pause', 'places', 'stances', 'votes'])
})

test('an entry goes nowhere without place and nature, or with a period that ends before it begins; empty lines are left out', () => {
  const blank = blankContent({ province: 'CD74', territoires: ['CD7401'] })
  const named = { ...blank, place: { ...blank.place, provisionalName: ' Kibanda ' }, nature: ' Barrière la nuit ' }
  expect(contentToSend(blank)).toBeNull()
  expect(contentToSend({ ...named, nature: ' ' })).toBeNull()
  expect(contentToSend({ ...named, periodFrom: '2026-05-02', periodUntil: '2026-05-01' })).toBeNull()
  const sent = contentToSend({
    ...named,
    actors: [{ actor: null, written: '  ', role: 'taxes' }],
    corroborations: [
      { kind: ' ', on: null },
      { kind: ' radio ', on: null },
    ],
  })
  expect(sent).toMatchObject({ place: { provisionalName: 'Kibanda' }, nature: 'Barrière la nuit', reliability: 'F', credibility: '6' })
  expect([sent?.actors, sent?.corroborations]).toEqual([[{ actor: null, written: null, role: 'taxes' }], [{ kind: 'radio', on: null }]])
})
test('an empty count was not asked, 0 was', () =>
  expect([countTyped(''), countTyped('0'), countTyped('12'), countTyped('x')]).toEqual([null, 0, 12, null]))
