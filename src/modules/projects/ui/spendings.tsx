/* What was spent, each by itself and newest first; one that was mistyped is taken back with a reason, and stays to be read. Each currency stands by itself. */
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { DataTable, type Column, said } from '../../../app/kit/data-table.tsx'
import { TextField } from '../../../app/kit/field.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { dateText } from '../../../kernel/phrase.ts'
import { useWords } from '../../../app/words.ts'
import type { OneSpending } from '../contract.ts'
import type { PlanProps } from './plan-dialog.tsx'
import { moneyText, numberColumn } from './told.tsx'

export function Spendings({ project, done }: PlanProps) {
  const { t, language } = useWords()
  const currency = (line: string): string => project.spending.find(({ code }) => code === line)?.currency ?? ''
  if (project.spendings.length === 0) return null
  const columns: readonly Column<OneSpending>[] = [
    numberColumn<OneSpending>('number', t('projects.spending.number'), { value: (one) => one.number, text: (one) => String(one.number) }),
    said('period', t('projects.quarter'), (one) => one.period),
    said('line', t('projects.line'), (one) => one.line),
    numberColumn<OneSpending>('cents', t('projects.spent'), {
      value: (one) => one.cents,
      text: (one) => moneyText(language, one.cents, currency(one.line)),
    }),
    said('status', t('projects.status'), ({ reversed }) =>
      reversed === null ? '–' : t('projects.spending.reversed', { day: dateText(reversed.at.slice(0, 10)), reason: reversed.reason }),
    ),
    ...(project.mayWrite
      ? [
          {
            key: 'act',
            header: t('projects.act'),
            value: () => '',
            cell: (one: OneSpending) => (one.reversed === null ? <ReverseDialog {...{ project, done }} number={one.number} /> : '–'),
          },
        ]
      : []),
  ]
  return (
    <Panel title={t('projects.spent.by-quarter')}>
      <DataTable
        plain
        caption={t('projects.spent.by-quarter')}
        file="spending"
        rows={project.spendings}
        rowKey={(one) => String(one.number)}
        order="-number"
        prefix="s."
        columns={columns}
        empty={null}
      />
    </Panel>
  )
}
function ReverseDialog({ project, done, number }: PlanProps & { readonly number: number }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('projects.spending.reverse')}
      explain={t('projects.spending.reverse.explain', { number })}
      go={t('projects.spending.reverse')}
      kind="danger"
      missing={t('projects.spending.reverse.missing')}
      path={`/api/projects/${project.id}/spending-reversals`}
      data={reason.trim() === '' ? null : { number, reason: reason.trim() }}
      onDone={done}
    >
      <TextField label={t('projects.head.why')} value={reason} onValue={setReason} maxLength={200} required />
    </ActDialog>
  )
}
