/* The list behind one number of the home page: all of it, the most urgent first, so that filter and export leave nothing out. */
import { useAllPages } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Progress } from '../../../../app/kit/progress.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { writeSearch } from '../../../../app/kit/url-state.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import type { Attention } from '../../domain/register/answers.ts'
import { siteKinds } from './attention-kinds.ts'
import { attentionQuestion } from './attention-part.tsx'
import { WaitingTable } from './waiting-table.tsx'

export function AttentionScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const kind = siteKinds.find((one) => one === params['kind'])
  const asked = useAllPages<Attention>(kind ? (page) => `${attentionQuestion}${writeSearch({ page, pageSize: 500 })}` : null, (page) =>
    kind ? { rows: page[kind].first.length, total: page[kind].count } : { rows: 0, total: 0 },
  )
  const { answer, error, again, pages } = asked
  if (!kind) return <EmptyState title={t('app.not-found')}>{t('app.not-found.do')}</EmptyState>
  if (error) return <ErrorState error={error} again={again} />
  if (!pages) return <Progress label={t('app.loading')} done={asked.done} of={asked.total} />
  const rows = pages.flatMap((page) => page[kind].first)
  const count = rows.length
  return (
    <Page
      title={t(`attention.${kind}`, { n: count })}
      crumbs={<AppLink to="/">{t('app.home')}</AppLink>}
      under={`${t(`attention.${kind}.rule`)} · ${t('sites.count', { total: count })}`}
      answer={answer}
    >
      <WaitingTable tools kind={kind} rows={rows} caption={t(`attention.${kind}`, { n: count })} file={kind} />
    </Page>
  )
}
