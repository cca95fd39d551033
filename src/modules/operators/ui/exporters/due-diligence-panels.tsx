/*
Risks, suspensions and plans about an exporter and its suppliers, and its written reports, as far as the reader may see them: each list is asked of its own
register under the reader's name, so that a competitor reads here nothing that is not public.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, InstantText, MassText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { LotSummary } from '../../../custody/contract.ts'
import type { ReportList } from '../../../reports/contract.ts'
import type { RiskSummary, StopByIncident } from '../../../risks/contract.ts'
import type { ExporterDetail } from '../../contract-exporters.ts'
import { suppliersNow } from './suppliers-now.ts'

interface Found {
  readonly risks: readonly RiskSummary[]
  readonly byIncident: readonly StopByIncident[]
}
interface Shown {
  readonly id: string
  readonly data: ExporterDetail
}
export function RisksPanel({ id, data }: Shown) {
  const { t } = useWords()
  const me = useMe().data
  if (!mayOpen('risks.read', me)) return null
  const bodies = [{ id, name: data.summary.name }, ...suppliersNow(data.suppliers)]
  return (
    <Panel title={t('exporters.risks')}>
      {bodies.map((one) => (
        <RisksOf key={one.id} id={one.id} name={one.name} />
      ))}
      <Source>{t('exporters.risks.source')}</Source>
    </Panel>
  )
}
function RisksOf({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<Found>(`/api/risks?organisation=${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return null
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      {data.risks.length + data.byIncident.length === 0 && <p className="small">{t('exporters.risks.none')}</p>}
      <ul className="plain-list stack">
        {data.risks.map((one) => (
          <li key={one.risk}>
            <AppLink to={`/risks/${one.risk}`}>{one.number}</AppLink> · {t(`risks.code.${one.code}`)} ·{' '}
            <strong>{t(`risks.state.${one.state}`)}</strong>
            {one.suspendedSince !== null && one.because !== null && (
              <div className="small">{t(`risks.because.${one.because}`, { since: one.suspendedSince })}</div>
            )}
            {one.daysLeft !== null && (
              <div className="small">{t('risks.clock.left', { n: one.daysLeft, until: one.plan?.deadline ?? '' })}</div>
            )}
          </li>
        ))}
        {data.byIncident.map((one, index) => (
          <li key={`${index} ${one.since}`}>
            <strong>{t('risks.state.suspended')}</strong> · {t('exporters.from')} <DateText date={one.since} />
            {one.number !== null && ` · ${one.number}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface HeldLots {
  readonly lots: readonly LotSummary[]
  readonly next: string | null
}
/** Which lots of it stand still, since when, and by what kind of act. Why exactly is never said here: it may be a file that the holder must not know of. */
export function HeldLotsPanel({ id }: Pick<Shown, 'id'>) {
  const { t } = useWords()
  const me = useMe().data
  if (!mayOpen('custody.read', me)) return null
  return (
    <Panel title={t('exporters.held')}>
      <Held id={id} />
      <Source>{t('exporters.held.source')}</Source>
    </Panel>
  )
}
function Held({ id }: Pick<Shown, 'id'>) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<HeldLots>(`/api/lots?holder=${id}&held=yes`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  if (data.lots.length === 0) return <p className="small">{t('exporters.held.none')}</p>
  return (
    <ul className="plain-list stack">
      {data.lots.map((one) => (
        <li key={one.id}>
          <AppLink to={`/lots/${one.id}`}>{one.number}</AppLink> · <MassText grams={one.massGrams} /> ·{' '}
          {one.heldSince !== undefined && (
            <>
              {t('exporters.held.since')} <InstantText at={one.heldSince} /> ·{' '}
            </>
          )}
          {t(one.state === 'seized' ? 'exporters.held.why.seized' : 'exporters.held.why.quarantined')}
        </li>
      ))}
      {data.next !== null && <li>{t('exporters.held.more')}</li>}
    </ul>
  )
}

export function WrittenReportsPanel({ id }: Pick<Shown, 'id'>) {
  const { t, language } = useWords()
  const { data } = useAnswer<ReportList>('/api/reports')
  const own = data?.reports.filter((one) => one.organisation === id && one.released !== null) ?? []
  return (
    <Panel title={t('exporters.written-reports')}>
      {data && own.length === 0 && <p className="small">{t('exporters.written-reports.none')}</p>}
      <ul className="plain-list stack">
        {own.map((one) => (
          <li key={one.id}>
            {one.released?.isPublic === true ? (
              <a href={`/reports/released/${one.released.number}?language=${language}`}>{one.released.number}</a>
            ) : (
              <AppLink to={`/written-reports/${one.id}`}>{one.released?.number}</AppLink>
            )}{' '}
            · {wordOr(`report.kind.${one.kind}`, one.kind)} · <DateText date={one.released?.on ?? null} />
          </li>
        ))}
      </ul>
      <p>
        <a href={`/reports/released?language=${language}`}>{t('exporters.written-reports.all')}</a>
      </p>
    </Panel>
  )
}
