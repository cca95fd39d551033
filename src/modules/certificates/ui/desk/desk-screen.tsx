/* The certificate desk: which dossiers wait, for whom, since when; and the certificates that were issued. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { ageText, todayHere } from '../../../../app/kit/clock.ts'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { MineralMark } from '../../../../app/kit/mineral-mark.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Tabs } from '../../../../app/kit/tabs.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText, MassText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { CertificateSummary, DossierSummary } from '../../contract.ts'
import { ToRedeliver } from '../issuing/redeliveries.tsx'
import { Touched } from '../issuing/touched.tsx'
import { CertificateMark } from './check-marks.tsx'
import { Queue } from './queue.tsx'

const TABS = ['queue', 'dossiers', 'certificates'] as const

export function DeskScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  return (
    <Page title={t('desk.title')} under={t('desk.explain')}>
      <Touched />
      <p className="no-print">
        <AppLink to="/received-certificates">{t('received.open')}</AppLink>
      </p>
      <ToRedeliver />
      <Tabs
        label={t('desk.title')}
        value={TABS.find((tab) => tab === url['tab']) ?? 'queue'}
        onValue={(tab) => change({ tab: tab === 'queue' ? '' : tab })}
        tabs={[
          { key: 'queue', label: t('dossier-queue.title'), content: <Queue /> },
          { key: 'dossiers', label: t('desk.dossiers'), content: <Dossiers /> },
          { key: 'certificates', label: t('desk.certificates'), content: <Certificates /> },
        ]}
      />
    </Page>
  )
}

const states = ['open', 'recommended', 'revision-requested', 'refused', 'certified', 'shipped', 'closed', 'cancelled', 'revoked'] as const
const isWaiting = ({ state }: DossierSummary): boolean => state === 'open' || state === 'recommended'

function Dossiers() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const chosen = states.find((state) => state === url['state'])
  const { data, error, again } = useAnswer<{ readonly dossiers: readonly DossierSummary[]; readonly next: string | null }>(
    `/api/dossiers${chosen ? `?state=${chosen}` : ''}`,
  )
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const rows = data.dossiers
  const filter = (
    <SelectField
      label={t('desk.state')}
      value={url['state'] ?? ''}
      options={[{ value: '', label: t('desk.all') }, ...states.map((state) => ({ value: state, label: t(`dossier.state.${state}`) }))]}
      onValue={(state) => change({ state })}
    />
  )
  return (
    <div className="stack">
      {rows.length === 0 && <div className="toolbar">{filter}</div>}
      <DataTable
        caption={t('desk.dossiers')}
        file="dossiers"
        rows={rows}
        rowKey={(dossier) => dossier.id}
        order="age"
        tools={filter}
        columns={dossierColumns(t)}
        empty={<EmptyState title={t('desk.none')}>{t('desk.none.do')}</EmptyState>}
      />
      {data.next !== null && <p className="small">{t('desk.first', { n: data.dossiers.length })}</p>}
      <Source>{t('desk.source')}</Source>
    </div>
  )
}

const dossierColumns = (t: Translate): readonly Column<DossierSummary>[] => [
  {
    key: 'lot',
    header: t('dossier.lot'),
    value: (dossier) => dossier.lotNumber,
    cell: (dossier) => <AppLink to={`/certificates/dossiers/${dossier.id}`}>{dossier.lotNumber}</AppLink>,
  },
  {
    key: 'state',
    header: t('desk.state'),
    value: (dossier) => t(`dossier.state.${dossier.state}`),
    cell: (dossier) => (
      <>
        {t(`dossier.state.${dossier.state}`)}
        {isWaiting(dossier) && (
          <>
            <br />
            <span className="small">{t(`dossier.waits.${dossier.state === 'open' ? 'verifier' : 'validator'}`)}</span>
          </>
        )}
      </>
    ),
  },
  {
    key: 'age',
    header: t('desk.since'),
    value: (dossier) => dossier.openedAt,
    cell: (dossier) => (
      <>
        {ageText(t, dossier.openedAt.slice(0, 10), todayHere())}
        <br />
        <span className="small">
          <DateText date={dossier.openedAt.slice(0, 10)} />
        </span>
      </>
    ),
  },
  {
    key: 'mineral',
    header: t('dossier.mineral'),
    value: (dossier) => t(`mineral.${dossier.mineral}`),
    cell: (dossier) => <MineralMark mineral={dossier.mineral} />,
  },
  {
    key: 'mass',
    header: t('dossier.mass'),
    numeric: true,
    value: (dossier) => dossier.massGrams,
    cell: (dossier) => <MassText grams={dossier.massGrams} />,
  },
  { key: 'exporter', header: t('dossier.exporter'), value: (dossier) => dossier.exporterName, cell: (dossier) => dossier.exporterName },
  {
    key: 'shipment',
    header: t('dossier.shipment'),
    value: (dossier) => dossier.plannedShipmentOn,
    cell: (dossier) => <DateText date={dossier.plannedShipmentOn} />,
  },
  {
    key: 'certificate',
    header: t('dossier.certificate'),
    value: (dossier) => dossier.certificateNumber,
    cell: (dossier) =>
      dossier.certificateNumber ? <AppLink to={`/certificates/${dossier.certificateNumber}`}>{dossier.certificateNumber}</AppLink> : '–',
  },
]

function Certificates() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<{ readonly certificates: readonly CertificateSummary[] }>('/api/certificates')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <DataTable
      caption={t('desk.certificates')}
      file="certificates"
      prefix="c."
      rows={data.certificates}
      rowKey={(one) => one.number}
      order="-number"
      columns={certificateColumns(t)}
      empty={<EmptyState title={t('desk.no-certificates')}>{t('desk.no-certificates.do')}</EmptyState>}
    />
  )
}

const certificateColumns = (t: Translate): readonly Column<CertificateSummary>[] => [
  {
    key: 'number',
    header: t('dossier.certificate'),
    value: (one) => one.number,
    cell: (one) => <AppLink to={`/certificates/${one.number}`}>{one.number}</AppLink>,
  },
  {
    key: 'status',
    header: t('desk.state'),
    value: (one) => t(`certificate.status.${one.status}`),
    cell: (one) => <CertificateMark status={one.status} />,
  },
  { key: 'lot', header: t('dossier.lot'), value: (one) => one.lotNumber, cell: (one) => one.lotNumber },
  {
    key: 'mineral',
    header: t('dossier.mineral'),
    value: (one) => t(`mineral.${one.mineral}`),
    cell: (one) => <MineralMark mineral={one.mineral} />,
  },
  {
    key: 'mass',
    header: t('dossier.mass'),
    numeric: true,
    value: (one) => one.massGrams,
    cell: (one) => <MassText grams={one.massGrams} />,
  },
  { key: 'exporter', header: t('dossier.exporter'), value: (one) => one.exporterName, cell: (one) => one.exporterName },
  { key: 'issued', header: t('desk.issued'), value: (one) => one.issuedOn, cell: (one) => <DateText date={one.issuedOn} /> },
  { key: 'expires', header: t('desk.expires'), value: (one) => one.expiresOn, cell: (one) => <DateText date={one.expiresOn} /> },
]
