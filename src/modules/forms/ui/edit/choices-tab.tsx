/* The choices of one list: their wordings, their order, and new ones. A code that stands is not changed: answers were given with it. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import { type ChoiceRow, addChoice, choicesOf, listNames, moveChoice, withCell, wordingColumns } from '../../domain/edit-sheets.ts'
import type { EditProps } from './questions-tab.tsx'

const LONGEST = 400
const CODE = /^[A-Za-z0-9_-]{1,60}$/

export function ChoicesTab({ sheets, edit }: EditProps) {
  const { t } = useWords()
  const lists = listNames(sheets)
  const [chosen, setChosen] = useState(lists[0] ?? '')
  const list = lists.includes(chosen) ? chosen : (lists[0] ?? '')
  const choices = choicesOf(sheets, list)
  return (
    <div className="stack">
      <SelectField
        label={t('forms.edit.list')}
        value={list}
        options={lists.map((value) => ({ value, label: value }))}
        onValue={setChosen}
      />
      {choices.map((choice, at) => (
        <ChoiceFields key={choice.name} {...{ sheets, edit, list, choice }} first={at === 0} last={at === choices.length - 1} />
      ))}
      <NewChoice key={list} sheets={sheets} edit={edit} list={list} taken={choices.map((one) => one.name)} />
    </div>
  )
}

interface ChoiceFieldsProps extends EditProps {
  readonly list: string
  readonly choice: ChoiceRow
  readonly first: boolean
  readonly last: boolean
}
function ChoiceFields({ sheets, edit, list, choice, first, last }: ChoiceFieldsProps) {
  const { t } = useWords()
  const move = (by: 1 | -1) => edit((before) => moveChoice(before, list, { row: choice.row, by }))
  return (
    <fieldset className="forms-edit-question stack">
      <legend className="small">{t('forms.edit.choice', { name: choice.name })}</legend>
      <div className="forms-edit-pair">
        {wordingColumns(sheets.choices, 'label').map((column, at) => (
          <TextField
            key={column.index}
            label={t('forms.edit.label', { language: column.language === '' ? t('forms.edit.no-language') : column.language })}
            value={choice.labels[at] ?? ''}
            maxLength={LONGEST}
            onValue={(value) => edit((before) => withCell(before, { sheet: 'choices', row: choice.row, column: column.index }, value))}
          />
        ))}
      </div>
      <div className="row tight">
        <Button disabled={first} onClick={() => move(-1)} aria-label={`${t('forms.edit.up')} : ${choice.name}`}>
          {t('forms.edit.up')}
        </Button>
        <Button disabled={last} onClick={() => move(1)} aria-label={`${t('forms.edit.down')} : ${choice.name}`}>
          {t('forms.edit.down')}
        </Button>
      </div>
    </fieldset>
  )
}

function NewChoice({ sheets, edit, list, taken }: EditProps & { readonly list: string; readonly taken: readonly string[] }) {
  const { t } = useWords()
  const columns = wordingColumns(sheets.choices, 'label')
  const [name, setName] = useState('')
  const [labels, setLabels] = useState<readonly string[]>([])
  const isCode = CODE.test(name) && !taken.includes(name)
  const complete = isCode && columns.every((_column, at) => (labels[at] ?? '').trim() !== '')
  const add = () => {
    edit((before) => addChoice(before, list, { name, labels }))
    setName('')
    setLabels([])
  }
  return (
    <fieldset className="forms-edit-question stack">
      <legend>{t('forms.edit.add')}</legend>
      <div className="forms-edit-pair">
        <TextField
          label={t('forms.edit.add.name')}
          hint={t('forms.edit.add.name.hint')}
          fault={name === '' || isCode ? undefined : t('forms.edit.add.fault')}
          value={name}
          maxLength={60}
          onValue={setName}
        />
        {columns.map((column, at) => (
          <TextField
            key={column.index}
            label={t('forms.edit.label', { language: column.language === '' ? t('forms.edit.no-language') : column.language })}
            value={labels[at] ?? ''}
            maxLength={LONGEST}
            onValue={(value) => setLabels(columns.map((_column, index) => (index === at ? value : (labels[index] ?? ''))))}
          />
        ))}
      </div>
      <div className="form-actions">
        <Button disabled={!complete} onClick={add}>
          {t('forms.edit.add')}
        </Button>
      </div>
    </fieldset>
  )
}
