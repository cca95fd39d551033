/* A number that explains itself: what it counts, by which rule or source, and the list behind it. */
import { numberText } from '../../kernel/phrase.ts'
import { useWords } from '../words.ts'
import { AppLink } from './button.tsx'
import { Source } from './panel.tsx'

export interface FigureProps {
  readonly number: number | null
  readonly label: string
  readonly source: string
  /** The list that the number counts. */
  readonly to?: string
  readonly search?: { readonly [name: string]: string }
}
export function Figure({ number, label, source, to, search }: FigureProps) {
  const { t, language } = useWords()
  const inside = (
    <>
      <span className="number">{number === null ? t('app.unknown') : numberText(language, number)}</span>
      <span>{label}</span>
      <Source>{source}</Source>
    </>
  )
  if (to === undefined) return <div className="figure-card">{inside}</div>
  return (
    <AppLink to={to} {...(search ? { search } : {})} className="figure-card">
      {inside}
    </AppLink>
  )
}
