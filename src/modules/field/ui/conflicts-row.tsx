/* One question of two versions: take the left, take the right, or write another answer. */
import type { ReactNode } from 'react'
import { useId } from 'react'
import { TextField } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'
import { type Chosen, type ComparedAnswer, chosenByDefault } from '../domain/compare-drafts.ts'

export interface QuestionShown {
  readonly label: string
  readonly asks: 'input' | 'one' | 'several' | 'file' | 'acknowledge'
  readonly options: readonly { readonly value: string; readonly label: string }[]
}
interface RowProps {
  readonly row: ComparedAnswer
  readonly question: QuestionShown
  readonly names: { readonly left: ReactNode; readonly right: ReactNode }
  readonly chosen: Chosen | null
  readonly onChosen: (choice: Chosen) => void
}

export function ConflictRow({ row, question, names, chosen, onChosen }: RowProps) {
  const { t } = useWords()
  const group = useId()
  const standing = chosen ?? (row.verdict === 'both' ? null : { take: chosenByDefault(row) })
  const mayWrite = !row.isRepeat && (question.asks === 'input' || question.asks === 'one')
  const written = standing !== null && 'write' in standing ? standing.write : null
  const side = (which: 'left' | 'right') => (
    <label className="conflict-choice">
      <input
        type="radio"
        name={group}
        checked={standing !== null && 'take' in standing && standing.take === which}
        onChange={() => onChosen({ take: which })}
      />
      <span>
        <span className="conflict-name">{names[which]}</span>
        <span className="conflict-value">{shown(question, row[which]) || <i>{t('conflict.empty')}</i>}</span>
        {row.verdict === which && <span className="small">{t('conflict.only-here')}</span>}
      </span>
    </label>
  )
  return (
    <fieldset className="conflict-row">
      <legend>
        {question.label} {row.verdict === 'both' && standing === null && <span className="conflict-mark">{t('conflict.choose')}</span>}
      </legend>
      <div className="conflict-sides">
        {side('left')}
        {side('right')}
      </div>
      {row.base !== null && row.base !== '' && <p className="small">{t('conflict.before', { value: shown(question, row.base) })}</p>}
      {mayWrite && (
        <label className="conflict-choice">
          <input type="radio" name={group} checked={written !== null} onChange={() => onChosen({ write: written ?? '' })} />
          <span>{t('conflict.other')}</span>
        </label>
      )}
      {written !== null && <OtherAnswer question={question} value={written} onValue={(value) => onChosen({ write: value })} />}
    </fieldset>
  )
}

function OtherAnswer({
  question,
  value,
  onValue,
}: {
  readonly question: QuestionShown
  readonly value: string
  readonly onValue: (value: string) => void
}) {
  const { t } = useWords()
  if (question.asks !== 'one') return <TextField label={t('conflict.other.answer')} value={value} onValue={onValue} />
  return (
    <select className="input" aria-label={t('conflict.other.answer')} value={value} onChange={({ target }) => onValue(target.value)}>
      <option value="">{t('conflict.empty')}</option>
      {question.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** Choices by their labels; everything else as it was typed. */
function shown({ options, asks }: QuestionShown, value: string): string {
  const labelOf = (one: string): string => options.find((option) => option.value === one)?.label ?? one
  if (asks === 'one') return labelOf(value)
  return asks === 'several' && value !== '' ? value.split(/\s+/).map(labelOf).join(', ') : value
}
