/* A spreadsheet becomes a directory: tried as soon as it is chosen, every row with its result, written only when somebody asks for it. */
import { useState } from 'react'
import { sendFile } from '../../../../app/api.ts'
import { questions } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Field } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import type { ImportAnswer, ImportRow, RowProblem } from '../../contract-directory.ts'

const PATH = '/api/service-point-lists'
export function ImportDirectoryScreen() {
  const { t } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const [answer, setAnswer] = useState<ImportAnswer | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const send = async (list: File, write: boolean) => {
    setBusy(true)
    setError(null)
    try {
      setAnswer(await sendFile<ImportAnswer>(write ? `${PATH}?write=true` : PATH, list))
      if (write) await questions.invalidateQueries()
    } catch (fault) {
      setError(fault)
      setAnswer(null)
    }
    setBusy(false)
  }
  return (
    <Page title={t('list-in.title')} under={t('list-in.under')} crumbs={<AppLink to="/directory">{t('directory.title')}</AppLink>}>
      <Panel>
        <Field label={t('list-in.file')} hint={t('list-in.file.hint')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="file"
              accept=".csv,.tsv,.txt,.xlsx,text/csv"
              disabled={busy}
              onChange={(event) => {
                const chosen = event.target.files?.[0]
                // The same file, mended, must be taken again.
                event.target.value = ''
                if (!chosen) return
                setFile(chosen)
                void send(chosen, false)
              }}
            />
          )}
        </Field>
      </Panel>
      {busy && <Loading />}
      {error !== null && <ErrorState error={error} />}
      {answer && <Tried answer={answer} busy={busy} write={file === null ? null : () => void send(file, true)} />}
    </Page>
  )
}
interface TriedProps {
  readonly answer: ImportAnswer
  readonly busy: boolean
  readonly write: (() => void) | null
}
function Tried({ answer, busy, write }: TriedProps) {
  const { t } = useWords()
  const fresh = answer.rows.filter((one) => one.verdict === 'new').length
  return (
    <>
      <Note tone={answer.wrote ? 'good' : 'calm'} live>
        {answer.wrote ? t('list-in.wrote', { n: answer.added }) : triedText(t, answer, fresh)}{' '}
        {answer.unknownColumns.length > 0 && t('list-in.unknown', { columns: answer.unknownColumns.join(', ') })}
      </Note>
      {!answer.wrote && fresh > 0 && write && (
        <div className="form-actions">
          <Button kind="primary" busy={busy} onClick={write}>
            {t('list-in.write', { n: fresh })}
          </Button>
        </div>
      )}
      <Panel>
        <DataTable
          caption={t('list-in.title')}
          file="directory-rows"
          rows={answer.rows}
          rowKey={(one) => String(one.row)}
          order="row"
          columns={columnsOf(t)}
          empty={<EmptyState title={t('directory.empty')} />}
        />
      </Panel>
    </>
  )
}
const triedText = (t: Translate, { rows }: ImportAnswer, fresh: number): string => {
  const count = (verdict: ImportRow['verdict']): number => rows.filter((one) => one.verdict === verdict).length
  return t('list-in.tried', { fresh, doubles: count('double'), faults: count('error') })
}
const problemText = ({ column, code, value }: RowProblem): string =>
  wordOr(`list-in.problem.${code}`, code, { column: column ?? '', value: value ?? '' })
const columnsOf = (t: Translate): readonly Column<ImportRow>[] => [
  { key: 'row', header: t('list-in.row'), value: (one) => one.row, cell: (one) => one.row, numeric: true },
  { key: 'name', header: t('directory.name'), value: (one) => one.name, cell: (one) => one.name },
  { key: 'what', header: t('list-in.what'), value: (one) => one.verdict, cell: (one) => t(`list-in.${one.verdict}`) },
  {
    key: 'why',
    header: t('list-in.why'),
    value: (one) => one.problems.map(problemText).join(' · '),
    cell: (one) => (
      <>
        {one.problems.map((problem, at) => (
          <div key={at}>{problemText(problem)}</div>
        ))}
        {one.same !== null && t('list-in.same', { same: one.same })}
      </>
    ),
  },
]
