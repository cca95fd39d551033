/*
The part of the form for words of the person: names, where to reach them, what they told. It looks unlike the rest, says what happens to what is typed,
and switches off what a keyboard would remember. Nothing typed here goes into a coded answer.
*/
import type { ReactNode } from 'react'
import { LongTextField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Coffre, DraftChange, ScreeningDraft } from './screening-draft.ts'

export function CoffrePart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useWords()
  return (
    <section className="coffre" aria-label={title}>
      <header>
        <svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2">
          <rect x="3" y="9" width="14" height="9" rx="1" />
          <path d="M6 9V6a4 4 0 0 1 8 0v3" />
        </svg>
        <h2>{title}</h2>
      </header>
      <p className="small">{t('interview.coffre.explain')}</p>
      <div className="stack">{children}</div>
    </section>
  )
}
interface WordsProps {
  readonly draft: ScreeningDraft
  readonly change: (part: DraftChange) => void
  readonly name: keyof Coffre
  readonly label: string
  readonly hint?: string
}
const quiet = { autoComplete: 'off', autoCorrect: 'off', autoCapitalize: 'off', spellCheck: false } as const
export function ShortWords({ draft, change, name, label, hint }: WordsProps) {
  return (
    <TextField
      {...quiet}
      {...{ label, hint }}
      value={draft.coffre[name]}
      maxLength={400}
      onValue={(text) => change({ coffre: { ...draft.coffre, [name]: text } })}
    />
  )
}
export function LongWords({ draft, change, name, label, hint, rows = 4 }: WordsProps & { readonly rows?: number }) {
  return (
    <LongTextField
      sealed
      {...{ label, hint, rows }}
      value={draft.coffre[name]}
      maxLength={12_000}
      onValue={(text) => change({ coffre: { ...draft.coffre, [name]: text } })}
    />
  )
}
