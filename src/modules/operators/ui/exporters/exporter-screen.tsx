/* One exporter: approval, status with its clock and history, suppliers, depots, screenings, reports, and the ways to owners, audits and risks. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { ExporterDetail } from '../../contract-exporters.ts'
import { exporterRules } from '../../domain/exporters/status.ts'
import { CardCell } from '../card-marks.tsx'
import { BlueDialog, DescribeExporterDialog, EndSupplierDialog, ReportDialog, ScreenDialog, SupplierDialog } from './exporter-dialogs.tsx'
import { HeldLotsPanel, RisksPanel, WrittenReportsPanel } from './due-diligence-panels.tsx'
import { ExporterMark } from './exporter-mark.tsx'
import { OpenAuditDialog } from './open-audit.tsx'

export function ExporterScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const me = useMe().data
  const id = params['organisation'] ?? ''
  const { data, answer, error, again } = useAnswer<ExporterDetail>(`/api/exporters/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { standing, name } = data.summary
  return (
    <Page
      title={name}
      marks={<ExporterMark standing={standing} />}
      crumbs={<AppLink to="/exporters">{t('exporters.title')}</AppLink>}
      under={t(`exporters.may.long.${standing.mayExport}`)}
      answer={answer}
      actions={
        <>
          {mayOpen('operators.audit', me) && <OpenAuditDialog exporter={id} />}
          {mayOpen('operators.decide-audit', me) && data.history.length === 0 && <BlueDialog id={id} again={again} />}
        </>
      }
    >
      {standing.lapsed && <Note tone="red">{t(`exporters.lapsed.${standing.status === 'red' ? 'yellow' : 'blue'}`)}</Note>}
      <div className="columns">
        <Panel title={t('exporters.standing')}>
          <Pairs
            lines={[
              [t('exporters.approval'), <CardCell key="c" card={standing.approval} none="exporters.no-approval" />],
              [t('exporters.status'), <ExporterMark key="m" standing={standing} />],
              [t('exporters.since'), <DateText key="s" date={standing.since} otherwise="–" />],
              [t('exporters.until'), <DateText key="u" date={standing.validUntil} otherwise="–" />],
              [t('exporters.follow-up'), <DateText key="f" date={data.summary.followUpOn} otherwise="–" />],
              [t('exporters.audit'), standing.audit ?? '–'],
            ]}
          />
          <Source>
            {t('exporters.rule', {
              yellow: exporterRules.values.yellowMonths.value,
              red: exporterRules.values.redMonths.value,
              blue: exporterRules.values.blueMonths.value,
            })}
          </Source>
        </Panel>
        <Ways id={id} data={data} />
      </div>
      <Suppliers id={id} data={data} again={again} />
      <HeldLotsPanel id={id} />
      <RisksPanel id={id} data={data} />
      <WrittenReportsPanel id={id} />
      <Said id={id} data={data} again={again} />
      <History data={data} />
    </Page>
  )
}

interface Parts {
  readonly id: string
  readonly data: ExporterDetail
  readonly again: () => void
}
function Ways({ id, data }: Omit<Parts, 'again'>) {
  const { t } = useWords()
  const me = useMe().data
  return (
    <Panel title={t('operators.ways')}>
      <ul className="plain-list stack">
        <li>
          <AppLink to={`/operators/${id}`}>{t('exporters.as-operator')}</AppLink>
        </li>
        {data.seesOwners && (
          <li>
            <AppLink to={`/exporters/${id}/owners`}>{t('owners.title')}</AppLink>
          </li>
        )}
        <li>
          <AppLink to="/audits" search={{ exporter: id }}>
            {t('audits.title')}
          </AppLink>
        </li>
        {mayOpen('risks.read', me) && (
          <li>
            <AppLink to="/risk-screening" search={{ exporter: id }}>
              {t('screening.title')}
            </AppLink>
          </li>
        )}
      </ul>
    </Panel>
  )
}
function Suppliers({ id, data, again }: Parts) {
  const { t } = useWords()
  return (
    <Panel title={t('exporters.suppliers')} aside={data.mayWrite && <SupplierDialog id={id} again={again} />}>
      {data.suppliers.length === 0 && <EmptyState title={t('exporters.no-suppliers')}>{t('exporters.no-suppliers.do')}</EmptyState>}
      <ul className="plain-list stack">
        {data.suppliers.map((one) => (
          <li key={`${one.supplier}${one.from}`} className="row">
            <span className="grow">
              <AppLink to={`/operators/${one.supplier}`}>{one.name}</AppLink> · {t('exporters.from')} <DateText date={one.from} />
              {one.until !== null && (
                <>
                  {' '}
                  {t('exporters.to')} <DateText date={one.until} /> ({one.reason})
                </>
              )}
            </span>
            {data.mayWrite && one.until === null && <EndSupplierDialog id={id} again={again} supplier={one.supplier} />}
          </li>
        ))}
      </ul>
      <Source>{t('exporters.suppliers.source')}</Source>
    </Panel>
  )
}
function Said({ id, data, again }: Parts) {
  const { t } = useWords()
  const { described, screenings, reports } = data
  return (
    <Panel
      title={t('exporters.said')}
      aside={
        data.mayWrite && (
          <span className="row tight">
            <DescribeExporterDialog id={id} again={again} described={described} />
            <ScreenDialog id={id} again={again} />
            <ReportDialog id={id} again={again} />
          </span>
        )
      }
    >
      <Pairs
        lines={[
          [
            t('exporters.minerals'),
            described ? described.minerals.map((one) => t(`mineral.${one}`)).join(', ') || '–' : t('operators.not-asked'),
          ],
          [t('exporters.depots'), described?.depots.map((one) => `${one.name} (${one.locality})`).join(' ; ') || '–'],
          [
            t('exporters.screened'),
            screenings.length === 0
              ? t('exporters.never-screened')
              : screenings.map((one, index) => (
                  <div key={index}>
                    <DateText date={one.on} /> · {t(`exporters.screening.${one.result}`)} · {one.lists}
                  </div>
                )),
          ],
          [
            t('exporters.reports'),
            reports.length === 0
              ? '–'
              : reports.map((one, index) => (
                  <div key={index}>
                    {one.year} · {one.address === null ? one.title : <a href={one.address}>{one.title}</a>}
                    {one.sha256 !== null && (
                      <>
                        {' · '}
                        <a href={`/api/exporters/${id}/due-diligence-reports/${one.sha256}`}>{t('exporters.file')}</a>
                      </>
                    )}
                  </div>
                )),
          ],
        ]}
      />
      <Source>{t('exporters.said.source')}</Source>
    </Panel>
  )
}
function History({ data }: Pick<Parts, 'data'>) {
  const { t } = useWords()
  return (
    <Panel title={t('exporters.history')}>
      {data.history.length === 0 && <p>{t('exporters.no-history')}</p>}
      <ol className="plain-list stack">
        {data.history.map((step, index) => (
          <li key={index}>
            <strong>{t(`status.${step.status}`)}</strong> · {t('exporters.from')} <DateText date={step.from} />
            {step.audit !== null && ` · ${step.audit}`}
            <div className="small">{step.reason}</div>
          </li>
        ))}
      </ol>
      <Source>{t('exporters.history.source')}</Source>
    </Panel>
  )
}
