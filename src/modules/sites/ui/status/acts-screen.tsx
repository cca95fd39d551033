/* What may be done to the status of one site beside orders: a blue request with its receipts and objections, holds, findings that do not count. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { StandingMark } from '../../../../app/kit/status-mark.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'
import { BluePanel } from './blue-panel.tsx'
import { HoldsPanel } from './holds-panel.tsx'
import { ReasonsPanel } from './reasons.tsx'
import { VoidPanel } from './void-panel.tsx'

export function ActsScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<SitePage>(`/api/sites/${params['site'] ?? ''}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <Page
      title={`${t('acts.title')} · ${data.name}`}
      crumbs={<AppLink to={`/sites/${data.id}`}>{data.name}</AppLink>}
      actions={<StandingMark standing={data.standing} />}
      answer={answer}
    >
      <ReasonsPanel standing={data.standing} />
      <BluePanel site={data} />
      <HoldsPanel site={data} />
      <VoidPanel site={data} />
    </Page>
  )
}
