/* The wordings of one section at a time: a form of 250 questions would be too much for a small phone at once. */
import { useState } from 'react'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import { type EditableRow, cellAt, columnOf, sectionsOf, withCell, withColumn, wordingColumns } from '../../domain/edit-sheets.ts'
import { languageCode } from '../../domain/wording.ts'
import type { FormSheets } from '../../domain/xlsform/sheets.ts'

export interface EditProps {
  readonly sheets: FormSheets
  readonly edit: (change: (sheets: FormSheets) => FormSheets) => void
}
const LONGEST = 4000

export function QuestionsTab({ sheets, edit }: EditProps) {
  const { t, language } = useWords()
  const sections = sectionsOf(sheets)
  const [open, setOpen] = useState(sections[0]?.row ?? 0)
  const columns = wordingColumns(sheets.survey, 'label')
  const own = columns.find((column) => languageCode(column.language) === language) ?? columns[0]
  const titleOf = (row: number): string =>
    row === 0
      ? t('forms.edit.others')
      : cellAt(sheets.survey, row, own?.index ?? null) || cellAt(sheets.survey, row, columnOf(sheets.survey, 'name'))
  const section = sections.find((one) => one.row === open) ?? sections[0]
  return (
    <div className="stack">
      <SelectField
        label={t('forms.edit.part')}
        value={String(section?.row ?? 0)}
        options={sections.map((one) => ({ value: String(one.row), label: titleOf(one.row) }))}
        onValue={(value) => setOpen(Number(value))}
      />
      {section?.rows.map((row) => (
        <QuestionFields key={row.row} row={row} sheets={sheets} edit={edit} />
      ))}
    </div>
  )
}

function QuestionFields({ row, sheets, edit }: EditProps & { readonly row: EditableRow }) {
  const { t } = useWords()
  const { survey } = sheets
  const languageName = (language: string): string => (language === '' ? t('forms.edit.no-language') : language)
  const type = row.type.split(' ')[0] ?? ''
  const isSection = /^begin[ _]/i.test(row.type)
  return (
    <fieldset className="forms-edit-question stack">
      <legend className="small">
        <code>{row.name}</code> {!isSection && wordOr(`forms.type.${type}`, row.type)}
      </legend>
      {(['label', 'hint'] as const).map((kind) => (
        <div key={kind} className="forms-edit-pair">
          {wordingColumns(survey, kind).map((column) => (
            <LongTextField
              key={column.index}
              label={t(`forms.edit.${kind}`, { language: languageName(column.language) })}
              value={cellAt(survey, row.row, column.index)}
              onValue={(value) => edit((before) => withCell(before, { sheet: 'survey', row: row.row, column: column.index }, value))}
              rows={kind === 'label' ? 2 : 1}
              maxLength={LONGEST}
            />
          ))}
        </div>
      ))}
      {!isSection && type !== 'note' && <RequiredField row={row} sheets={sheets} edit={edit} />}
    </fieldset>
  )
}

function RequiredField({ row, sheets, edit }: EditProps & { readonly row: EditableRow }) {
  const { t } = useWords()
  const unitColumn = columnOf(sheets.survey, 'unit')
  const said = cellAt(sheets.survey, row.row, columnOf(sheets.survey, 'required')).trim()
  const isPlain = /^(yes|true|true\(\)|no|false|false\(\)|)$/i.test(said)
  const change = (checked: boolean) =>
    edit((before) => {
      const { sheets: wide, column } = withColumn(before, 'survey', 'required')
      return withCell(wide, { sheet: 'survey', row: row.row, column }, checked ? 'yes' : '')
    })
  return (
    <div className="forms-edit-pair">
      {isPlain ? (
        <CheckChoice label={t('forms.edit.required')} checked={/^(yes|true)/i.test(said)} onChecked={change} />
      ) : (
        <p className="small">{t('forms.edit.required.rule', { formula: said })}</p>
      )}
      {unitColumn !== null && /^(integer|decimal|geopoint)/.test(row.type) && (
        <TextField
          label={t('forms.edit.unit')}
          value={cellAt(sheets.survey, row.row, unitColumn)}
          maxLength={60}
          onValue={(value) => edit((before) => withCell(before, { sheet: 'survey', row: row.row, column: unitColumn }, value))}
        />
      )}
    </div>
  )
}
