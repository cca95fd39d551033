/*
Where the production of a site went since a day: how much lies where, who has it, which export lots hold some of it. The screen for the
hour in which a site loses its status, or an armed group was seen there: it says what to look for, and at whose door.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { DateField } from '../../../../app/kit/field.tsx'
import { MineralMark } from '../../../../app/kit/mineral-mark.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import { dateText, numberText } from '../../../../kernel/phrase.ts'
import type { SiteImpact } from '../../contract-tracing.ts'
import { LotKindText, LotStateMark } from '../lots/lot-marks.tsx'
import { AmountText, amountText, percentText, unitsOf } from './amount.tsx'
import { AnsweredBy } from './composition.tsx'
import './tracing.css'

export function ImpactScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const site = params['site'] ?? ''
  const query = (['since', 'asOf'] as const).flatMap((key) => (state[key] ? [`${key}=${state[key]}`] : [])).join('&')
  const { data, answer, error, again } = useAnswer<SiteImpact>(`/api/traces/sites/${site}${query && `?${query}`}`)
  if (error) return <ErrorState error={error} again={again} />
  return (
    <Page
      title={t('trace.impact', { site: data?.siteName ?? '…' })}
      crumbs={<AppLink to={`/sites/${site}`}>{data?.siteName ?? t('lots.site')}</AppLink>}
      under={t('trace.impact.explain')}
      answer={answer}
    >
      <Toolbar label={t('trace.impact.days')}>
        <DateField label={t('trace.since')} value={state['since'] ?? ''} onValue={(since) => change({ since })} />
        <DateField label={t('trace.as-of')} value={state['asOf'] ?? ''} onValue={(asOf) => change({ asOf })} />
      </Toolbar>
      {data ? <Impact impact={data} /> : <Loading />}
    </Page>
  )
}

function Impact({ impact }: { readonly impact: SiteImpact }) {
  const { t } = useWords()
  if (impact.minerals.length === 0) {
    return <EmptyState title={t('trace.impact.none')}>{t('trace.impact.none.do')}</EmptyState>
  }
  return (
    <>
      <div className="columns">
        {impact.minerals.map((line) => (
          <OneMineral key={line.mineral} line={line} />
        ))}
      </div>
      <Panel title={t('trace.impact.lots')}>
        {impact.shortened && <Note>{t('trace.shortened')}</Note>}
        <ReachedLots impact={impact} />
        <AnsweredBy answer={impact} />
      </Panel>
    </>
  )
}

function OneMineral({ line }: { readonly line: SiteImpact['minerals'][number] }) {
  const { t, language } = useWords()
  const produced = Math.max(1, unitsOf(line.produced))
  return (
    <Panel title={amountText(language, line.produced)} aside={<MineralMark mineral={line.mineral} />}>
      <p>
        {t('trace.impact.produced', { n: line.bags })}
        {line.producedFrom !== null && line.producedTo !== null && `, ${dateText(line.producedFrom)} – ${dateText(line.producedTo)}`}.{' '}
        {t('trace.impact.reached', { n: line.lotsReached, m: line.exportLots })}
      </p>
      <table className="table">
        <caption className="unseen">{t('trace.impact.now')}</caption>
        <tbody>
          {line.now.map((now) => (
            <tr key={now.state}>
              <td>{t(`trace.now.${now.state}`)}</td>
              <td>
                <span className="small">{percentText(language, Math.round((unitsOf(now.amount) / produced) * 10_000))}</span>
                <div className="proven" aria-hidden="true">
                  <i style={{ width: `${(unitsOf(now.amount) / produced) * 100}%` }} />
                </div>
              </td>
              <td className="n">
                <AmountText amount={now.amount} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="plain-list">
        {line.holders.slice(0, 12).map((who) => (
          <li key={who.organisation} className="row tight">
            <AppLink to="/traces" search={{ organisation: who.organisation }}>
              {who.name ?? who.organisation}
            </AppLink>
            <span className="small">
              <AmountText amount={who.amount} /> · {t('trace.lots', { n: who.lots })}
            </span>
          </li>
        ))}
      </ul>
      {line.holders.length > 12 && <Source>{t('trace.holders.more', { n: numberText(language, line.holders.length - 12) })}</Source>}
    </Panel>
  )
}

function ReachedLots({ impact }: { readonly impact: SiteImpact }) {
  const { t } = useWords()
  return (
    <DataTable
      caption={t('trace.impact.lots')}
      file="lots"
      rows={impact.lots}
      rowKey={(lot) => lot.lot}
      order="-amount"
      empty={<EmptyState title={t('trace.impact.no-lots')} />}
      columns={[
        {
          key: 'number',
          header: t('lots.number'),
          value: (lot) => lot.number,
          cell: (lot) => <AppLink to={`/lots/${lot.lot}`}>{lot.number}</AppLink>,
        },
        { key: 'kind', header: t('lots.kind'), value: (lot) => lot.kind, cell: (lot) => <LotKindText kind={lot.kind} /> },
        { key: 'state', header: t('lots.state'), value: (lot) => lot.state, cell: (lot) => <LotStateMark state={lot.state} /> },
        {
          key: 'amount',
          header: t('trace.impact.of-site'),
          numeric: true,
          value: (lot) => unitsOf(lot.amount),
          cell: (lot) => <AmountText amount={lot.amount} />,
        },
        {
          key: 'mass',
          header: t('lots.mass'),
          numeric: true,
          value: (lot) => unitsOf(lot.mass),
          cell: (lot) => <AmountText amount={lot.mass} />,
        },
        {
          key: 'holder',
          header: t('lots.holder'),
          value: (lot) => lot.holderName ?? '',
          cell: (lot) => lot.holderName ?? t('app.unknown'),
        },
        { key: 'formed', header: t('lots.formed'), value: (lot) => lot.formedOn, cell: (lot) => <DateText date={lot.formedOn} /> },
        {
          key: 'certificate',
          header: t('trace.certificate'),
          value: (lot) => lot.certificate ?? '',
          cell: (lot) => lot.certificate ?? '',
        },
      ]}
    />
  )
}
