/* What the trial found and what the run made: counts, reasons, sums by site and month, the rows to look at, and what may be done next. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { SelectField, TextField } from '../../../app/kit/field.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { EmptyState } from '../../../app/kit/states.tsx'
import { type Translate, useWords } from '../../../app/words.ts'
import type { ImportAnswer, RowAnswer } from '../chain-words.ts'
import { problemsFr } from '../words/report-fr.ts'

export interface ChainResultProps {
  readonly data: ImportAnswer
  readonly act: (thing: string, body?: object) => void
}
type Problem = ImportAnswer['problems'][number]
type Total = ImportAnswer['totals'][number]
const isProblem = (code: string): code is keyof typeof problemsFr => code in problemsFr
const problemText = (code: string, t: Translate): string => (isProblem(code) ? t(code) : code)

export function ChainResult({ data, act }: ChainResultProps) {
  const { t } = useWords()
  const { verdicts, outcomes } = data
  const of = (counts: ImportAnswer['verdicts'], name: string): number => counts[name] ?? 0
  const n = of(verdicts, 'ok') + (data.settings?.doubtful === 'take' ? of(verdicts, 'doubtful') : 0)
  const problems: readonly Column<Problem>[] = [
    { key: 'problem', header: t('chain.problem'), value: (row) => problemText(row.problem, t), cell: (row) => problemText(row.problem, t) },
    {
      key: 'verdict',
      header: t('chain.verdict'),
      value: (row) => t(`chain.verdict.${row.verdict}`),
      cell: (row) => t(`chain.verdict.${row.verdict}`),
    },
    { key: 'rows', header: t('chain.rows'), value: (row) => row.rows, cell: (row) => row.rows, numeric: true },
  ]
  return (
    <>
      <Panel>
        <div className="stack">
          <p>
            {t('chain.verdicts', {
              ok: of(verdicts, 'ok'),
              doubtful: of(verdicts, 'doubtful'),
              unreadable: of(verdicts, 'unreadable'),
              known: of(verdicts, 'known'),
            })}
          </p>
          {data.doneRows > 0 && (
            <p>
              {t('chain.outcomes', {
                ...{ made: of(outcomes, 'made'), held: of(outcomes, 'held'), refused: of(outcomes, 'refused') },
                ...{ left: of(outcomes, 'left'), undone: of(outcomes, 'undone'), kept: of(outcomes, 'kept') },
              })}
            </p>
          )}
          <div className="form-actions">
            {data.state === 'tried' && n > 0 && (
              <Button kind="primary" onClick={() => act('runs')}>
                {data.doneRows > 0 ? t('chain.run.on') : t('chain.run', { n })}
              </Button>
            )}
            <a className="button" href={`/api/imports/chain/${data.id}/report`} download>
              {t('chain.report')}
            </a>
          </div>
        </div>
      </Panel>
      {data.problems.length > 0 && (
        <Panel>
          <DataTable
            caption={t('chain.problems')}
            file="reasons"
            rows={data.problems}
            columns={problems}
            rowKey={(row) => `${row.verdict} ${row.problem}`}
            order="rows"
            empty={<EmptyState title={t('chain.table.empty')} />}
          />
          <RowTable id={data.id} />
        </Panel>
      )}
      <Totals rows={data.totals} />
      {data.kind !== 'tag-batches' && data.doneRows > 0 && (data.state === 'done' || data.state === 'tried') && <Undo act={act} />}
    </>
  )
}

function RowTable({ id }: { readonly id: string }) {
  const { t } = useWords()
  const [verdict, setVerdict] = useState<'doubtful' | 'unreadable'>('doubtful')
  const { data } = useAnswer<{ readonly rows: readonly RowAnswer[] }>(`/api/imports/chain/${id}/rows?verdict=${verdict}`)
  const columns: readonly Column<RowAnswer>[] = [
    { key: 'line', header: t('chain.line'), value: (row) => row.line, cell: (row) => row.line, numeric: true },
    { key: 'tag', header: t('chain.field.tag'), value: (row) => row.tag ?? '', cell: (row) => row.tag ?? '' },
    {
      key: 'problem',
      header: t('chain.problem'),
      value: (row) => problemText(row.problem ?? '', t),
      cell: (row) => problemText(row.problem ?? '', t),
    },
    { key: 'found', header: t('chain.found'), value: (row) => foundText(row.about), cell: (row) => foundText(row.about) },
  ]
  return (
    <DataTable
      caption={t('chain.table')}
      file="rows"
      rows={data?.rows ?? []}
      columns={columns}
      rowKey={(row) => String(row.line)}
      order="line"
      tools={
        <SelectField
          label={t('chain.verdict')}
          value={verdict}
          options={(['doubtful', 'unreadable'] as const).map((value) => ({ value, label: t(`chain.verdict.${value}`) }))}
          onValue={setVerdict}
        />
      }
      empty={<EmptyState title={t('chain.table.empty')} />}
    />
  )
}
function foundText(about: unknown): string {
  if (typeof about !== 'object' || about === null) return ''
  const column = 'column' in about && typeof about.column === 'string' ? `${about.column} : ` : ''
  return `${column}${'found' in about ? String(about.found) : ''}`
}

function Totals({ rows }: { readonly rows: readonly Total[] }) {
  const { t } = useWords()
  const site = (row: Total): string => row.siteName ?? t('chain.site.none')
  const columns: readonly Column<Total>[] = [
    { key: 'month', header: t('chain.month'), value: (row) => row.month ?? '', cell: (row) => row.month ?? '–' },
    { key: 'site', header: t('chain.site'), value: site, cell: site },
    { key: 'rows', header: t('chain.rows'), value: (row) => row.rows, cell: (row) => row.rows, numeric: true },
    { key: 'mass', header: t('chain.mass'), value: (row) => row.massGrams / 1000, cell: (row) => row.massGrams / 1000, numeric: true },
  ]
  return (
    <Panel>
      <DataTable
        caption={t('chain.totals')}
        file="totals"
        rows={rows}
        columns={columns}
        rowKey={(row) => `${row.month ?? ''} ${row.site ?? ''}`}
        order="month"
        empty={<EmptyState title={t('chain.table.empty')} />}
      />
    </Panel>
  )
}

function Undo({ act }: Pick<ChainResultProps, 'act'>) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <Panel>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') act('undoings', { reason: reason.trim() })
        }}
      >
        <TextField label={t('chain.undo.reason')} hint={t('chain.undo.hint')} value={reason} onValue={setReason} required />
        <div className="form-actions">
          <Button type="submit">{t('chain.undo')}</Button>
        </div>
      </form>
    </Panel>
  )
}
