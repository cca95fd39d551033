/* Actions as a table: what, whose, by when, how often it came back, who has it now; and the dialog in which a seat reports. */
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../app/kit/choice.tsx'
import { type Column, DataTable, said } from '../../../app/kit/data-table.tsx'
import { LongTextField } from '../../../app/kit/field.tsx'
import { FileField } from '../../../app/kit/file-field.tsx'
import { Source } from '../../../app/kit/panel.tsx'
import { EmptyState } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../app/words.ts'
import type { DocumentRef } from '../../documents/contract.ts'
import type { ActionLine, CommitteeRules } from '../contract.ts'
import { ActionMark } from './committee-marks.tsx'

interface TableProps {
  readonly rows: readonly ActionLine[]
  readonly keeps: boolean
  readonly rules: CommitteeRules
  readonly again: () => void
}
const RANK: { readonly [Status in ActionLine['status']]: number } = { OVERDUE: 0, IN_PROGRESS: 1, OPEN: 1, DONE: 2, CANCELLED: 3 }

export function ActionTable({ rows, keeps, rules, again }: TableProps) {
  const { t } = useWords()
  const columns: readonly Column<ActionLine>[] = [
    { ...said<ActionLine>('text', t('actions.text'), (row) => row.text), cell: (row) => <ActionText row={row} /> },
    {
      ...said<ActionLine>('owner', t('actions.owner'), (row) => row.ownerTitle),
      cell: (row) => (
        <>
          {row.ownerTitle}
          <div className="small">{row.ownerBody}</div>
        </>
      ),
    },
    {
      // What is overdue sorts before what is not, whatever its day.
      ...{ key: 'due', header: t('actions.due'), value: (row) => `${RANK[row.status]} ${row.due}` },
      cell: (row) => <DateText date={row.due} />,
    },
    {
      ...{ key: 'status', header: t('actions.status'), value: (row) => t(`action.status.${row.status}`) },
      cell: (row) => (
        <>
          <ActionMark status={row.status} />
          {row.isOnTime === false && row.doneOn !== null && <div className="small">{t('actions.late')}</div>}
          {(row.isMine || keeps) && row.status !== 'DONE' && row.status !== 'CANCELLED' && <Report row={row} again={again} />}
        </>
      ),
    },
  ]
  return (
    <>
      <DataTable
        {...{ caption: t('actions.title'), file: 'committee-actions', rows, columns, order: 'due', prefix: 'a.' }}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('actions.none')}>{t('actions.none.do')}</EmptyState>}
      />
      <Source>{t('actions.rule', { meetings: rules.unresolvedMeetings, days: rules.provincialDays })}</Source>
    </>
  )
}
const whereText = (t: Translate, { at, committee, since }: NonNullable<ActionLine['escalation']>): string =>
  at === 'ministry' ? t('actions.up.ministry', { since }) : t('actions.at', { at: committee ?? at, since })

function ActionText({ row }: { readonly row: ActionLine }) {
  const { t } = useWords()
  const papers = row.steps.flatMap((step) => step.files)
  return (
    <div>
      {row.text}
      <div className="small">
        {row.number}
        {row.carriedOver > 0 && ` · ${t('actions.carried', { n: row.carriedOver })}`}
      </div>
      {row.escalation !== null && (
        <div className="small">
          <strong>{whereText(t, row.escalation)}</strong>
        </div>
      )}
      {row.steps.map(
        (step, index) =>
          step.words !== null && (
            <div className="small" key={index}>
              <DateText date={step.on} /> · {t('committee.pair', { label: step.bodyName ?? '–', value: step.words })}
            </div>
          ),
      )}
      {papers.map((file, index) => (
        <div className="small" key={file.sha256}>
          <a href={`/api/coordination/actions/${row.id}/files/${file.sha256}`} target="_blank" rel="noreferrer">
            {t('actions.paper', { n: index + 1 })}
          </a>
        </div>
      ))}
    </div>
  )
}

function Report({ row, again }: { readonly row: ActionLine; readonly again: () => void }) {
  const { t } = useWords()
  const [as, setAs] = useState<'IN_PROGRESS' | 'DONE' | ''>('')
  const [words, setWords] = useState('')
  const [file, setFile] = useState<DocumentRef | null>(null)
  const isWhole = as !== '' && words.trim() !== '' && (as !== 'DONE' || file !== null)
  return (
    <span className="no-print">
      <ActDialog
        {...{ title: t('actions.report'), explain: t('actions.report.explain'), go: t('actions.report.go') }}
        path={`/api/coordination/actions/${row.id}/reports`}
        kind="plain"
        data={isWhole ? { as, words: words.trim(), ...(file === null ? {} : { files: [file] }) } : null}
        onDone={again}
      >
        <p>{row.text}</p>
        <Choice
          legend={t('actions.status')}
          value={as}
          options={(['IN_PROGRESS', 'DONE'] as const).map((value) => ({ value, label: t(`action.status.${value}`) }))}
          onValue={setAs}
        />
        <LongTextField label={t('actions.report.words')} value={words} onValue={setWords} maxLength={800} required />
        <FileField<DocumentRef> label={t('actions.report.file')} hint={t('actions.report.file.hint')} onKept={setFile} />
      </ActDialog>
    </span>
  )
}
