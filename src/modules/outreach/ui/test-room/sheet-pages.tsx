/* One question under the thumb, then the page on which the sheet is handed in; all in the language that the person chose. */
import { useEffect, useRef } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import type { KeptTest } from '../../contract-sheets.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import { answered, openQuestions } from './filling.ts'
import type { BegunSheet } from './kept-tests.ts'
import { sheetText } from './sheet-text.ts'

interface SheetProps {
  readonly test: KeptTest
  readonly sheet: BegunSheet
  readonly sending: boolean
  readonly onSheet: (sheet: BegunSheet) => void
  readonly onBack: () => void
  readonly onGive: () => void
}
export function SheetPages({ test, sheet, sending, onSheet, onBack, onGive }: SheetProps) {
  const words = sheetWords[sheet.language]
  const head = useRef<HTMLParagraphElement>(null)
  const go = (at: number) => (at < 0 ? onBack() : onSheet({ ...sheet, at }))
  // Who reads by ear hears which question is shown; keys go on from there.
  useEffect(() => head.current?.focus(), [sheet.at])
  const of = test.questions.length
  const question = test.questions[sheet.at]
  const answer = sheet.answers[sheet.at] ?? null
  return (
    <div lang={sheet.language} className="test-sheet">
      <p ref={head} tabIndex={-1} className="test-head">
        {words.badge.replace('{badge}', String(sheet.badge))} · {words[sheet.when]} ·{' '}
        {question ? words.question.replace('{at}', String(sheet.at + 1)).replace('{of}', String(of)) : words.end}
      </p>
      {question ? (
        <Panel>
          <Choice
            key={question.id}
            legend={sheetText(question.question, sheet.language)}
            value={answer === null ? '' : String(answer)}
            options={question.options.map((option, place) => ({ value: String(place), label: sheetText(option, sheet.language) }))}
            onValue={(value) => onSheet(answered(sheet, Number(value)))}
          />
          <div className="form-actions">
            <Button onClick={() => go(sheet.at - 1)}>{words.back}</Button>
            <Button onClick={() => onSheet({ ...answered(sheet, null), at: sheet.at + 1 })}>{words.open}</Button>
            <Button kind="primary" disabled={answer === null} onClick={() => go(sheet.at + 1)}>
              {words.next}
            </Button>
          </div>
        </Panel>
      ) : (
        <Panel title={words.end}>
          <p>{openQuestions(sheet).length === 0 ? words.all : words.left.replace('{questions}', openQuestions(sheet).join(', '))}</p>
          <div className="form-actions">
            <Button onClick={() => go(0)}>{words.look}</Button>
            <Button kind="primary" busy={sending} onClick={onGive}>
              {words.give}
            </Button>
          </div>
        </Panel>
      )}
    </div>
  )
}
