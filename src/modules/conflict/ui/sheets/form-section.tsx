/*
A part of a long form that folds: its heading is a button that says in short what stands in it and whether something is missing. At a desk all parts stand open; on a
telephone one at a time, and a button leads from each to the next. What is folded is not lost.
*/
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import './sheets.css'

export interface Section {
  readonly key: string
  readonly title: string
  /** What stands in it, when it is folded. */
  readonly summary: string
  /** Something that cannot be left out is not there yet. */
  readonly isMissing: boolean
  readonly content: ReactNode
}
const isNarrow = (): boolean => matchMedia('(max-width: 640px)').matches

export function FormSections({ sections }: { readonly sections: readonly Section[] }) {
  const { t } = useWords()
  const [open, setOpen] = useState<readonly string[]>(() => sections.map((one) => one.key).slice(0, isNarrow() ? 1 : undefined))
  const place = useRef<HTMLDivElement>(null)
  const show = (key: string) => setOpen(isNarrow() ? [key] : [...open, key])
  const toggle = (key: string) => (open.includes(key) ? setOpen(open.filter((one) => one !== key)) : show(key))
  const goTo = (key: string) => {
    show(key)
    // The heading first, so that who does not see the page hears where they are.
    const heading = place.current?.querySelector<HTMLElement>(`#sheet-part-${key}`)
    heading?.focus()
    requestAnimationFrame(() => heading?.scrollIntoView({ block: 'start' }))
  }
  return (
    <div className="stack" ref={place}>
      {sections.map(({ key, title, summary, isMissing, content }, index) => {
        const isOpen = open.includes(key)
        const next = sections[index + 1]
        return (
          <section key={key} className="panel sheet-part">
            <h2>
              <button type="button" id={`sheet-part-${key}`} aria-expanded={isOpen} onClick={() => toggle(key)}>
                <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
                <span className="grow">
                  {t('sheet-form.step', { n: index + 1, of: sections.length, title })}
                  {!isOpen && <small>{summary}</small>}
                </span>
                {isMissing && <small className="sheet-part-missing">{t('sheet-form.step.missing')}</small>}
              </button>
            </h2>
            {isOpen && (
              <div className="stack" role="group" aria-labelledby={`sheet-part-${key}`}>
                {content}
                {next && (
                  <div className="sheet-part-next">
                    <Button onClick={() => goTo(next.key)}>{t('sheet-form.step.next', { title: next.title })}</Button>
                  </div>
                )}
              </div>
            )}
          </section>
        )
      })}
      {sections.some((one) => one.isMissing) && (
        <Note tone="calm">
          {t('sheet-form.step.where-missing')}{' '}
          {sections
            .filter((one) => one.isMissing)
            .map((one) => (
              <Button key={one.key} onClick={() => goTo(one.key)}>
                {one.title}
              </Button>
            ))}
        </Note>
      )}
    </div>
  )
}
