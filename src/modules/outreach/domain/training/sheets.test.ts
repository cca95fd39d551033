/* Sheets from telephones: always taken, counted or waiting with a reason, never silently replaced by what another telephone says. */
import { expect, test } from 'vitest'
import { mustParse } from '../../../../kernel/schema.ts'
import { HandInSheet, type SettleSheet, SheetId } from '../../contract-sheets.ts'
import { proposedItems } from './proposed-items.ts'
import type { SessionEvent } from './session-events.ts'
import { type SheetState, composeAnew, handIn, noSheets, onSheet, settle } from './sheets.ts'

const items = proposedItems.slice(0, 3).map(({ id }) => id)
const start = { items, right: [1, 2, 0], ...noSheets }
const around = { state: 'planned' as const, participants: new Map([1, 2].map((badge) => [badge, {}])) }
const sheetId = (n: number) => mustParse(SheetId, `00000000-0000-7000-8000-00000000000${n}`)
const said = (badge: number, answers: readonly (number | null)[], more: object = {}) =>
  mustParse(HandInSheet, { when: 'pre', badge, items, answers: [...answers], language: 'fr', ...more })
const from = (n: number, source: string) => ({ sheet: sheetId(n), source, at: '2026-11-20T08:00:00.000Z' })

type OfSheets = Parameters<typeof onSheet>[1]
const isOfSheets = (event: SessionEvent): event is OfSheets => /sheet|tested|test-composed/.test(event.kind)
/** Decides and folds; gives the payload of the one event beside. */
function after(state: SheetState, decided: ReturnType<typeof handIn>) {
  if (!decided.ok) throw new Error(decided.refusal.code)
  const event = decided.value[0]
  if (event === undefined || !isOfSheets(event)) throw new Error('no event of sheets')
  return { state: onSheet(state, event), payload: event.payload }
}
const give = (state: SheetState, sheet: ReturnType<typeof said>, of: ReturnType<typeof from>, near: object = {}) =>
  after(state, handIn({ ...around, ...near, ...state }, sheet, of))
const code = (decided: ReturnType<typeof handIn>) => (decided.ok ? 'taken' : decided.refusal.code)

test('a sheet is scored, and a later one of the same telephone counts in its place', () => {
  const first = give(start, said(1, [1, null, 0]), from(1, 'a'))
  expect(first.payload).toMatchObject({ finding: null, scoreTenths: 667, standing: null })
  const second = give(first.state, said(1, [1, 2, 0]), from(2, 'a'))
  expect(second.payload).toMatchObject({ finding: null, scoreTenths: 1000 })
  expect(second.state.sheets.get('pre/1')).toMatchObject({ scoreTenths: 1000 })
})
test('another telephone that says otherwise waits beside what stands; one that says the same does not', () => {
  const first = give(start, said(1, [1, null, 0]), from(1, 'a'))
  expect(give(first.state, said(1, [1, null, 0]), from(2, 'b')).payload).toMatchObject({ finding: null })
  const other = give(first.state, said(1, [1, 2, 0]), from(3, 'b'))
  expect(other.payload).toMatchObject({ finding: 'differs', scoreTenths: 1000, standing: { answers: [1, null, 0], scoreTenths: 667 } })
  expect(other.state.sheets.get('pre/1')).toMatchObject({ scoreTenths: 667, source: 'a' })
  expect(give(other.state, said(1, [0, 0, 0], { when: 'post' }), from(4, 'b')).payload).toMatchObject({ finding: null })
  const choose = (data: SettleSheet) => settle({ ...around, ...other.state }, data)
  const counted = after(other.state, choose({ sheet: sheetId(3), counts: true }))
  expect([counted.state.sheets.get('pre/1')?.scoreTenths, counted.state.waiting.size]).toEqual([1000, 0])
  const aside = after(other.state, choose({ sheet: sheetId(3), counts: false }))
  expect([aside.state.sheets.get('pre/1')?.scoreTenths, aside.state.waiting.size]).toEqual([667, 0])
  expect(code(settle({ ...around, ...aside.state }, { sheet: sheetId(3), counts: true }))).toBe('sheet-not-waiting')
})
test('a badge that nobody has, a closed session and another test are taken and wait', () => {
  const unknown = give(start, said(9, [1, 2, 0]), from(1, 'a'))
  expect(unknown.payload).toMatchObject({ finding: 'unknown-badge', scoreTenths: 1000 })
  const whose = (badge?: number) =>
    settle({ ...around, ...unknown.state }, { sheet: sheetId(1), counts: true, ...(badge ? { badge } : {}) })
  expect(code(whose())).toBe('unknown-badge')
  expect(after(unknown.state, whose(2)).state.sheets.get('pre/2')).toMatchObject({ scoreTenths: 1000 })
  expect(give(start, said(1, [1, 2, 0]), from(1, 'a'), { state: 'closed' }).payload).toMatchObject({ finding: 'session-over' })
  const otherTest = give(start, said(1, [1, 2], { items: items.slice(0, 2) }), from(1, 'a'))
  expect(otherTest.payload).toMatchObject({ finding: 'other-test', scoreTenths: null })
  expect(code(settle({ ...around, ...otherTest.state }, { sheet: sheetId(1), counts: true }))).toBe('sheet-of-another-test')
  expect(after(otherTest.state, settle({ ...around, ...otherTest.state }, { sheet: sheetId(1), counts: false })).state.waiting.size).toBe(0)
})
test('a sheet whose answers do not fit its own questions is refused, and one of a session without a test', () => {
  expect(code(handIn({ ...around, ...start }, said(1, [1]), from(1, 'a')))).toBe('answers-do-not-fit')
  expect(code(handIn({ ...around, ...start, right: [] }, said(1, [1, 2, 0]), from(1, 'a')))).toBe('session-without-test')
})
test('a test is composed anew while nobody has taken it', () => {
  const anew = { items: items.slice(1), right: [2, 0] }
  expect(after(start, composeAnew({ ...around, ...start }, anew)).state).toMatchObject({ items: items.slice(1), right: [2, 0] })
  const taken = give(start, said(1, [1, 2, 0]), from(1, 'a')).state
  const waits = give(start, said(9, [1, 2, 0]), from(1, 'a')).state
  for (const state of [taken, waits]) expect(code(composeAnew({ ...around, ...state }, anew))).toBe('test-was-taken')
  expect(code(composeAnew({ ...around, ...start }, { ...anew, right: null }))).toBe('test-items-unknown')
  expect(code(composeAnew({ ...around, ...start, state: 'closed' }, anew))).toBe('training-session-over')
})
