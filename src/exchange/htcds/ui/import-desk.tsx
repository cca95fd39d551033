/*
Files of another house: chosen, read and looked through on this device, then opened one by one. The server is asked which rows came before, and under which number a case is
opened. No name is drawn: the desk shows how many fields will be sealed. Whoever opens says first that the persons agreed to come here.
*/
import { useState } from 'react'
import { newId, post, troubleOf } from '../../../app/api.ts'
import { Button } from '../../../app/kit/button.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Field } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { Progress } from '../../../app/kit/progress.tsx'
import { EmptyState, ErrorState } from '../../../app/kit/states.tsx'
import { type Translate, needRefusals, refusalText, useWords, wordOr } from '../../../app/words.ts'
import { type ImportOpener, type ImportPlan, checkBodyOf, isSealedFile, planImport } from '../import-plan.ts'
import { type DeskRow, isWaiting, openRows, rowStateOf } from '../import-run.ts'
import { readFileRows } from '../read-file.ts'
import type { HtcdsComplaint } from '../record.ts'

const MOST_ROWS = 2_000
type Stage =
  | { readonly at: 'idle' | 'reading' | 'not-a-table' | 'too-long' }
  | {
      readonly at: 'read'
      readonly rows: readonly DeskRow[]
      readonly aboutHeadings: ImportPlan['aboutHeadings']
      readonly opening: number | null
    }

const digest = async (text: string): Promise<string> => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
async function readPlan(file: File, opener: ImportOpener | null): Promise<Stage> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const rows = await readFileRows(opener !== null && isSealedFile(bytes) ? await opener.unseal(bytes) : bytes)
  if (rows === null) return { at: 'not-a-table' }
  if (rows.length > MOST_ROWS + 1) return { at: 'too-long' }
  const plan = await planImport(rows, { onDay: todayHere(), digest })
  const checked = await post<{ readonly rows: readonly { readonly isKnown: boolean }[] }>(
    '/api/htcds-imports/checks',
    checkBodyOf(plan.rows),
  )
  return {
    at: 'read',
    aboutHeadings: plan.aboutHeadings,
    opening: null,
    rows: plan.rows.map((row, at) => ({ ...row, state: rowStateOf(row, checked.rows[at]?.isKnown === true) })),
  }
}

/** One file at a time: read, looked through, opened. */
function useDesk(opener: ImportOpener | null) {
  const [stage, setStage] = useState<Stage>({ at: 'idle' })
  const [error, setError] = useState<unknown>(null)
  const choose = (file: File) => {
    setError(null)
    setStage({ at: 'reading' })
    readPlan(file, opener).then(setStage, (fault: unknown) => {
      setStage({ at: 'idle' })
      setError(fault)
    })
  }
  const openAll = async (start: ImportOpener, { rows, aboutHeadings }: Extract<Stage, { at: 'read' }>) => {
    setError(null)
    let standing = rows
    const show = (now: readonly DeskRow[], opening: number | null) => {
      standing = now
      setStage({ at: 'read', rows: now, aboutHeadings, opening })
    }
    show(rows, 0)
    try {
      await needRefusals()
      await openRows(rows, {
        open: await start.begin(),
        draw: newId,
        claim: async (source, drawn) =>
          (await post<{ readonly case: string | null }>('/api/htcds-imports/claims', { source, case: drawn })).case,
        brought: async (source) => void (await post('/api/htcds-imports/sources', { sources: [source] })),
        reason: (thrown) => {
          const { kind, refusal } = troubleOf(thrown)
          return kind === 'refused' && refusal !== null ? refusalText(refusal.code) : null
        },
        onRows: (now) => show(now, now.filter((one) => !isWaiting(one)).length - rows.filter((one) => !isWaiting(one)).length),
      })
    } catch (fault) {
      setError(fault)
    }
    show(standing, null)
  }
  return { stage, error, choose, openAll }
}

