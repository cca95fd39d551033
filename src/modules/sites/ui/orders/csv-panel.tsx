/* The annex from a table that somebody else made: pasted or as a file. Rows come in whole or not at all, with the row that is wrong named. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Field, LongTextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { type CsvProblem, readAnnexCsv } from '../../domain/orders/annex-csv.ts'
import { type AnnexDraft, editedLine } from './annex.ts'
import type { KindOfOrder } from './draft-form.ts'

const MOST_LETTERS = 500_000
/** A kind that leaves only one colour needs no column for it. */
const onlyColour = (kind: KindOfOrder) =>
  kind === 'red_listing' || kind === 'withdrawal' || kind === 'derogation' ? ('red' as const) : null

export function CsvPanel({ kind, onLines }: { readonly kind: KindOfOrder; readonly onLines: (lines: readonly AnnexDraft[]) => void }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [problems, setProblems] = useState<readonly CsvProblem[]>([])
  const [taken, setTaken] = useState(0)
  const take = () => {
    const read = readAnnexCsv(text, onlyColour(kind))
    setProblems(read.ok ? [] : read.problems)
    setTaken(read.ok ? read.lines.length : 0)
    if (!read.ok) return
    onLines(read.lines.map((line) => editedLine(line, true)))
    setText('')
  }
  return (
    <details>
      <summary>{t('annex.csv')}</summary>
      <div className="stack" style={{ paddingTop: 8 }}>
        <p className="small">{t('annex.csv.explain')}</p>
        <LongTextField label={t('annex.csv.text')} value={text} onValue={setText} rows={5} maxLength={MOST_LETTERS} />
        <Field label={t('annex.csv.file')}>
          {(wiring) => (
            <input
              className="input"
              type="file"
              accept=".csv,text/csv,text/plain"
              {...wiring}
              onChange={(event) => void event.target.files?.[0]?.text().then((read) => setText(read.slice(0, MOST_LETTERS)))}
            />
          )}
        </Field>
        <div>
          <Button onClick={take} disabled={text.trim() === ''}>
            {t('annex.csv.take')}
          </Button>
        </div>
        {taken > 0 && (
          <Note tone="good" live>
            {t('annex.csv.taken', { n: taken })}
          </Note>
        )}
        {problems.length > 0 && (
          <Note tone="red" live>
            <b>{t('annex.csv.refused')}</b>
            <ul>
              {problems.slice(0, 20).map((one) => (
                <li key={JSON.stringify(one)}>{t(`annex.csv.${one.code}`, { ...one })}</li>
              ))}
            </ul>
          </Note>
        )}
      </div>
    </details>
  )
}
