/* The end of a form: complete, or the questions that still want something, each one touch away. */
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { type Item, questionsIn } from '../../domain/run/form-view.ts'
import { faultText } from './question-field.tsx'

export interface RunnerEndProps {
  readonly view: readonly Item[]
  readonly violations: readonly string[]
  readonly go: (question: string) => void
}
export function RunnerEnd({ view, violations, go }: RunnerEndProps) {
  const { t } = useWords()
  const open = questionsIn(view).filter((one) => violations.includes(one.key))
  if (violations.length === 0) return <Note tone="good">{t('run.end.ready')}</Note>
  return (
    <div className="stack">
      <p>{t('run.end.open', { n: violations.length })}</p>
      <ul className="plain-list run-open">
        {open.map((one) => (
          <li key={one.key}>
            <button type="button" onClick={() => go(one.key)}>
              {one.label}
              <small>{faultText(t, one)}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
