/* The list behind one number of the home page: the most urgent fifty, and how many there are. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import type { Attention } from '../../domain/answers.ts'
import { siteKinds } from './attention-kinds.ts'
import { attentionQuestion } from './attention-part.tsx'
import { WaitingTable } from './waiting-table.tsx'

export function AttentionScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<Attention>(attentionQuestion)
  const kind = siteKinds.find((one) => one === params['kind'])
  if (!kind) return <EmptyState title={t('app.not-found')}>{t('app.not-found.do')}</EmptyState>
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { count, first } = data[kind]
  return (
    <Page
      title={t(`attention.${kind}`, { n: count })}
      crumbs={<AppLink to="/">{t('app.home')}</AppLink>}
      under={`${t(`attention.${kind}.rule`)} · ${t(first.length < count ? 'attention.first' : 'sites.count', { total: count, shown: first.length })}`}
      answer={answer}
    >
      <WaitingTable tools kind={kind} rows={first} caption={t(`attention.${kind}`, { n: count })} file={kind} />
    </Page>
  )
}
