/* The sites behind one number of the report, each a link to its time line. */
import { useAllPages } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Progress } from '../../../../app/kit/progress.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { useUrlState, writeSearch } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { figureNames } from './figure-names.ts'
import type { FigureList } from '../../domain/register/answers.ts'

export function ValidityListScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const [state] = useUrlState()
  const figure = figureNames.find((one) => one === params['figure'])
  const { asOf, since } = state
  const asked = useAllPages<FigureList>(
    figure ? (page) => `/api/reports/validity/${figure}${writeSearch({ asOf, page, pageSize: 500 })}` : null,
    ({ sites, total }) => ({ rows: sites.length, total }),
  )
  const { data, answer, error, again, pages } = asked
  if (!figure) return <EmptyState title={t('app.not-found')}>{t('app.not-found.do')}</EmptyState>
  if (error) return <ErrorState error={error} again={again} />
  if (!data || !pages) return <Progress label={t('app.loading')} done={asked.done} of={asked.total} />
  const search: { readonly [name: string]: string } = asOf ? { asOf } : {}
  const title = t(`validity.${figure}`, { n: data.total, asOf: data.asOf, since: since ?? '…' })
  return (
    <Page
      title={title}
      crumbs={
        <AppLink to="/reports/validity" search={search}>
          {t('validity.title')}
        </AppLink>
      }
      under={`${t(`validity.${figure}.rule`)} · ${t('sites.count', { total: data.total })}`}
      answer={answer}
    >
      <DataTable
        caption={title}
        file={`${figure}-${data.asOf}`}
        rows={pages.flatMap((page) => page.sites)}
        rowKey={(site) => site.id}
        order="name"
        prefix="v."
        empty={<EmptyState title={t('validity.list.none')} />}
        columns={figureColumns(t, { asOf: data.asOf, search })}
      />
    </Page>
  )
}

interface Shown {
  readonly asOf: string
  /** Carried to the page of a site, so that it is seen as of the same day. */
  readonly search: { readonly [name: string]: string }
}
function figureColumns(t: Translate, { asOf, search }: Shown): readonly Column<FigureList['sites'][number]>[] {
  return [
    {
      key: 'name',
      header: t('sites.site'),
      value: (site) => site.name,
      cell: (site) => (
        <AppLink to={`/sites/${site.id}`} search={search}>
          {site.name}
        </AppLink>
      ),
    },
    { key: 'id', header: t('site.national-id'), value: (site) => site.nationalId, cell: (site) => site.nationalId },
    {
      key: 'first',
      header: t('validity.first-green'),
      value: (site) => site.firstGreenOn,
      cell: (site) => <DateText date={site.firstGreenOn} otherwise="–" />,
    },
    {
      key: 'newest',
      header: t('validity.newest-green'),
      value: (site) => site.newestGreenOn,
      cell: (site) => <DateText date={site.newestGreenOn} otherwise="–" />,
    },
    {
      key: 'visit',
      header: t('sites.last-visit'),
      value: (site) => site.lastVisitOn,
      cell: (site) => <DateText date={site.lastVisitOn} age today={asOf} />,
    },
    {
      key: 'interference',
      header: t('validity.interference-on'),
      value: (site) => site.interferenceOn.join(' '),
      cell: (site) => (site.interferenceOn.length === 0 ? '–' : site.interferenceOn.slice(0, 3).map(dateText).join(', ')),
    },
  ]
}
