/* Row by row: the verdict, what changes, what is wrong and where, and for a row that may be a known site the choice. The table is the report: it can be saved. */
import { AppLink } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { SelectField } from '../../../app/kit/field.tsx'
import { EmptyState } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { refusalText, type Translate, useWords } from '../../../app/words.ts'
import type { PlannedRow } from '../list-words.ts'

const verdicts = ['error', 'likely', 'new', 'changes', 'same', 'left'] as const

export interface ResultTableProps {
  readonly rows: readonly PlannedRow[]
  readonly choices: { readonly [line: number]: string }
  readonly wrote: boolean
  readonly onChoice: (line: number, as: string) => void
}
export function ResultTable({ rows, choices, wrote, onChoice }: ResultTableProps) {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const only = state['verdict'] ?? ''
  const counted = verdicts
    .map((verdict) => ({ verdict, n: rows.filter((row) => row.verdict === verdict).length }))
    .filter((one) => one.n > 0)
  const columns: readonly Column<PlannedRow>[] = [
    { key: 'line', header: t('lists.line'), value: (row) => row.line, cell: (row) => row.line, numeric: true },
    { key: 'id', header: t('lists.field.nationalId'), value: (row) => row.nationalId, cell: (row) => row.nationalId },
    {
      key: 'name',
      header: t('lists.field.name'),
      value: (row) => row.name,
      cell: (row) => (row.site ? <AppLink to={`/sites/${row.site}`}>{row.name}</AppLink> : row.name),
    },
    {
      key: 'verdict',
      header: t('lists.verdict'),
      value: (row) => t(`lists.verdict.${row.verdict}`),
      cell: (row) => t(`lists.verdict.${row.verdict}`),
    },
    {
      key: 'detail',
      header: t('lists.detail'),
      value: (row) => detailsOf(row, t).join(' | '),
      cell: (row) =>
        row.verdict === 'likely' && !wrote ? (
          <ChoiceOf row={row} value={choices[row.line] ?? ''} onChoice={onChoice} />
        ) : (
          <ul className="plain-list">
            {detailsOf(row, t).map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        ),
    },
  ]
  return (
    <DataTable
      caption={t(wrote ? 'lists.result.done' : 'lists.result')}
      file={t('lists.report.file')}
      rows={rows.filter((row) => only === '' || row.verdict === only)}
      columns={columns}
      rowKey={(row) => String(row.line)}
      order="line"
      tools={
        <SelectField
          label={t('lists.verdict')}
          value={only}
          options={[
            { value: '', label: `${t('filter.any')} (${rows.length})` },
            ...counted.map(({ verdict, n }) => ({ value: String(verdict), label: `${t(`lists.verdict.${verdict}`)} (${n})` })),
          ]}
          onValue={(verdict) => change({ verdict })}
        />
      }
      empty={<EmptyState title={t('lists.empty')} />}
    />
  )
}

function detailsOf({ changes, problems, likely }: PlannedRow, t: Translate): readonly string[] {
  return [
    ...problems.map(({ column, code, facts }) => {
      const text = refusalText(code, typeof facts === 'object' && facts !== null ? { ...facts } : {})
      return column === null ? text : t('lists.problem', { column, text })
    }),
    ...changes.map(({ field, before, after }) =>
      t('lists.change', { field: fieldText(field, t), before: before === '' ? '–' : before, after }),
    ),
    ...likely.map((one) => likelyText(one, t)),
  ]
}

const changed = [
  'name',
  'aliases',
  'position',
  'stated',
  'minerals',
  'activity',
  'workforce',
  'pits',
  'mercury',
  'access',
  'description',
] as const
function fieldText(field: string, t: Translate): string {
  const known = changed.find((one) => one === field)
  return known ? t(`lists.change.${known}`) : field
}
const likelyText = ({ name, nationalId, distanceMetres }: PlannedRow['likely'][number], t: Translate): string =>
  t('lists.choice.is', {
    name,
    id: nationalId,
    distance: distanceMetres === null ? t('lists.choice.nowhere') : t('lists.choice.far', { metres: distanceMetres }),
  })

function ChoiceOf({
  row,
  value,
  onChoice,
}: {
  readonly row: PlannedRow
  readonly value: string
  readonly onChoice: ResultTableProps['onChoice']
}) {
  const { t } = useWords()
  return (
    <SelectField
      label={t('lists.choice', { name: row.name })}
      value={value}
      options={[
        { value: '', label: t('lists.choice.wait') },
        ...row.likely.map((one) => ({ value: String(one.site), label: likelyText(one, t) })),
        { value: 'new', label: t('lists.choice.new') },
        { value: 'leave', label: t('lists.choice.leave') },
      ]}
      onValue={(as) => onChoice(row.line, as)}
    />
  )
}
