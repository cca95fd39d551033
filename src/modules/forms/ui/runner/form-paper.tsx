/* The answers as a sheet to read and to print: what was asked and what was answered, section by section, in the form's own words. */
import { useWords } from '../../../../app/words.ts'
import type { FormRun } from '../../domain/run/form-run.ts'
import { type Item, type QuestionItem, viewOf } from '../../domain/run/form-view.ts'
import { sectionsOf } from './form-steps.ts'
import { unitOf } from './unit-of.ts'
import './form-runner.css'

interface Units {
  readonly units: { readonly [path: string]: string }
  readonly language: string
}
export interface FormPaperProps extends Pick<Units, 'units'> {
  readonly run: FormRun
  readonly hash: string | undefined
}
export function FormPaper({ run, hash, units }: FormPaperProps) {
  const { t } = useWords()
  const { title, version } = run.form
  return (
    <div className="run-paper">
      {sectionsOf(viewOf(run)).map((section) => (
        <section key={section.key}>
          {section.label && <h3>{section.label}</h3>}
          <Lines items={section.items} units={units} language={run.language} />
        </section>
      ))}
      <p className="source">
        {t('run.paper.foot', { title, version })}
        {hash && <> · {t('run.hash', { hash: hash.slice(0, 16) })}</>}
      </p>
    </div>
  )
}
function Lines({ items, ...units }: Units & { readonly items: readonly Item[] }) {
  return (
    <>
      {items.map((item) => {
        if (item.kind === 'question') return <Line key={item.key} item={item} {...units} />
        if (item.kind === 'group')
          return (
            <section key={item.key}>
              {item.label && <h4>{item.label}</h4>}
              <Lines items={item.items} {...units} />
            </section>
          )
        return item.instances.map((one, at) => (
          <section key={one.key}>
            <h4>
              {item.label} {at + 1}
            </h4>
            <Lines items={one.items} {...units} />
          </section>
        ))
      })}
    </>
  )
}
function Line({ item, units, language }: Units & { readonly item: QuestionItem }) {
  const { t } = useWords()
  const text = answerText(item)
  const unit = unitOf(units, item.node.path, language)
  const told = text !== '' && unit !== '' && item.type !== 'geopoint' ? `${text} ${unit}` : text
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
  return type === 'date' ? value.split('-').toReversed().join('-') : value
}
