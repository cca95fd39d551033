import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { type FrozenShown, type HallCard } from '../../contract-workshops.ts'
import { blankContent } from './entry-draft.ts'
import { sheetOf, treeIdOf, treeOf } from './giving.ts'

const uuid = (n: number): string => `0193e0a0-0000-7000-8000-${String(n).padStart(12, '0')}`
const card = (n: number, more: Partial<HallCard>): HallCard => ({
  ...{ id: asId('card', uuid(n)), group: 1, kind: 'cause', text: `carte ${n}`, under: null, dots: n },
  ...more,
})
const core = card(1, { kind: 'core' })
const convened = {
  ...{ title: 'Cartographie', round: 'premier passage', province: 'XL1', territoires: ['XL101'], groups: ['Un'], dotsEach: 3 },
  ...{ firstDay: '2026-05-04', lastDay: '2026-05-05', agenda: [], former: null },
}
const entry = { id: asId('hall-entry', uuid(50)), number: 1, group: 1, content: blankContent(convened), stances: [], earlier: [] }
const cards = [core, card(2, { under: core.id }), card(3, { kind: 'effect', under: core.id }), card(4, { under: asId('card', uuid(99)) })]
const frozenOn = (on: string): FrozenShown => ({
  workshop: asId('workshop', uuid(70)),
  frozen: { version: 1, on, at: `${on}T15:00:00.000Z`, by: uuid(80), remark: null, sha256: 'a'.repeat(64) },
  content: { convened, seats: [], entries: [entry], cards },
})

test('a sheet says its workshop, its round, and the last day on which it was known, never a day after the freezing', () => {
  expect(sheetOf(frozenOn('2026-05-09'), entry)).toMatchObject({ workshop: uuid(70), round: 'premier passage', asOf: '2026-05-05' })
  expect(sheetOf(frozenOn('2026-05-04'), entry).asOf).toBe('2026-05-04')
})

test('causes bring about what they hang under, what carries an effect brings it about; dots become votes, and no card is lost', () => {
  const { content, zones } = treeOf(frozenOn('2026-05-05'))
  expect(content?.arrows).toEqual([
    { from: uuid(2), to: uuid(1) },
    { from: uuid(1), to: uuid(3) },
  ])
  expect(content?.cards.map((one) => [one.kind, one.votes])).toEqual([
    ...[
      ['core', 1],
      ['cause', 2],
      ['effect', 3],
      ['cause', 4],
    ],
  ])
  expect([zones, treeIdOf(frozenOn('2026-05-05'))]).toEqual([['XL101'], uuid(70)])
})
