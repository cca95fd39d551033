/* One bag or lot: what it is, whether it may move, where every gram of it came from, and what was done to it. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { MineralMark } from '../../../../app/kit/mineral-mark.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, InstantText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import type { LotDetail, LotSummary, TraceAnswer } from '../../contract.ts'
import type { LotDealings } from '../../contract-lots.ts'
import { Findings } from './findings.tsx'
import { LotActions } from './lot-actions.tsx'
import { Assays, type Names, Outputs, Transfers, Weighings } from './lot-history.tsx'
import { Dealings } from './lot-dealings.tsx'
import { LotKindText, LotStateMark } from './lot-marks.tsx'
import { Shares, Tree } from './lot-origin.tsx'
import { doAbout, isFinding } from './hold-words.ts'
import { GoldPanel } from '../gold/gold-panel.tsx'
import { LotMass } from '../gold/lot-mass.tsx'
import { Composition } from '../tracing/composition.tsx'

export function LotScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['lot'] ?? ''
  const { data, answer, error, again } = useAnswer<LotDetail>(`/api/lots/${id}`)
  const trace = useAnswer<TraceAnswer>(`/api/lots/${id}/trace`)
  const dealings = useAnswer<LotDealings>(`/api/lots/${id}/dealings`)
  const names = useNames()
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { lot } = data
  return (
    <Page
      title={lot.number}
      marks={
        <>
          <MineralMark mineral={lot.mineral} /> <LotStateMark state={lot.state} />
        </>
      }
      crumbs={
        <>
          <AppLink to="/lots">{t('lots.title')}</AppLink> › <LotKindText kind={lot.kind} />
        </>
      }
      under={<LotLine lot={lot} />}
      actions={<LotActions detail={data} dealings={dealings.data} />}
      answer={answer}
    >
      <Quarantine detail={data} />
      <Composition lot={id} otherwise={trace.data && <Shares trace={trace.data} />} />
      <div className="columns">
        {lot.massMilligrams !== null && <GoldPanel lot={id} />}
        {trace.error && <ErrorState error={trace.error} again={trace.again} />}
        {data.findings.length > 0 && (
          <Panel title={t('lots.findings')}>
            <Findings findings={data.findings} />
          </Panel>
        )}
        {trace.data && <Tree trace={trace.data} />}
        <Weighings detail={data} names={names} />
        {dealings.data ? <Dealings lot={lot} dealings={dealings.data} /> : <Transfers detail={data} names={names} />}
        {dealings.error && <ErrorState error={dealings.error} again={dealings.again} />}
        <Assays detail={data} />
        <Outputs detail={data} />
      </div>
      <p className="small no-print row tight">
        <AppLink to={`/lots/${id}/route`}>{t('route.open')}</AppLink>
        <a href={`/untp/0.6.0/lots/${id}/passport`} target="_blank" rel="noreferrer">
          {t('lots.passport')}
        </a>
        <a href={`/untp/0.6.0/lots/${id}/events`} target="_blank" rel="noreferrer">
          {t('lots.events')}
        </a>
      </p>
    </Page>
  )
}

function LotLine({ lot }: { readonly lot: LotSummary }) {
  const { t } = useWords()
  return (
    <>
      <b>
        <LotMass grams={lot.massGrams} milligrams={lot.massMilligrams} />
      </b>
      {(lot.remainingMilligrams ?? lot.remainingGrams) !== (lot.massMilligrams ?? lot.massGrams) && (
        <>
          {' '}
          ({t('lots.left')} <LotMass grams={lot.remainingGrams} milligrams={lot.remainingMilligrams} />)
        </>
      )}
      {' · '}
      {lot.holderName ?? t('app.unknown')}
      {lot.recipientName && ` → ${lot.recipientName}`}
      {lot.owner !== null && lot.owner !== lot.holder && ` (${t('act.owner')} ${lot.ownerName ?? lot.owner})`}
      {' · '}
      {t('lots.formed')} <DateText date={lot.formedOn} />
      {lot.tag && ` · ${t('lots.tag')} ${lot.tag}`}
      {(lot.kind === 'bag' || lot.kind === 'gold-sachet') && (
        <>
          {' · '}
          {lot.site ? <AppLink to={`/sites/${lot.site}`}>{lot.siteName ?? lot.site}</AppLink> : t('lots.site.unknown')}
        </>
      )}
    </>
  )
}

function Quarantine({ detail }: { readonly detail: LotDetail }) {
  const { t } = useWords()
  const { quarantine, lot } = detail
  if (quarantine === null) return lot.state === 'quarantined' ? <HeldInside detail={detail} /> : null
  return (
    <Note tone="red">
      <b>{t('lots.quarantined')}</b> {t('lots.since')} <InstantText at={quarantine.since} /> · <Because because={quarantine.because} />.{' '}
      {t(doAbout(quarantine.because))}
    </Note>
  )
}

/** Held by something inside: which lot, why, and the way to it. */
function HeldInside({ detail: { heldBy } }: { readonly detail: LotDetail }) {
  const { t } = useWords()
  return (
    <Note tone="red">
      {heldBy && (
        <>
          <b>{t('lots.held-inside')}</b> <AppLink to={`/lots/${heldBy.lot}`}>{heldBy.number}</AppLink> ·{' '}
          <Because because={heldBy.because} />.{' '}
        </>
      )}
      {t('lots.quarantined.source')}
    </Note>
  )
}

/** Rules by their ids, or what somebody wrote. */
function Because({ because }: { readonly because: string }) {
  const { t } = useWords()
  return <>{isFinding(because) ? t('lots.because.rules', { rules: because }) : because}</>
}

/** Organisations by their name; an id that nobody knows stays an id. */
function useNames(): Names {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string }[] }>('/api/organisations')
  const byId = new Map(data?.organisations.map((one) => [one.id, one.name]))
  return { of: (organisation) => (organisation === null ? t('app.unknown') : (byId.get(organisation) ?? organisation)) }
}
