/* On the home page: how many dossiers nobody has decided yet, of those that the person may see. The number opens the desk, which lists them. */
import { useAnswer } from '../../../../app/ask.ts'
import { Figure } from '../../../../app/kit/figure.tsx'
import { useWords } from '../../../../app/words.ts'

interface Page {
  readonly dossiers: readonly object[]
  readonly next: string | null
}

export function WaitingFigure() {
  const { t } = useWords()
  const open = useAnswer<Page>('/api/dossiers?state=open').data
  const recommended = useAnswer<Page>('/api/dossiers?state=recommended').data
  if (!open || !recommended) return null
  const n = open.dossiers.length + recommended.dossiers.length
  const more = open.next !== null || recommended.next !== null
  return (
    <Figure
      number={n}
      label={t(more ? 'desk.home.more' : 'desk.home', { n })}
      source={t('desk.home.rule', { open: open.dossiers.length, recommended: recommended.dossiers.length })}
      to="/certificates"
    />
  )
}
