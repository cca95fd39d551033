/* A file of numbers, tried on this device: what it holds and which lines cannot be taken; sent sheet by sheet only when somebody asks for it. */
import { useState } from 'react'
import { useCommand } from '../../../app/ask.ts'
import { troubleOf } from '../../../app/api.ts'
import { Button } from '../../../app/kit/button.tsx'
import { Field } from '../../../app/kit/field.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { saveFile } from '../../../app/kit/save-file.ts'
import { refusalText, useWords } from '../../../app/words.ts'
import type { WorkersSheet } from '../contract-workers.ts'
import { type WorkersTrial, readWorkersFile, workerColumns } from '../domain/workers-file.ts'
import { useAreas } from './areas-and-quarters.ts'

const SHOWN = 12
const isThere = (error: unknown): boolean => troubleOf(error).refusal?.code === 'workers-sheet-there'
const SAMPLE = `${workerColumns.join(',')}\r\nMN46,2026-Q3,labour-office,mining,china,male,25-34,valid,40\r\n`

export function WorkersFile() {
  const { t } = useWords()
  const areas = useAreas()
  const [trial, setTrial] = useState<WorkersTrial | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [done, setDone] = useState<{ readonly n: number; readonly known: number } | null>(null)
  const { send, error } = useCommand<WorkersSheet>('/api/foreign-workers')
  const [busy, setBusy] = useState(false)
  const read = async (file: File) => {
    const outcome = readWorkersFile(await file.text(), new Set(areas.map(({ id }) => id)))
    setDone(null)
    setTrial(outcome.ok ? outcome.value : null)
    setFault(outcome.ok ? null : refusalText(outcome.refusal.code, outcome.refusal.facts))
  }
  const record = async () => {
    setBusy(true)
    setDone(await sendAll(trial?.sheets ?? [], send))
    setBusy(false)
  }
  return (
    <Panel title={t('workers.file')}>
      <div className="stack no-print">
        <Field label={t('workers.file')} hint={t('workers.file.hint')}>
          {(wiring) => (
            <input
              {...{ ...wiring, className: 'input', type: 'file', accept: '.csv,text/csv', disabled: busy || areas.length === 0 }}
              onChange={(event) => {
                const file = event.target.files?.[0]
                // The same file, mended, must be taken again.
                event.target.value = ''
                if (file) void read(file)
              }}
            />
          )}
        </Field>
        <div className="form-actions">
          <Button onClick={() => saveFile('foreign-workers-sample.csv', SAMPLE, 'text/csv')}>{t('workers.file.sample')}</Button>
        </div>
        {fault !== null && (
          <Note tone="red" live>
            {fault}
          </Note>
        )}
        {trial && <Tried trial={trial} busy={busy} record={done === null ? () => void record() : null} />}
        {done && (
          <Note tone="good" live>
            {t('workers.tried.done', { ...done })}
          </Note>
        )}
        {error && !isThere(error) && <ErrorState error={error} />}
      </div>
    </Panel>
  )
}
/** One after the other; a sheet that stands already is known, and any other refusal ends it: the file can be sent again. */
async function sendAll(sheets: readonly WorkersSheet[], send: (sheet: WorkersSheet) => Promise<unknown>) {
  const done = { n: 0, known: 0 }
  for (const sheet of sheets) {
    try {
      await send(sheet)
      done.n += 1
    } catch (fault) {
      if (!isThere(fault)) return done
      done.known += 1
    }
  }
  return done
}

interface TriedProps {
  readonly trial: WorkersTrial
  readonly busy: boolean
  readonly record: (() => void) | null
}
function Tried({ trial: { sheets, rows, damaged }, busy, record }: TriedProps) {
  const { t } = useWords()
  return (
    <>
      <p role="status">{t('workers.tried', { sheets: sheets.length, rows, damaged: damaged.length })}</p>
      <ul>
        {damaged.slice(0, SHOWN).map(({ line, column, problem }) => (
          <li key={line}>{t('workers.tried.line', { line, column, problem: t(`workers.problem.${problem}`) })}</li>
        ))}
      </ul>
      {sheets.length > 0 && record && (
        <div className="form-actions">
          <Button kind="primary" busy={busy} onClick={record}>
            {t('workers.tried.go', { sheets: sheets.length })}
          </Button>
        </div>
      )}
    </>
  )
}
