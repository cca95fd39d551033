/* What is wrong with the data of a project: late, missing, contradictory; each with who has to act. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { numberText } from '../../../kernel/phrase.ts'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords, wordOr } from '../../../app/words.ts'
import type { ProjectAnswer } from '../contract.ts'
import type { QualityAnswer, QualityLine } from '../contract-values.ts'
import { RestateDialog } from './restate-dialog.tsx'
import { inLanguage, toldText } from './told.tsx'

export function QualityScreen({ params }: ScreenProps) {
  const { t, language } = useWords()
  const id = params['project'] ?? ''
  const { data, answer, error, again } = useAnswer<QualityAnswer>(`/api/projects/${id}/quality`)
  const project = useAnswer<ProjectAnswer>(`/api/projects/${id}`).data
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const columns: readonly Column<QualityLine>[] = [
    { key: 'kind', header: t('quality.kind'), value: (one) => one.kind, cell: (one) => wordOr(`quality.kind.${one.kind}`, one.kind) },
    {
      key: 'indicator',
      header: t('projects.indicator'),
      value: (one) => one.code,
      cell: (one) => (
        <AppLink to={`/projects/${id}/indicators/${one.indicator}`}>{`${one.code} · ${inLanguage(language, one.statement)}`}</AppLink>
      ),
    },
    { key: 'period', header: t('projects.quarter'), value: (one) => one.period, cell: (one) => one.period },
    {
      key: 'what',
      header: t('quality.what'),
      value: (one) => one.what,
      cell: (one) => <What line={one} />,
    },
    {
      key: 'who',
      header: t('quality.who'),
      value: (one) => one.who,
      cell: (one) => wordOr(`quality.who.${one.who}`, one.who, { responsible: one.responsible }),
    },
    {
      key: 'act',
      header: t('projects.act'),
      value: () => '',
      cell: (one) => <Restate line={one} project={project} done={again} />,
    },
  ]
  return (
    <Page
      title={t('projects.quality')}
      crumbs={<AppLink to={`/projects/${id}`}>{t('projects.one')}</AppLink>}
      under={t('quality.under')}
      answer={answer}
    >
      <DataTable
        caption={t('projects.quality')}
        file="data-quality"
        rows={data.lines}
        rowKey={(one) => `${one.indicator}/${one.period}/${one.kind}/${one.what}`}
        order="-period"
        columns={columns}
        empty={<EmptyState title={t('quality.none')}>{t('quality.none.do')}</EmptyState>}
      />
      <Source>{t('quality.rule', { least: data.least })}</Source>
    </Page>
  )
}
function What({ line }: { readonly line: QualityLine }) {
  const words = useWords()
  const { language, t } = words
  const { less, what, number } = line
  if (less !== null)
    return <>{t('quality.less', { was: toldText(words, less.locked, less.unit), now: toldText(words, less.now, less.unit) })}</>
  return <>{wordOr(`quality.what.${what}`, what, { n: number === null ? '–' : numberText(language, number) })}</>
}
interface RestateLineProps {
  readonly line: QualityLine
  readonly project: ProjectAnswer | undefined
  readonly done: () => void
}
/** Where the record says less than what was locked, the restatement is proposed from here, with its reason written. */
function Restate({ line: { less, indicator: id, period }, project, done }: RestateLineProps) {
  const words = useWords()
  const { t } = words
  const indicator = project?.plan.indicators.find((one) => one.id === id)
  if (less === null || indicator === undefined || project?.mayWrite !== true) return <>–</>
  const facts = { period, was: toldText(words, less.locked, less.unit), now: toldText(words, less.now, less.unit) }
  const proposed = { reason: t('quality.less.reason', facts), what: t('quality.less.evidence', { measure: less.measure, period }) }
  return <RestateDialog {...{ indicator, period, done, proposed }} />
}
