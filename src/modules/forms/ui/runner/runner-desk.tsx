/* The whole form on one page, its sections beside it. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { type Item, questionsIn } from '../../domain/run/form-view.ts'
import { countOf, sectionsOf } from './form-steps.ts'
import { QuestionField, anchorOf } from './question-field.tsx'
import { RemoveOne, RepeatMore } from './repeat-more.tsx'
import { RunnerEnd } from './runner-end.tsx'
import type { BodyProps } from './runner-phone.tsx'
import type { RunHands } from './use-form-run.ts'

export function Desk({ hands, view, violations, sending, onFinish }: BodyProps) {
  const { t } = useWords()
  const [told, setTold] = useState<readonly string[]>([])
  const sections = sectionsOf(view)
  const tell = (key: string) => setTold((before) => (before.includes(key) ? before : [...before, key]))
  const show = (key: string) => {
    setTold(questionsIn(view).map((one) => one.key))
    const place = document.getElementById(anchorOf(key))
    place?.scrollIntoView({ block: 'center' })
    place?.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true })
  }
  return (
    <div className="run-desk">
      <nav aria-label={t('run.sections')} className="run-sections no-print">
        <ol className="plain-list">
          {sections.map((section) => {
            const { done, of } = countOf(section.items)
            if (of === 0) return null
            return (
              <li key={section.key}>
                <button
                  type="button"
                  onClick={() => document.getElementById(`s${anchorOf(section.key)}`)?.scrollIntoView({ block: 'start' })}
                >
                  <span className="grow">{section.label || t('run.section.other')}</span>
                  <span className="small">{t('run.section.count', { done, of })}</span>
                </button>
              </li>
            )
          })}
        </ol>
      </nav>
      <div className="stack">
        {sections.map((section) => (
          <div key={section.key} id={`s${anchorOf(section.key)}`} className="run-anchor">
            <Panel {...(section.label ? { title: section.label } : {})}>
              <Items items={section.items} hands={hands} told={told} tell={tell} />
            </Panel>
          </div>
        ))}
        <Panel title={t('run.end')}>
          <div className="stack">
            <p className="small">{t('run.required-mark')}</p>
            <RunnerEnd view={view} violations={violations} go={show} />
            {onFinish && (
              <div className="form-actions">
                <Button kind="primary" busy={sending} disabled={violations.length > 0} onClick={onFinish}>
                  {t('run.finish')}
                </Button>
              </div>
            )}
          </div>
        </Panel>
      </div>
    </div>
  )
}

interface ItemsProps {
  readonly items: readonly Item[]
  readonly hands: RunHands
  readonly told: readonly string[]
  readonly tell: (key: string) => void
}
function Items({ items, hands, told, tell }: ItemsProps) {
  return (
    <div className="stack">
      {items.map((item) => {
        if (item.kind === 'question')
          return <QuestionField key={item.key} item={item} hands={hands} isTold={told.includes(item.key)} onLeft={({ key }) => tell(key)} />
        if (item.kind === 'group')
          return (
            <section key={item.key} className="run-group">
              {item.label && <h3>{item.label}</h3>}
              <Items items={item.items} hands={hands} told={told} tell={tell} />
            </section>
          )
        return (
          <section key={item.key} className="stack">
            {item.instances.map((one, at) => (
              <div key={one.key} className="run-group">
                <div className="row tight">
                  <h3 className="grow">
                    {item.label} {at + 1}
                  </h3>
                  {!item.isFixed && <RemoveOne label={item.label} number={at + 1} node={one.node} hands={hands} />}
                </div>
                <Items items={one.items} hands={hands} told={told} tell={tell} />
              </div>
            ))}
            {!item.isFixed && <RepeatMore repeat={item} hands={hands} />}
          </section>
        )
      })}
    </div>
  )
}
