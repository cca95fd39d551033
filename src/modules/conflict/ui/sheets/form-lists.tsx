/* Lines of a form that may be several: each with its fields and a button that takes it away, and one that adds. */
import type { ReactNode } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'

interface LinesProps<Line> {
  readonly legend: string
  readonly lines: readonly Line[]
  readonly fresh: NoInfer<Line>
  readonly onLines: (lines: Line[]) => void
  readonly children: (line: Line, change: (line: Line) => void) => ReactNode
}
export function FormLines<Line>({ legend, lines, fresh, onLines, children }: LinesProps<Line>) {
  const { t } = useWords()
  return (
    <fieldset className="stack">
      <legend>
        <strong>{legend}</strong>
      </legend>
      {lines.map((line, index) => (
        <div key={index} className="stack">
          {children(line, (next) => onLines(lines.map((one, at) => (at === index ? next : one))))}
          <div>
            <Button kind="quiet" onClick={() => onLines(lines.filter((_one, at) => at !== index))}>
              {t('sheet-form.remove')}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button onClick={() => onLines([...lines, fresh])}>{t('sheet-form.add')}</Button>
      </div>
    </fieldset>
  )
}

interface CodeProps<Code extends string> {
  readonly label: string
  readonly value: Code | null
  readonly codes: readonly Code[]
  readonly word: (code: Code) => string
  /** Absent where a code is needed. */
  readonly none?: string
  readonly onCode: (code: Code | null) => void
}
/** A choice of codes by their words. */
export function CodeField<Code extends string>({ label, value, codes, word, none, onCode }: CodeProps<Code>) {
  const options = codes.map((code) => ({ value: String(code), label: word(code) }))
  return (
    <SelectField
      label={label}
      value={value ?? ''}
      options={none === undefined ? options : [{ value: '', label: none }, ...options]}
      onValue={(chosen) => onCode(codes.find((one) => one === chosen) ?? null)}
    />
  )
}
