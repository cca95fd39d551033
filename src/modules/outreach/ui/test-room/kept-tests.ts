/*
What a telephone keeps of a test: its questions, the sheet that is being filled in, and which badges handed in here. In the store of the device, which on a telephone lies
sealed. What cannot be read is as if it were not there; nothing here ever held a right option.
*/
import { type Infer, listOf, orNull, parse, record, count } from '../../../../kernel/schema.ts'
import type { Keep } from '../../../../app/device.ts'
import { KeptTest, SheetLanguage } from '../../contract-sheets.ts'
import { Badge, TestMoment } from '../../contract-training.ts'

const PLACE = 'chanzo.test-room.'
export const testKey = (session: string): string => `${PLACE}${session}.test`
export const sheetKey = (session: string): string => `${PLACE}${session}.sheet`
const doneKey = (session: string): string => `${PLACE}${session}.done`

export const BegunSheet = record({
  badge: Badge,
  when: TestMoment,
  language: SheetLanguage,
  answers: listOf(orNull(count()), 40),
  /** The question that is shown; behind the last one: the page on which it is handed in. */
  at: count(),
})
export type BegunSheet = Infer<typeof BegunSheet>
const Done = listOf(record({ badge: Badge, when: TestMoment }), 2000)
export type DoneSheet = Infer<typeof Done>[number]

function read(keep: Pick<Keep, 'getItem'>, key: string): unknown {
  try {
    return JSON.parse(keep.getItem(key) ?? 'null')
  } catch {
    return null
  }
}
type Reading = Pick<Keep, 'getItem' | 'keys'>
export function keptTests(keep: Reading): readonly KeptTest[] {
  const sessions = keep
    .keys()
    .flatMap((key) => (key.startsWith(PLACE) && key.endsWith('.test') ? [key.slice(PLACE.length, -'.test'.length)] : []))
  return sessions.flatMap((session) => keptTest(keep, session) ?? []).toSorted((a, b) => (a.firstDay < b.firstDay ? 1 : -1))
}
export function keptTest(keep: Pick<Keep, 'getItem'>, session: string): KeptTest | null {
  const found = parse(KeptTest, read(keep, testKey(session)))
  return found.ok ? found.value : null
}
/** Kept by its schema: whatever else an answer might hold stays out. */
export function keepTest(keep: Pick<Keep, 'setItem'>, said: unknown): boolean {
  const test = parse(KeptTest, said)
  if (test.ok) keep.setItem(testKey(test.value.session), JSON.stringify(test.value))
  return test.ok
}
/** What was handed in lies in the outbox and stays there. */
export function dropTest(keep: Pick<Keep, 'removeItem'>, session: string): void {
  for (const key of [testKey(session), sheetKey(session), doneKey(session)]) keep.removeItem(key)
}
export function begunSheet(keep: Pick<Keep, 'getItem'>, { session, questions }: KeptTest): BegunSheet | null {
  const found = parse(BegunSheet, read(keep, sheetKey(session)))
  return found.ok && found.value.answers.length === questions.length ? found.value : null
}
export const keepBegun = (keep: Pick<Keep, 'setItem'>, session: string, sheet: BegunSheet): void =>
  keep.setItem(sheetKey(session), JSON.stringify(sheet))
export function doneSheets(keep: Pick<Keep, 'getItem'>, session: string): readonly DoneSheet[] {
  const found = parse(Done, read(keep, doneKey(session)))
  return found.ok ? found.value : []
}
export const addDone = (keep: Pick<Keep, 'getItem' | 'setItem'>, session: string, done: DoneSheet): void =>
  keep.setItem(doneKey(session), JSON.stringify([...doneSheets(keep, session), done]))
