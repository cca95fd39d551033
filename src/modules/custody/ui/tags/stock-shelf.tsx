/* What came from the printer, how much of it is free, used and declared, and to which sites it went. */
import type { Asked } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import { type Language, numberText } from '../../../../kernel/phrase.ts'
import type { TagBatchSummary } from '../../contract.ts'
import { BatchActs } from './batch-dialogs.tsx'

export interface StockShelfProps {
  readonly asked: Asked<{ readonly batches: readonly TagBatchSummary[] }>
  readonly may: boolean
}
export function StockShelf({ asked: { data, error, again }, may }: StockShelfProps) {
  const { t, language } = useWords()
  return (
    <Panel>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <DataTable
          caption={t('tags.shelf.stock')}
          file="tags"
          rows={data.batches}
          rowKey={(batch) => batch.id}
          order="-received"
          empty={
            <EmptyState title={t('tags.none')}>
              <p>{t('tags.none.do')}</p>
            </EmptyState>
          }
          columns={columnsOf(t, language, may)}
        />
      )}
      <Source>{t('tags.source')}</Source>
    </Panel>
  )
}

const columnsOf = (t: Translate, language: Language, may: boolean): readonly Column<TagBatchSummary>[] => {
  const number = (key: string, header: string, of: (batch: TagBatchSummary) => number): Column<TagBatchSummary> => ({
    ...{ key, header, numeric: true, value: of, cell: (batch) => numberText(language, of(batch)) },
  })
  return [
    {
      key: 'numbers',
      header: t('tags.numbers'),
      value: (batch) => batch.first,
      cell: (batch) => (
        <>
          {batch.first} – {batch.last}
        </>
      ),
    },
    { key: 'issuer', header: t('tags.issuer'), value: (batch) => batch.issuer, cell: (batch) => batch.issuer },
    {
      key: 'type',
      header: t('tags.type'),
      value: (batch) => t(`tags.type.${batch.tagType}`),
      cell: (batch) => t(`tags.type.${batch.tagType}`),
    },
    number('free', t('tags.left'), (batch) => batch.free),
    {
      key: 'used',
      header: t('tags.used'),
      numeric: true,
      value: (batch) => batch.used,
      cell: (batch) => `${numberText(language, batch.used)} / ${numberText(language, batch.size)}`,
    },
    number('declared', t('tags.declared'), (batch) => batch.declared),
    {
      key: 'received',
      header: t('tags.received'),
      value: (batch) => batch.receivedOn,
      cell: (batch) => <DateText date={batch.receivedOn} />,
    },
    { key: 'site', header: t('tags.site'), value: (batch) => batch.siteName, cell: (batch) => <Given batch={batch} /> },
    ...(may ? [{ key: 'acts', header: '', value: () => null, cell: (batch: TagBatchSummary) => <BatchActs batch={batch} /> }] : []),
  ]
}

function Given({ batch }: { readonly batch: TagBatchSummary }) {
  const { t } = useWords()
  if (batch.sites === 0) return t('tags.free')
  if (batch.site === null) return t('tags.sites', { n: batch.sites })
  return (
    <>
      <AppLink to={`/tag-lockboxes/${batch.site}`}>{batch.siteName ?? batch.site}</AppLink>{' '}
      <span className="small">
        <DateText date={batch.allocatedOn} />
      </span>
    </>
  )
}
