/* One indicator: its series as a picture with the table beside it, what came late, by what it is counted, its parts. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { Chart } from '../../../app/kit/chart.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText, InstantText } from '../../../app/kit/values.tsx'
import { dateText } from '../../../kernel/phrase.ts'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords, wordOr } from '../../../app/words.ts'
import type { PlanIndicator, ProjectAnswer } from '../contract.ts'
import type { ToldNumber, ValueAnswer, ValueTable } from '../contract-values.ts'
import './projects.css'
import { inLanguage, Told, toldText, unitSign, valueText } from './told.tsx'
import { LateParts, StateMark } from './values-desk.tsx'

export function IndicatorScreen({ params }: ScreenProps) {
  const words = useWords()
  const { t, language } = words
  const id = params['project'] ?? ''
  const project = useAnswer<ProjectAnswer>(`/api/projects/${id}`)
  const values = useAnswer<ValueTable>(`/api/projects/${id}/values`)
  const error = project.error ?? values.error
  if (error) return <ErrorState error={error} again={values.again} />
  if (!project.data || !values.data) return <Loading />
  const indicator = project.data.plan.indicators.find((one) => one.id === params['indicator'])
  if (indicator === undefined) return <EmptyState title={t('projects.no-indicator')}>{t('projects.no-indicator.do')}</EmptyState>
  const found = values.data.rows.find((row) => row.indicator === indicator.id)?.values ?? []
  const { source, unit } = indicator
  return (
    <Page
      title={`${indicator.code} · ${inLanguage(language, indicator.statement)}`}
      crumbs={
        <>
          <AppLink to="/projects">{t('projects.title')}</AppLink> › <AppLink to={`/projects/${id}`}>{project.data.opened.code}</AppLink>
        </>
      }
      under={
        <>
          {t(source.kind === 'measure' ? 'projects.computed' : 'projects.typed', {
            measure: source.kind === 'measure' ? source.measure : '',
          })}{' '}
          · {t(`projects.direction.${indicator.direction}`)} · {t('projects.target')} {valueText(language, indicator.target.value, unit)} (
          <DateText date={indicator.target.on} />)
        </>
      }
      answer={values.answer}
    >
      {found.length === 0 ? (
        <EmptyState title={t('projects.no-values')}>{t('projects.no-values.do')}</EmptyState>
      ) : (
        <>
          <Panel title={t('projects.series')}>
            <Series indicator={indicator} values={found} />
          </Panel>
          <Panel title={t('projects.values')}>
            <ValueList values={found} unit={unit} />
          </Panel>
          <Panel title={t('projects.parts')}>
            <Parts value={found.at(-1) ?? null} unit={unit} />
          </Panel>
        </>
      )}
      <Source>
        {t('projects.rule', { least: values.data.least })}{' '}
        {indicator.milestones
          .map(({ on, value }) => `${t('projects.milestone')} ${valueText(language, value, unit)} (${dateText(on)})`)
          .join(' · ')}
      </Source>
    </Page>
  )
}
function Series({ indicator, values }: { readonly indicator: PlanIndicator; readonly values: readonly ValueAnswer[] }) {
  const words = useWords()
  const { t, language } = words
  const point = (told: ToldNumber) => ({ value: told.value, note: toldText(words, told, indicator.unit) })
  return (
    <Chart
      title={inLanguage(language, indicator.statement)}
      stepLabel={t('projects.quarter')}
      steps={values.map(({ period }) => period)}
      unit={unitSign(indicator.unit)}
      series={[
        { key: 'own', label: t('projects.value'), kind: 'bar', points: values.map(({ told }) => point(told)) },
        { key: 'all', label: t('projects.cumulative'), kind: 'line', points: values.map(({ cumulative }) => point(cumulative)) },
        { key: 'target', label: t('projects.target'), kind: 'line', points: values.map(() => ({ value: indicator.target.value })) },
      ]}
      source={t('projects.series.source')}
      file={`indicator-${indicator.code}`}
    />
  )
}
function ValueList({ values, unit }: { readonly values: readonly ValueAnswer[]; readonly unit: string }) {
  const { t } = useWords()
  const columns: readonly Column<ValueAnswer>[] = [
    { key: 'period', header: t('projects.quarter'), value: (one) => one.period, cell: (one) => one.period },
    {
      key: 'value',
      header: t('projects.value'),
      numeric: true,
      value: (one) => one.told.value,
      cell: (one) => <Told told={one.told} unit={unit} />,
    },
    {
      key: 'late',
      header: t('projects.late'),
      numeric: true,
      value: (one) => one.late.length,
      cell: (one) => <LateParts value={one} unit={unit} />,
    },
    {
      key: 'all',
      header: t('projects.cumulative'),
      numeric: true,
      value: (one) => one.cumulative.value,
      cell: (one) => <Told told={one.cumulative} unit={unit} />,
    },
    { key: 'status', header: t('projects.status'), value: (one) => one.status, cell: (one) => <StateMark value={one} /> },
    { key: 'asof', header: t('projects.as-of'), value: (one) => one.asOf, cell: (one) => <InstantText at={one.asOf} /> },
    {
      key: 'by',
      header: t('projects.counted-by'),
      value: (one) => one.measure ?? '',
      cell: (one) =>
        one.measure === null ? (one.evidence?.what ?? t('projects.typed', { measure: '' })) : `${one.measure}, v${one.measureVersion ?? 1}`,
    },
  ]
  return (
    <DataTable
      caption={t('projects.values')}
      file="values"
      rows={values}
      rowKey={(one) => one.period}
      order="period"
      columns={columns}
      empty={null}
    />
  )
}
function Parts({ value, unit }: { readonly value: ValueAnswer | null; readonly unit: string }) {
  const { t } = useWords()
  if (value === null || value.parts.length === 0) return <p className="small">{t('projects.parts.none')}</p>
  return (
    <ul className="plain-list">
      {value.parts.map((one) => (
        <li key={`${one.by}/${one.key}`}>
          {wordOr(`projects.by.${one.by}`, one.by)} · {wordOr(`projects.part.${one.by}.${one.key}`, one.key)} :{' '}
          <Told told={one} unit={unit} />
        </li>
      ))}
    </ul>
  )
}
