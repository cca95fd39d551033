/* The answers as a sheet to read and to print: what was asked and what was answered, section by section, in the form's own words. */
import { useWords } from '../../../../app/words.ts'
import type { FormRun } from '../../domain/run/form-run.ts'
import { type Item, type QuestionItem, viewOf } from '../../domain/run/form-view.ts'
import { sectionsOf } from './form-steps.ts'
import './form-runner.css'

export function FormPaper({ run, hash }: { readonly run: FormRun; readonly hash: string | undefined }) {
  const { t } = useWords()
  const { title, version } = run.form
  return (
    <div className="run-paper">
      {sectionsOf(viewOf(run)).map((section) => (
        <section key={section.key}>
          {section.label && <h3>{section.label}</h3>}
          <Lines items={section.items} />
        </section>
      ))}
      <p className="source">
        {t('run.paper.foot', { title, version })}
        {hash && <> · {t('run.hash', { hash: hash.slice(0, 16) })}</>}
      </p>
    </div>
  )
}
function Lines({ items }: { readonly items: readonly Item[] }) {
  return (
    <>
      {items.map((item) => {
        if (item.kind === 'question') return <Line key={item.key} item={item} />
        if (item.kind === 'group')
          return (
            <section key={item.key}>
              {item.label && <h4>{item.label}</h4>}
              <Lines items={item.items} />
            </section>
          )
        return item.instances.map((one, at) => (
          <section key={one.key}>
            <h4>
              {item.label} {at + 1}
            </h4>
            <Lines items={one.items} />
          </section>
        ))
      })}
    </>
  )
}
function Line({ item }: { readonly item: QuestionItem }) {
  const { t } = useWords()
  const told = answerText(item)
  if (item.readOnly && told === '') return null
  return (
    <div className="run-line">
      <span>{item.label}</span>
      <b className={told === '' ? 'ink-3' : undefined}>{told || t('run.paper.none')}</b>
    </div>
  )
}
function answerText({ value, options, type }: QuestionItem): string {
  if (options.length > 0)
    return value
      .split(/\s+/)
      .map((one) => options.find((option) => option.value === one)?.label ?? one)
      .join(', ')
  return type === 'date' ? value.split('-').toReversed().join('/') : value
}
