/*
The interview on paper: a sheet of numbers and boxes that says nothing to who finds it, and the desk where a filled one is typed in. The key to the
numbers is on the screen of who types and is never printed.
*/
import { useState } from 'react'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { say } from '../../domain/label.ts'
import { answerLabels } from '../../domain/identification/labels-answers.ts'
import { indicatorLabels } from '../../domain/identification/labels-indicators.ts'
import { SCREENING_FORM_ID, lineOfPaper, paperSheet } from '../../domain/identification/screening-form.ts'
import { boxes, typedLine } from './paper-lines.ts'
import { questionLabels } from './question-labels.ts'
import type { ScreeningDraft } from './screening-draft.ts'
import { Interview, senderOf } from './screening-screen.tsx'
import { submitScreening } from './submit-screening.ts'
import './screening.css'
import { begun } from './use-screening-draft.ts'

const SHEET = SCREENING_FORM_ID.slice(-1).padStart(2, '0')

export function PaperScreen() {
  const { t } = useWords()
  const me = useMe().data
  const [typing, setTyping] = useState(false)
  const [first, setFirst] = useState<ScreeningDraft | null>(null)
  return (
    <Page title={t('paper-interview.title')} under={t('paper.under')} crumbs={<AppLink to="/interview">{t('interview.title')}</AppLink>}>
      {first !== null && me !== undefined ? (
        <>
          <Note tone="calm">{t('paper.then')}</Note>
          <Interview account={me.account} sender={senderOf(me)} submit={submitScreening} first={first} />
          <Note>{t('paper.destroy')}</Note>
        </>
      ) : typing ? (
        <TypeIn onDone={setFirst} />
      ) : (
        <>
          <div className="form-actions no-print">
            <Button onClick={() => setTyping(true)}>{t('paper.type-in')}</Button>
            <Button kind="primary" onClick={() => window.print()}>
              {t('paper.print')}
            </Button>
          </div>
          <p className="small no-print">{t('paper.boxes')}</p>
          <Sheet />
        </>
      )}
    </Page>
  )
}

/** All that is printed: a number of the sheet, numbers of lines, empty boxes. */
function Sheet() {
  const { t } = useWords()
  return (
    <section className="panel paper" aria-label={t('paper.sheet', { code: SHEET })}>
      <strong>{t('paper.sheet', { code: SHEET })}</strong>
      <div className="paper-lines">
        {paperSheet().map(({ line }) => (
          <div key={line}>
            <span>{line}</span>
            <span className="boxes" aria-hidden="true">
              {boxes.map((box, at) => (
                <i key={box}>{at + 1}</i>
              ))}
            </span>
          </div>
        ))}
      </div>
    </section>
  )
}

function TypeIn({ onDone }: { readonly onDone: (draft: ScreeningDraft) => void }) {
  const { t, language } = useWords()
  const [draft, setDraft] = useState(() => begun(new Date().toISOString()))
  const [number, setNumber] = useState('')
  const [typed, setTyped] = useState<readonly string[]>([])
  const line = lineOfPaper(number.trim())
  const unknown = number.trim().length >= 3 && line === null
  const put = (box: number) => {
    const answer = boxes[box]
    const part = answer === undefined ? null : typedLine(draft, { number: number.trim(), answer, evidence: 'SELF', on: todayHere() })
    if (part === null) return
    setDraft({ ...draft, ...part })
    setTyped([...typed.filter((one) => one !== number.trim()), number.trim()])
    setNumber('')
  }
  return (
    <Panel title={t('paper.type-in')} aside={<span className="small">{t('paper.typed', { n: typed.length })}</span>}>
      <div className="stack">
        <TextField
          label={t('paper.line')}
          hint={t('paper.line.hint')}
          fault={unknown ? t('paper.line.unknown') : undefined}
          inputMode="numeric"
          maxLength={4}
          value={number}
          onValue={setNumber}
        />
        {line !== null && (
          <div className="answer-row" role="group" aria-label={number}>
            <span>{line.code === null ? say(questionLabels, line.question, language) : say(indicatorLabels, line.code, language)}</span>
            <div className="answers">
              {boxes.map((answer, at) => (
                <button key={answer} type="button" onClick={() => put(at)}>
                  {at + 1} · {say(answerLabels, answer, language)}
                </button>
              ))}
            </div>
          </div>
        )}
        <p className="small">{t('paper.then')}</p>
        <div className="form-actions">
          <Button kind="primary" disabled={typed.length === 0} onClick={() => onDone(draft)}>
            {t('paper.go-on')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
