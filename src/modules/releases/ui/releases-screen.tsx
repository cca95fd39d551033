/* What was asked for, approved, turned down and withdrawn: one line each, never a figure. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Banner, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../app/who.ts'
import { type Translate, useWords } from '../../../app/words.ts'
import type { ReleaseAnswer, ReleaseList, ReleaseLook } from '../contract.ts'

export function ReleasesScreen() {
  const { t } = useWords()
  const me = useMe().data
  const { data, answer, error, again } = useAnswer<ReleaseList>('/api/statistics-releases')
  const lookers = useLookers((data?.looks.length ?? 0) > 0)
  const asks = mayOpen('cases.statistics', me)
  return (
    <Page
      title={t('figures.title')}
      under={t('figures.under')}
      answer={answer}
      actions={
        <>
          {asks && (
            <LinkButton kind="primary" to="/figures/ask">
              {t('figures.ask')}
            </LinkButton>
          )}
          <LinkButton to="/figures/agreements">{t('figures.agreements')}</LinkButton>
          {asks && <LinkButton to="/figures/public-file">{t('figures.public-file')}</LinkButton>}
        </>
      }
    >
      {data?.isLockedDown === true && <Banner tone="red">{t('figures.locked')}</Banner>}
      {error ? (
        <ErrorState error={error} again={again} />
      ) : !data ? (
        <Loading />
      ) : (
        <DataTable
          caption={t('figures.title')}
          file="releases"
          rows={data.releases}
          rowKey={(one) => one.id}
          order="-asked"
          columns={columnsOf(t)}
          empty={<EmptyState title={t('figures.none')}>{t('figures.none.do')}</EmptyState>}
        />
      )}
      {data !== undefined && data.looks.length > 0 && (
        <DataTable
          caption={t('figures.looks')}
          file="release-looks"
          rows={data.looks}
          rowKey={(one) => one.id}
          order="-at"
          columns={lookColumns(t, lookers)}
          empty={null}
        />
      )}
      <Source>{t('figures.source')}</Source>
    </Page>
  )
}

interface Colleagues {
  readonly colleagues: readonly { readonly account: string; readonly name: string | null; readonly body: string | null }[]
}
/** Who looked, by name in the own organisation, by body otherwise; the number of an account tells nobody anything. */
function useLookers(isWanted: boolean): (account: string) => string {
  const { t } = useWords()
  const known = useAnswer<Colleagues>(isWanted ? '/api/colleagues' : null).data?.colleagues
  return (account) => {
    const found = known?.find((one) => one.account === account)
    return found?.name ?? found?.body ?? t('figures.looks.other')
  }
}
const lookColumns = (t: Translate, lookers: (account: string) => string): readonly Column<ReleaseLook>[] => [
  { key: 'at', header: t('figures.looks.on'), value: (one) => one.at, cell: (one) => <DateText date={one.at.slice(0, 10)} /> },
  { key: 'by', header: t('figures.looks.by'), value: (one) => lookers(one.by), cell: (one) => lookers(one.by) },
  {
    key: 'kind',
    header: t('figures.kind'),
    value: (one) => t(`figures.kind.${one.parameters.kind}`),
    cell: (one) => t(`figures.kind.${one.parameters.kind}`),
  },
  {
    key: 'period',
    header: t('figures.period'),
    value: (one) => one.parameters.until,
    cell: (one) => `${one.parameters.from} – ${one.parameters.until}`,
  },
  {
    key: 'columns',
    header: t('figures.columns'),
    value: (one) => one.parameters.columns.join(', '),
    cell: (one) => one.parameters.columns.join(', ') || '–',
  },
]
const columnsOf = (t: Translate): readonly Column<ReleaseAnswer>[] => [
  {
    key: 'kind',
    header: t('figures.kind'),
    value: (one) => t(`figures.kind.${one.parameters.kind}`),
    cell: (one) => <AppLink to={`/figures/release/${one.id}`}>{t(`figures.kind.${one.parameters.kind}`)}</AppLink>,
  },
  { key: 'number', header: t('figures.number'), value: (one) => one.number ?? '', cell: (one) => one.number ?? '–' },
  {
    key: 'period',
    header: t('figures.period'),
    value: (one) => one.parameters.until,
    cell: (one) => `${one.parameters.from} – ${one.parameters.until}`,
  },
  {
    key: 'state',
    header: t('figures.state'),
    value: (one) => t(`figures.state.${one.state}`),
    cell: (one) => `${t(`figures.state.${one.state}`)}${one.isMine ? ` · ${t('figures.by-me')}` : ''}`,
  },
  { key: 'asked', header: t('figures.asked-on'), value: (one) => one.askedOn, cell: (one) => <DateText date={one.askedOn} /> },
]
