/* The sections of a form with how much of each is answered; a touch jumps there. */
import { useState } from 'react'
import { useWords } from '../../../../app/words.ts'
import { type Section, countOf } from './form-steps.ts'

/** Key of the screen after the last question. */
export const END = 'end'

export function SectionList({
  sections,
  current,
  go,
}: {
  readonly sections: readonly Section[]
  readonly current: string
  readonly go: (key: string) => void
}) {
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const choose = (key: string) => {
    setIsOpen(false)
    go(key)
  }
  return (
    <details className="run-sections no-print" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="btn">{t('run.sections')}</summary>
      <ol className="plain-list">
        {sections.map((section) => {
          const { done, of } = countOf(section.items)
          if (of === 0) return null
          return (
            <li key={section.key}>
              <button type="button" aria-current={section.key === current ? 'step' : undefined} onClick={() => choose(section.key)}>
                <span className="grow">{section.label || t('run.section.other')}</span>
                <span className="small">{t('run.section.count', { done, of })}</span>
              </button>
            </li>
          )
        })}
        <li>
          <button type="button" aria-current={current === END ? 'step' : undefined} onClick={() => choose(END)}>
            {t('run.end')}
          </button>
        </li>
      </ol>
    </details>
  )
}
