/* One certificate of another member state: its facts as its document says them, who sent it, and how far it can be believed. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { type PairLine, Pairs } from '../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText, InstantText, MassText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords } from '../../../app/words.ts'
import type { ReceivedDetail } from '../contract-received.ts'

export function ReceivedOneScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const [country, identifier] = [params['country'] ?? '', params['identifier'] ?? '']
  const { data, answer, error, again } = useAnswer<ReceivedDetail>(
    `/api/received-certificates/${encodeURIComponent(country)}/${encodeURIComponent(identifier)}`,
  )
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { certificate: one } = data
  const lines: readonly PairLine[] = [
    [t('received.authority'), data.authority],
    [t('dossier.exporter'), one.exporterName],
    [t('dossier.importer'), data.importer],
    [t('dossier.lot'), one.lotNumber],
    [t('received.ore'), one.typeOfOre],
    [t('dossier.mass'), <MassText key="mass" grams={one.massGrams} />],
    [t('dossier.grade'), data.grade],
    [t('dossier.origin'), data.origin],
    [t('received.value'), data.customsValue],
    [t('dossier.shipment'), <DateText key="shipment" date={data.shipmentOn} />],
    [t('received.route'), data.route ?? '–'],
    [t('received.transport'), data.transport ?? '–'],
    [t('received.verified'), <DateText key="verified" date={data.verifiedOn} />],
    [t('desk.issued'), <DateText key="issued" date={one.issuedOn} />],
    [t('desk.expires'), <DateText key="expires" date={one.expiresOn} />],
  ]
  return (
    <Page
      title={`${one.country} · ${one.identifier}`}
      crumbs={<AppLink to="/received-certificates">{t('received.title')}</AppLink>}
      under={
        <>
          {t('received.sent-by')} {data.sentBy ?? t('received.sent-by.unknown')} · <InstantText at={one.receivedAt} />
        </>
      }
      answer={answer}
    >
      <Note tone={one.verification === 'file-of-ours' || one.expired ? 'red' : 'calm'}>
        {one.expired && <b>{t('received.expired.note')} </b>}
        {t(`received.verification.${one.verification}.note`)}
      </Note>
      <Panel title={t('dossier.facts')}>
        <Pairs lines={lines} />
      </Panel>
      <Panel title={t('received.file')}>
        <p style={{ overflowWrap: 'anywhere' }}>
          {/* The address was written by somebody else: it is shown, and nothing here opens it. */}
          <code>{data.file}</code>
        </p>
        {data.fileHash !== null && (
          <p style={{ overflowWrap: 'anywhere' }}>
            <code>{data.fileHash}</code>
          </p>
        )}
      </Panel>
      <Source>{t('received.source')}</Source>
    </Page>
  )
}
