/* The shelf of papers: what is there, until when it counts, how often it was used, and whose figures want explaining. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { ListedPaperType, PaperSummary } from '../../contract-papers.ts'
import { PaperClock, PaperStateMark } from './paper-marks.tsx'

const states = ['draft', 'issued', 'used', 'expired', 'cancelled'] as const

export function PapersScreen() {
  const { t, language } = useWords()
  const me = useMe().data
  const [url, change] = useUrlState()
  const asked = new URLSearchParams(
    ['type', 'state', 'operator', 'lot', 'site'].flatMap((key) => (url[key] ? [[key, url[key]]] : [])),
  ).toString()
  const types = useAnswer<{ readonly types: readonly ListedPaperType[] }>('/api/paper-types').data?.types
  const { data, answer, error, again } = useAnswer<{ readonly papers: readonly PaperSummary[] }>(
    `/api/papers${asked === '' ? '' : `?${asked}`}`,
  )
  const tools = (
    <>
      <SelectField
        label={t('papers.type')}
        value={url['type'] ?? ''}
        options={[
          { value: '', label: t('papers.all') },
          ...(types ?? []).map(({ type }) => ({ value: type.code, label: type.name[language] })),
        ]}
        onValue={(type) => change({ type })}
      />
      <SelectField
        label={t('papers.state')}
        value={url['state'] ?? ''}
        options={[{ value: '', label: t('papers.all') }, ...states.map((value) => ({ value, label: t(`papers.state.${value}`) }))]}
        onValue={(state) => change({ state })}
      />
    </>
  )
  return (
    <Page
      title={t('papers.title')}
      under={t('papers.explain')}
      answer={answer}
      actions={
        mayOpen('papers.draw', me) && (
          <LinkButton kind="primary" to="/papers/new" search={url['lot'] ? { lot: url['lot'] } : {}}>
            {t('papers.new')}
          </LinkButton>
        )
      }
    >
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data?.papers.length === 0 && <div className="toolbar">{tools}</div>}
        {data && (
          <DataTable
            caption={t('papers.title')}
            file="papers"
            rows={data.papers}
            rowKey={(one) => one.id}
            order="until"
            tools={tools}
            columns={columnsOf(t, language)}
            empty={<EmptyState title={t('papers.none')}>{t('papers.none.do')}</EmptyState>}
          />
        )}
        <Source>{t('papers.source')}</Source>
      </Panel>
    </Page>
  )
}
const columnsOf = (t: Translate, language: 'fr' | 'en'): readonly Column<PaperSummary>[] => [
  {
    key: 'number',
    header: t('papers.number'),
    value: (one) => one.number,
    cell: (one) => <AppLink to={`/papers/${one.id}`}>{one.number}</AppLink>,
  },
  { key: 'type', header: t('papers.type'), value: (one) => one.typeName[language], cell: (one) => one.typeName[language] },
  {
    key: 'state',
    header: t('papers.state'),
    value: (one) => t(`papers.state.${one.state}`),
    cell: (one) => (
      <>
        <PaperStateMark state={one.state} /> <PaperClock paper={one} />
      </>
    ),
  },
  { key: 'issuer', header: t('papers.issuer'), value: (one) => one.issuerName, cell: (one) => one.issuerName ?? '–' },
  {
    key: 'until',
    header: t('papers.until'),
    value: (one) => one.validUntil,
    cell: (one) => <DateText date={one.validUntil} otherwise="–" />,
  },
  {
    key: 'uses',
    header: t('papers.uses'),
    numeric: true,
    value: (one) => one.uses,
    cell: (one) => (one.mostUses === null ? one.uses : t('papers.uses.of', { uses: one.uses, most: one.mostUses })),
  },
  {
    key: 'doubts',
    header: t('papers.doubts'),
    value: (one) => one.doubts,
    cell: (one) => (one.doubts === 0 ? '–' : <span className="paper-state paper-doubt">{t('papers.doubts.n', { n: one.doubts })}</span>),
  },
]
