/* Tags: what came from the printer, which site has it, how much of it is used. Registering and giving are acts with a receipt. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Language, numberText } from '../../../../kernel/phrase.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { TagBatchSummary } from '../../contract.ts'
import { AllocateDialog, RegisterDialog } from './tag-dialogs.tsx'
import '../custody.css'

export function TagsScreen() {
  const { t, language } = useWords()
  const me = useMe().data
  const may = mayOpen('custody.allocate-tags', me)
  const { data, answer, error, again } = useAnswer<{ readonly batches: readonly TagBatchSummary[] }>('/api/tag-batches')
  return (
    <Page
      title={t('tags.title')}
      crumbs={<AppLink to="/lots">{t('lots.title')}</AppLink>}
      answer={answer}
      actions={may && <RegisterDialog />}
    >
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && (
          <DataTable
            caption={t('tags.title')}
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
    </Page>
  )
}

const columnsOf = (t: Translate, language: Language, may: boolean): readonly Column<TagBatchSummary>[] => [
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
  {
    key: 'used',
    header: t('tags.used'),
    numeric: true,
    value: (batch) => batch.used,
    cell: (batch) => `${numberText(language, batch.used)} / ${numberText(language, batch.size)}`,
  },
  {
    key: 'declared',
    header: t('tags.declared'),
    numeric: true,
    value: (batch) => batch.declared,
    cell: (batch) => numberText(language, batch.declared),
  },
  {
    key: 'received',
    header: t('tags.received'),
    value: (batch) => batch.receivedOn,
    cell: (batch) => <DateText date={batch.receivedOn} />,
  },
  {
    key: 'site',
    header: t('tags.site'),
    value: (batch) => batch.siteName,
    cell: (batch) =>
      batch.site ? (
        <>
          <AppLink to={`/sites/${batch.site}`}>{batch.siteName ?? batch.site}</AppLink>{' '}
          <span className="small">
            <DateText date={batch.allocatedOn} />
          </span>
        </>
      ) : may ? (
        <AllocateDialog batch={batch} />
      ) : (
        t('tags.free')
      ),
  },
]
