/* The cells of a sheet, filled with the keyboard alone: Enter goes to the next cell, at the end of a line to the next line, arrows up and down stay in the column. */
import type { KeyboardEvent } from 'react'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { CellDifference, SheetKind } from '../../contract-sheets.ts'
import { OrganisationField } from '../lots/pick.tsx'
import { type EntryTexts, type LineField, columnsOf } from './entry-form.ts'

export interface EntryTableProps {
  readonly kind: SheetKind
  readonly texts: EntryTexts
  readonly change: (part: Partial<EntryTexts>) => void
  readonly differences: readonly CellDifference[]
}
export function EntryTable(props: EntryTableProps) {
  return (
    // Enter goes on everywhere here; the form is kept by its button.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="stack" onKeyDown={goOn}>
      <Head {...props} />
      <Cells {...props} />
    </div>
  )
}

function goOn(event: KeyboardEvent<HTMLDivElement>): void {
  const from = event.target
  if (!(from instanceof HTMLInputElement) && !(from instanceof HTMLSelectElement)) return
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('input, select')]
  const at = cells.indexOf(from)
  const column = from.dataset['column']
  const inColumn = column === undefined ? [] : cells.filter((cell) => cell.dataset['column'] === column)
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const next =
    event.key === 'Enter' ? cells[at + 1] : step === 0 || column === undefined ? undefined : inColumn[inColumn.indexOf(from) + step]
  if (event.key === 'Enter') event.preventDefault()
  if (next === undefined) return
  event.preventDefault()
  next.focus()
  if (next instanceof HTMLInputElement) next.select()
}

const minerals = ['Sn', 'Ta', 'W', 'Au', 'other'] as const

function Head({ kind, texts, change, differences }: EntryTableProps) {
  const { t } = useWords()
  const wrong = (field: string): string | undefined => {
    const found = differences.find((one) => one.line === null && one.field === field)
    return found ? `${found.first ?? '–'} ≠ ${found.second ?? '–'}` : undefined
  }
  const mineralOptions = [
    { value: '', label: t('pick.choose') },
    ...minerals.map((value) => ({ value: String(value), label: t(`mineral.${value}`) })),
  ]
  return (
    <div className="sheet-head">
      <DateField label={t('sheet.day')} fault={wrong('day')} value={texts.day} onValue={(day) => change({ day })} required />
      <SelectField
        label={t('sheet.mineral')}
        fault={wrong('mineral')}
        value={texts.mineral}
        options={mineralOptions}
        onValue={(mineral) => change({ mineral })}
      />
      {kind === 'mine' && (
        <OrganisationField
          label={t('sheet.holder')}
          value={texts.holder}
          onValue={(holder) => change({ holder })}
          kinds={['cooperative', 'trader']}
        />
      )}
      <TextField
        label={t('sheet.carriedGrams')}
        fault={wrong('carriedGrams')}
        value={texts.carried}
        onValue={(carried) => change({ carried })}
        inputMode="decimal"
      />
      <TextField
        label={t('sheet.totalGrams')}
        fault={wrong('totalGrams')}
        value={texts.total}
        onValue={(total) => change({ total })}
        inputMode="decimal"
        required
      />
      {kind === 'trader' && (
        <>
          <TextField
            label={t('sheet.outTag')}
            fault={wrong('outTag')}
            value={texts.outTag}
            onValue={(outTag) => change({ outTag })}
            autoCapitalize="characters"
          />
          <TextField
            label={t('sheet.outGrams')}
            fault={wrong('outGrams')}
            value={texts.outMass}
            onValue={(outMass) => change({ outMass })}
            inputMode="decimal"
          />
        </>
      )}
    </div>
  )
}

const named = {
  tag: 'sheet.tag',
  gross: 'sheet.grossGrams',
  mass: 'sheet.massGrams',
  pit: 'sheet.pit',
  team: 'sheet.team',
  remark: 'sheet.remark',
} as const
const fieldOf: { readonly [Field in LineField]: string } = {
  tag: 'tag',
  gross: 'grossGrams',
  mass: 'massGrams',
  pit: 'pit',
  team: 'team',
  remark: 'remark',
}

function Cells({ kind, texts, change, differences }: EntryTableProps) {
  const { t } = useWords()
  const fields = columnsOf[kind]
  const header = (field: LineField) => t(field === 'tag' && kind === 'export' ? 'sheet.tag.export' : named[field])
  const set = (at: number, field: LineField, value: string) =>
    change({ lines: texts.lines.map((line, place) => (place === at ? { ...line, [field]: value } : line)) })
  const differs = (at: number, field: LineField): boolean => differences.some((one) => one.line === at + 1 && one.field === fieldOf[field])
  return (
    <table className="sheet-cells">
      <thead>
        <tr>
          <th scope="col">{t('sheet.line')}</th>
          {fields.map((field) => (
            <th key={field} scope="col">
              {header(field)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {texts.lines.map((line, at) => (
          <tr key={at}>
            <th scope="row">{at + 1}</th>
            {fields.map((field) => (
              <td key={field} className={differs(at, field) ? 'differs' : undefined}>
                <input
                  className="input"
                  data-column={field}
                  aria-label={`${at + 1} · ${header(field)}`}
                  aria-invalid={differs(at, field) || undefined}
                  value={line[field]}
                  inputMode={field === 'mass' || field === 'gross' ? 'decimal' : undefined}
                  autoComplete="off"
                  maxLength={field === 'remark' ? 120 : 40}
                  onChange={(event) => set(at, field, event.target.value)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
