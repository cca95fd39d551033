/* Every question of a form in its order: wording, kind of answer, conditions in words, unit, criterion and evidence mark. */
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Source } from '../../../app/kit/panel.tsx'
import { EmptyState } from '../../../app/kit/states.tsx'
import { type Language, type Translate, useWords, wordOr } from '../../../app/words.ts'
import type { Outline, OutlineRow } from '../domain/answers.ts'
import { sayerOf } from '../domain/say-formula.ts'
import { wordingFor } from '../domain/wording.ts'

const FILLED = new Set(['start', 'end', 'today', 'deviceid', 'imei', 'uri:deviceid', 'simserial', 'phonenumber'])

export function OutlineTable({ outline }: { readonly outline: Outline }) {
  const { t, language } = useWords()
  const marks = [...new Set(outline.rows.flatMap((row) => (row.mark === null ? [] : [row.mark])))].toSorted()
  return (
    <div className="stack forms-outline">
      <DataTable
        caption={t('forms.outline')}
        file="questions"
        rows={outline.rows}
        rowKey={(row) => `${row.row} ${row.path}`}
        order="row"
        prefix="o."
        columns={columnsOf(outline, t, language)}
        empty={<EmptyState title={t('forms.outline.nothing')} />}
      />
      {marks.length > 0 && (
        <Source>
          {marks.map((mark) => wordOr(`forms.mark.${mark}`, mark)).join(' · ')}. {t('forms.marks.note')}
        </Source>
      )}
    </div>
  )
}

function columnsOf(outline: Outline, t: Translate, language: Language): readonly Column<OutlineRow>[] {
  const say = (wordings: OutlineRow['labels']): string => wordingFor(wordings, language, outline.defaultLanguage)
  const sayer = sayerOf(outline, language)
  const choices = new Map(outline.lists.map((list) => [list.name, list.choices.map((choice) => say(choice.labels) || choice.name)]))
  const rules = (row: OutlineRow): readonly (readonly [label: string, rule: string])[] => [
    ...(row.relevant === null ? [] : [[t('forms.outline.condition'), sayer.formula(row.relevant)] as const]),
    ...(row.constraint === null ? [] : [[t('forms.outline.must'), sayer.formula(row.constraint)] as const]),
    ...(row.calculation === null ? [] : [[t('forms.outline.calculation'), sayer.formula(row.calculation)] as const]),
  ]
  const criterion = (row: OutlineRow): string =>
    row.criterion === null ? '' : `${row.criterion.id} · ${t(`forms.part.${row.criterion.part}`)}`
  return [
    { key: 'row', header: '№', numeric: true, value: (row) => row.row, cell: (row) => row.row },
    {
      key: 'question',
      header: t('forms.questions'),
      value: (row) => `${say(row.labels)} ${row.name} ${say(row.hints)}`,
      cell: (row) => <QuestionCell row={row} label={sayer.text(say(row.labels))} hint={say(row.hints)} />,
    },
    {
      key: 'type',
      header: t('forms.outline.answers'),
      value: (row) => typeText(row, t),
      cell: (row) => (
        <>
          {typeText(row, t)}
          {row.required === 'true()' && <b> · {t('forms.outline.required')}</b>}
          {row.list !== null && <div className="small">{(choices.get(row.list) ?? []).join(' · ')}</div>}
        </>
      ),
    },
    {
      key: 'rules',
      header: t('forms.outline.condition'),
      value: (row) =>
        rules(row)
          .map((one) => one.join(' '))
          .join(' '),
      cell: (row) =>
        rules(row).map(([label, rule]) => (
          <div key={label} className="small">
            <b>{label}</b> {rule}
          </div>
        )),
    },
    { key: 'unit', header: t('forms.outline.unit'), value: (row) => row.unit ?? '', cell: (row) => row.unit ?? '' },
    { key: 'criterion', header: t('forms.outline.criterion'), value: criterion, cell: criterion },
    {
      key: 'mark',
      header: t('forms.outline.mark'),
      value: (row) => row.mark ?? '',
      cell: (row) => (row.mark === null ? '' : <abbr title={wordOr(`forms.mark.${row.mark}`, row.mark)}>{row.mark}</abbr>),
    },
  ]
}

function typeText(row: OutlineRow, t: Translate): string {
  if (row.kind === 'repeat') return t('forms.outline.repeat')
  if (row.kind === 'group') return ''
  return FILLED.has(row.type) ? t('forms.type.filled') : wordOr(`forms.type.${row.type}`, row.type)
}

function QuestionCell({ row, label, hint }: { readonly row: OutlineRow; readonly label: string; readonly hint: string }) {
  const shown = label === '' ? row.name : label
  return (
    <div className={`forms-depth-${Math.min(row.depth, 3)}`}>
      {row.kind === 'question' ? shown : <b>{shown}</b>}
      <div className="small">
        <code>{row.name}</code>
        {hint !== '' && ` · ${hint}`}
      </div>
    </div>
  )
}
