/* Acceptance test 18 for what the screens of the interview and of signals add: every code in French and English; and paper that says nothing. */
import { describe, expect, test } from 'vitest'
import { formQuestionCodes, paperLines, paperSheet } from '../../domain/identification/screening-form.ts'
import * as signalTables from '../../domain/signals/signal-labels.ts'
import { screenScreeningEn } from '../../words/screen-screening-en.ts'
import { screenScreeningFr } from '../../words/screen-screening-fr.ts'
import { screenSignalsEn } from '../../words/screen-signals-en.ts'
import { screenSignalsFr } from '../../words/screen-signals-fr.ts'
import { explainedTexts } from './explained-texts.ts'
import { boxes, typedLine } from './paper-lines.ts'
import { questionLabel, questionLabels } from './question-labels.ts'
import * as listTables from './screening-lists.ts'
import { blankDraft, flowFor } from './screening-draft.ts'
import { draftIn, keptDraft } from './use-screening-draft.ts'

const NOW = '2026-11-22T09:00:00.000Z'
const how = { evidence: 'SELF', on: '2026-11-22' } as const
const tables = Object.entries({ ...signalTables, ...listTables, questionLabels, explainedTexts }).filter(([name]) =>
  /Labels$|Texts$/.test(name),
)

describe('Acceptance test 18: codes of the interview and of signals', () => {
  test.each(tables)('%s has both languages, and no two codes are called the same', (name, table) => {
    const labels = Object.values(table).flatMap((one) => (typeof one === 'object' && 'fr' in one && 'en' in one ? [one] : []))
    expect(labels.length, name).toBe(Object.keys(table).length)
    for (const language of ['fr', 'en'] as const) {
      const texts = labels.map((one) => String(one[language]))
      expect(texts.every((text) => text.trim() !== '')).toBe(true)
      expect(new Set(texts).size, `${name} ${language}`).toBe(texts.length)
    }
  })
  test('every question is worded for a child too', () => {
    for (const code of formQuestionCodes)
      for (const language of ['fr', 'en'] as const) expect(questionLabel(code, 'child')[language]).not.toBe('')
  })
  test('no sentence calls a person what they are not, and no title says what it is about', () => {
    const said = [screenScreeningFr, screenScreeningEn, screenSignalsFr, screenSignalsEn].flatMap((words) => Object.values(words))
    expect(said.filter((text) => /coupable|esclave|guilty|slave\b|traite\b|traffick/i.test(text))).toEqual([])
    expect(said.filter((text) => text.includes("'"))).toEqual([])
  })
})

describe('Paper', () => {
  test('prints numbers and boxes and not one word', () => {
    expect(JSON.stringify(paperSheet().map((one) => one.line))).toMatch(/^\[("\d{3,4}",?)+\]$/)
    expect(boxes).toHaveLength(5)
  })
  test('every line that is typed in finds its question; an unknown number finds none', () => {
    for (const { number } of paperLines)
      for (const answer of boxes) expect(typedLine(blankDraft(NOW), { number, answer, ...how }), number).not.toBeNull()
    expect(typedLine(blankDraft(NOW), { number: '9999', answer: 'YES', ...how })).toBeNull()
  })
  test('a sheet that is typed in goes the same way as an interview: safety first, and no consent without what was explained', () => {
    const numberOf = (question: string): string => paperLines.find((one) => one.question === question)?.number ?? ''
    const typed = [
      ['immediate-danger', 'NO'],
      ['private-place', 'YES'],
      ['exploiter-or-guards-near', 'NO'],
      ['nobody-else-present', 'YES'],
      ['safe-telephone', 'NO'],
      ['consent-to-interview', 'YES'],
      ['hours', 'YES'],
    ] as const
    const draft = typed.reduce(
      (before, [question, answer]) => ({ ...before, ...typedLine(before, { number: numberOf(question), answer, ...how }) }),
      blankDraft(NOW),
    )
    expect(draft.indicators['D4.HOURS']).toEqual({ answer: 'YES', ...how })
    expect(flowFor(draft, NOW)).toMatchObject({ section: 'S1', stop: 'explain-every-item', prompts: ['telephone-not-safe'] })
  })
})

describe('What a telephone keeps of an unfinished interview', () => {
  test('comes back as it was, without the time between; of another form, or broken, it is none', () => {
    const draft = { ...blankDraft(NOW), languages: ['sw'] }
    const back = draftIn(keptDraft(draft, '2026-11-22T09:12:00.000Z'), '2026-11-23T07:00:00.000Z')
    expect(back).toMatchObject({ languages: ['sw'], minutesBefore: 12, sittingSince: '2026-11-23T07:00:00.000Z', startedAt: NOW })
    expect(draftIn(keptDraft({ ...draft, form: 'SCREENING_FORM_v0' }, NOW), NOW)).toBeNull()
    for (const text of [null, '', '{', '{"draft":null}', '[]', '{"draft":{"form":1}}']) expect(draftIn(text, NOW)).toBeNull()
  })
})
