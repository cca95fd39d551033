/* The register: every site with its status and its clock. The server filters and pages, so that it stays quick with 20,000. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { MineralMarks } from '../../../app/kit/mineral-mark.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { StandingMark } from '../../../app/kit/status-mark.tsx'
import { useUrlState, type UrlState, writeSearch } from '../../../app/kit/url-state.ts'
import { DateText } from '../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../app/words.ts'
import type { SiteList, SiteRow } from '../domain/answers.ts'
import { Pages } from './pages.tsx'
import { colours, readFilter } from './site-filter.ts'
import { SiteFilterBar } from './site-filter-bar.tsx'

/** The address of the list becomes the question to the server: the same names but for words that only the app uses. */
export function listQuestion(state: UrlState): string {
  const { colour, mineral, province, lapsed, text } = readFilter(state)
  const { asOf, knownAt, page } = state
  return `/api/sites${writeSearch({ asOf, knownAt, colour, mineral, province, lapsed: lapsedFlag(lapsed), text, page })}`
}
const lapsedFlag = (lapsed: string): string => (lapsed === '' ? '' : String(lapsed === 'yes'))

export function SitesScreen() {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const { data, answer, error, loading, again } = useAnswer<SiteList>(listQuestion(state))
  return (
    <Page
      title={t('sites.title')}
      answer={answer}
      actions={
        <LinkButton to="/map" search={state}>
          {t('sites.on-map')}
        </LinkButton>
      }
    >
      <SiteFilterBar />
      {error && <ErrorState error={error} again={again} />}
      {loading && <Loading />}
      {data && (
        <>
          <ColourCounts list={data} />
          <DataTable
            caption={t('sites.title')}
            file={`sites-${data.asOf}`}
            rows={data.sites}
            columns={siteColumns(t, data.asOf)}
            rowKey={(site) => site.id}
            order="name"
            prefix="s."
            plain
            empty={<EmptyState title={t('sites.none')}>{t('sites.none.do')}</EmptyState>}
          />
          <Pages total={data.total} page={data.page} size={data.pageSize} go={(page) => change({ page: page <= 1 ? '' : String(page) })} />
        </>
      )}
    </Page>
  )
}

function ColourCounts({ list }: { readonly list: SiteList }) {
  const { t } = useWords()
  return (
    <p className="small" role="status">
      {t('sites.count', { total: list.total })} · {colours.map((colour) => `${t(`status.${colour}`)} ${list.byColour[colour]}`).join(' · ')}
    </p>
  )
}

export function siteColumns(t: Translate, asOf: string): readonly Column<SiteRow>[] {
  return [
    {
      key: 'name',
      header: t('sites.site'),
      value: (site) => site.name,
      cell: (site) => (
        <>
          <AppLink to={`/sites/${site.id}`}>{site.name}</AppLink>
          <br />
          <span className="small">{placeText(site)}</span>
        </>
      ),
    },
    {
      key: 'status',
      header: t('sites.status'),
      value: (site) => `${t(`status.${site.standing.colour}`)}${site.standing.lapsed ? ` ${t('status.lapsed')}` : ''}`,
      cell: (site) => <StandingMark standing={site.standing} asOf={asOf} />,
    },
    {
      key: 'until',
      header: t('sites.until'),
      value: (site) => site.standing.validUntil,
      cell: (site) => <DateText date={site.standing.validUntil} otherwise="–" />,
    },
    {
      key: 'minerals',
      header: t('sites.minerals'),
      value: (site) => site.minerals.join(' '),
      cell: (site) => <MineralMarks minerals={site.minerals} />,
    },
    {
      key: 'visit',
      header: t('sites.last-visit'),
      value: (site) => site.lastVisitOn,
      cell: (site) => <DateText date={site.lastVisitOn} age today={asOf} />,
    },
    {
      key: 'id',
      header: t('site.national-id'),
      value: (site) => site.nationalId,
      cell: (site) => <span className="small">{site.nationalId}</span>,
    },
  ]
}

const placeText = ({ province, territoire, stated }: SiteRow): string =>
  [territoire?.name ?? stated.territoire, province?.name ?? stated.province].filter(Boolean).join(', ')
