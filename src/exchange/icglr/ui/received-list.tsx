/* Certificates that other member states sent through the data-sharing protocol, newest first. Kept as received: nobody here has verified them. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText, InstantText, MassText } from '../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../app/words.ts'
import type { ReceivedList, ReceivedSummary } from '../contract-received.ts'

export function ReceivedListScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<ReceivedList>('/api/received-certificates')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <Page
      title={t('received.title')}
      under={t('received.under')}
      crumbs={<AppLink to="/certificates">{t('desk.title')}</AppLink>}
      answer={answer}
    >
      <DataTable
        caption={t('received.title')}
        file="received-certificates"
        rows={data.certificates}
        rowKey={(one) => `${one.country}/${one.identifier}`}
        order="-received"
        columns={columnsIn(t)}
        empty={<EmptyState title={t('received.none')}>{t('received.none.how')}</EmptyState>}
      />
      {data.next !== null && <p className="small">{t('received.first', { n: data.certificates.length })}</p>}
      <Source>{t('received.source')}</Source>
    </Page>
  )
}

const columnsIn = (t: Translate): readonly Column<ReceivedSummary>[] => [
  {
    key: 'serial',
    header: t('received.serial'),
    value: (one) => `${one.country} ${one.identifier}`,
    cell: (one) => (
      <AppLink to={`/received-certificates/${one.country}/${encodeURIComponent(one.identifier)}`}>
        {one.country} · {one.identifier}
      </AppLink>
    ),
  },
  { key: 'exporter', header: t('dossier.exporter'), value: (one) => one.exporterName, cell: (one) => one.exporterName },
  { key: 'lot', header: t('dossier.lot'), value: (one) => one.lotNumber, cell: (one) => one.lotNumber },
  {
    ...{ key: 'mass', header: t('dossier.mass'), numeric: true },
    value: (one) => one.massGrams,
    cell: (one) => <MassText grams={one.massGrams} />,
  },
  {
    key: 'expires',
    header: t('desk.expires'),
    value: (one) => one.expiresOn,
    cell: (one) => (
      <>
        <DateText date={one.expiresOn} /> {one.expired && <span className="small">{t('received.expired')}</span>}
      </>
    ),
  },
  {
    key: 'verification',
    header: t('received.verification'),
    value: (one) => t(`received.verification.${one.verification}`),
    cell: (one) => t(`received.verification.${one.verification}`),
  },
  { key: 'received', header: t('received.at'), value: (one) => one.receivedAt, cell: (one) => <InstantText at={one.receivedAt} /> },
]
