/*
Tests of a session on telephones, as they travel: what a telephone keeps for days without network (never which option is right), one sheet handed in by badge, and
the sheets that wait because somebody who teaches has to look. A sheet that can be read is always taken; whether it counts is said beside.
*/
import { type Infer, calendarDate, count, id, instant, listOf, maybe, oneOf, orNull, record, text, yesOrNo } from '../../kernel/schema.ts'
import { Badge, InLanguages, SessionId, TestItemId, TestMoment } from './contract-training.ts'

export const SheetLanguage = oneOf('fr', 'en', 'mn')
export type SheetLanguage = Infer<typeof SheetLanguage>
const Answers = listOf(orNull(count()), 40)

/** A telephone keeps this and nothing else of a session. The schema has no place for a right option, nor for a name. */
export const KeptTest = record({
  session: SessionId,
  number: text(60),
  title: InLanguages,
  place: orNull(text(160)),
  firstDay: calendarDate(),
  lastDay: calendarDate(),
  questions: listOf(record({ id: TestItemId, question: InLanguages, options: listOf(InLanguages, 6) }), 40),
  badges: listOf(Badge, 1000),
  /** In which every question and every option is written. */
  languages: listOf(SheetLanguage, 3),
})
export type KeptTest = Infer<typeof KeptTest>

/** Sessions that go on in the own territory and have a test: what a telephone may keep. */
export const TestsToKeep = record({
  tests: listOf(
    record({ session: SessionId, number: text(60), title: InLanguages, place: orNull(text(160)), lastDay: calendarDate() }),
    300,
  ),
})
export type TestsToKeep = Infer<typeof TestsToKeep>

export const HandInSheet = record({
  when: TestMoment,
  badge: Badge,
  /** The questions as this telephone had them, in their order: another test of the same session is known by it. */
  items: listOf(TestItemId, 40).min(1, 'empty'),
  /** One for each question; `null`: left open. */
  answers: Answers,
  language: SheetLanguage,
})
export type HandInSheet = Infer<typeof HandInSheet>

/** Why a sheet waits: another telephone said otherwise, nobody has this badge, the session was closed meanwhile, its test was composed anew. */
export const SheetFinding = oneOf('differs', 'unknown-badge', 'session-over', 'other-test')
export type SheetFinding = Infer<typeof SheetFinding>
export const SheetId = id('command')
export const WaitingSheet = record({
  sheet: SheetId,
  when: TestMoment,
  badge: Badge,
  answers: Answers,
  /** `null`: it is of another test, and nobody can score it. */
  scoreTenths: orNull(count()),
  finding: SheetFinding,
  /** For `differs`: the sheet that counts meanwhile. */
  standing: orNull(record({ answers: Answers, scoreTenths: count() })),
  handedInAt: instant(),
})
export type WaitingSheet = Infer<typeof WaitingSheet>
export const WaitingSheets = record({ waiting: listOf(WaitingSheet, 1000) })
export type WaitingSheets = Infer<typeof WaitingSheets>

/** Counts, for its own badge or for the one that it should have said; else it is set aside. Nothing of it leaves the log. */
export const SettleSheet = record({ sheet: SheetId, counts: yesOrNo(), badge: maybe(Badge) })
export type SettleSheet = Infer<typeof SettleSheet>
export const ComposeTest = record({ items: listOf(TestItemId, 40).min(1, 'empty') })
