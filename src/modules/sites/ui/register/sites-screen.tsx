/* The register: every site with its status and its clock. The server filters and pages, so that it stays quick with 20,000. */
import { useAnswer } from '../../../../app/ask.ts'
import { AsOfPicker } from '../../../../app/kit/as-of-picker.tsx'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState, type UrlState, writeSearch } from '../../../../app/kit/url-state.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { SiteList } from '../../domain/register/answers.ts'
import { siteColumns } from './site-columns.tsx'
import { ExportSites } from './export-sites.tsx'
import { Pages } from '../pages.tsx'
import { colours, readFilter } from './site-filter.ts'
import { SiteFilterBar } from './site-filter-bar.tsx'

/** The address of the list becomes the question to the server: the same names but for words that only the app uses. */
export function listQuestion(state: UrlState, pageSize = 50): string {
  const { colour, mineral, province, lapsed, text } = readFilter(state)
  const { asOf, knownAt, page } = state
  return `/api/sites${writeSearch({ asOf, knownAt, colour, mineral, province, lapsed: lapsedFlag(lapsed), text, sort: readSort(state), page, pageSize })}`
}
const sorts = ['name', 'ending', 'last-visit'] as const
const readSort = (state: UrlState): (typeof sorts)[number] => sorts.find((one) => one === state['sort']) ?? 'name'
const lapsedFlag = (lapsed: string): string => (lapsed === '' ? '' : String(lapsed === 'yes'))

export function SitesScreen() {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const { data, answer, error, loading, again } = useAnswer<SiteList>(listQuestion(state))
  const mayRegister = mayOpen('sites.register', useMe().data)
  return (
    <Page
      title={t('sites.title')}
      answer={answer}
      actions={
        <>
          <AsOfPicker />
          <LinkButton to="/map" search={state}>
            {t('sites.on-map')}
          </LinkButton>
          {mayRegister && <LinkButton to="/sites/new">{t('register.new')}</LinkButton>}
        </>
      }
    >
      <SiteFilterBar>
        <SelectField
          label={t('sites.sort')}
          value={readSort(state)}
          options={sorts.map((value) => ({ value, label: t(`sites.sort.${value}`) }))}
          onValue={(sort) => change({ sort: sort === 'name' ? '' : sort, page: '' })}
        />
        <ExportSites question={(page) => listQuestion({ ...state, page: String(page) }, 500)} total={data?.total ?? 0} />
      </SiteFilterBar>
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
            sortedByServer
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

/** A green whose clock ran out is no valid green, so each colour says how many of it lapsed. */
function ColourCounts({ list }: { readonly list: SiteList }) {
  const { t } = useWords()
  const said = (colour: (typeof colours)[number]): string => {
    const over = list.lapsedByColour[colour]
    return `${t(`status.${colour}`)} ${list.byColour[colour]}${over === 0 ? '' : ` ${t('sites.of-which-lapsed', { n: over })}`}`
  }
  return (
    <p className="small" role="status">
      {t('sites.count', { total: list.total })} · {colours.map(said).join(' · ')}
    </p>
  )
}