export function HtcdsImportDesk({ opener }: { readonly opener: ImportOpener | null }) {
  const { t } = useWords()
  const { stage, error, choose, openAll } = useDesk(opener)
  return (
    <Page title={t('htcds.title')} under={t('htcds.under')}>
      <Panel>
        <Field label={t('htcds.file')} hint={t('htcds.file.hint')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="file"
              accept=".age,.csv,.tsv,.txt,.xlsx,.xml,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              disabled={stage.at === 'reading'}
              onChange={(event) => {
                const file = event.target.files?.[0]
                if (file) choose(file)
                event.target.value = ''
              }}
            />
          )}
        </Field>
      </Panel>
      {stage.at === 'reading' && <Progress label={t('htcds.reading')} done={0} of={null} />}
      {(stage.at === 'not-a-table' || stage.at === 'too-long') && (
        <Note tone="red" live>
          {t(`htcds.${stage.at}`)}
        </Note>
      )}
      {error !== null && <ErrorState error={error} />}
      {stage.at === 'read' && <PlanView stage={stage} openAll={opener === null ? null : () => void openAll(opener, stage)} />}
      <Source>{t('htcds.source')}</Source>
    </Page>
  )
}

function PlanView({ stage, openAll }: { readonly stage: Extract<Stage, { at: 'read' }>; readonly openAll: (() => void) | null }) {
  const { t } = useWords()
  const { rows, aboutHeadings, opening } = stage
  const [agreed, setAgreed] = useState(false)
  const waiting = rows.filter(isWaiting).length
  const failed = rows.filter(({ state }) => state === 'failed').length
  const opened = rows.filter(({ state }) => state === 'opened').length
  return (
    <>
      {aboutHeadings.length > 0 && (
        <Panel title={t('htcds.headings')}>
          <ul>
            {aboutHeadings.map((one) => (
              <li key={`${one.field} ${one.problem}`}>{complaintText(one)}</li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t('htcds.rows', { n: rows.length })}>
        <DataTable
          caption={t('htcds.title')}
          file="htcds"
          rows={rows}
          rowKey={(one) => String(one.row)}
          order="row"
          columns={columnsOf(t)}
          empty={<EmptyState title={t('htcds.none')}>{t('htcds.none.do')}</EmptyState>}
          plain
        />
      </Panel>
      <p className="small">{t('htcds.kept')}</p>
      {opened > 0 && (
        <Note tone="good" live>
          {t('htcds.opened', { n: opened })}
        </Note>
      )}
      {failed > 0 && opening === null && (
        <Note tone="red" live>
          {t('htcds.failed', { n: failed })}
        </Note>
      )}
      {opening !== null && <Progress label={t('htcds.opening')} done={opening} of={opening + waiting} />}
      {openAll === null ? (
        <Note tone="calm">{t('htcds.closed')}</Note>
      ) : (
        <>
          <CheckChoice label={t('htcds.agreed')} hint={t('htcds.agreed.hint')} checked={agreed} onChecked={setAgreed} />
          <div className="form-actions">
            <Button kind="primary" disabled={waiting === 0 || !agreed} busy={opening !== null} onClick={openAll}>
              {t('htcds.open', { n: waiting })}
            </Button>
          </div>
        </>
      )}
    </>
  )
}

function RowMark({ row }: { readonly row: DeskRow }) {
  const { t } = useWords()
  return (
    <>
      {t(`htcds.state.${row.state}`)}
      {row.because !== undefined && row.state === 'failed' && <span className="small"> · {row.because}</span>}
    </>
  )
}

const complaintText = ({ field, problem, value }: HtcdsComplaint): string =>
  `${field} : ${wordOr(`htcds.problem.${problem}`, problem)}${value === '' ? '' : ` (${value})`}`
const codedText = ({ coded }: DeskRow): string =>
  Object.entries(coded)
    .map(([field, values]) => `${field} ${values.join(' ')}`)
    .join(' · ')

const columnsOf = (t: Translate): readonly Column<DeskRow>[] => [
  { key: 'row', header: t('htcds.row'), numeric: true, value: (one) => one.row + 2, cell: (one) => one.row + 2 },
  { key: 'state', header: t('htcds.state'), value: (one) => one.state, cell: (one) => <RowMark row={one} /> },
  { key: 'coded', header: t('htcds.coded'), value: codedText, cell: (one) => <span className="small">{codedText(one)}</span> },
  {
    key: 'identity',
    header: t('htcds.identity'),
    value: (one) => Object.keys(one.identity).length,
    cell: (one) => t('htcds.identity.n', { n: Object.keys(one.identity).length }),
  },
  {
    key: 'problems',
    header: t('htcds.problems'),
    value: (one) => one.complaints.length,
    // What stands where a code was expected may be somebody's words: the place and the kind are enough here.
    cell: (one) =>
      one.complaints.length === 0
        ? t('htcds.no-problem')
        : one.complaints.map((each) => complaintText({ ...each, value: each.problem === 'unknown-code' ? each.value : '' })).join(' ; '),
  },
]
