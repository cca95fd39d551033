/*
Sites by rank, each with the reasons for its points, to choose from for a mission. What is not known is written as unknown. The rank is
advice; who plans chooses.
*/
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { DateField, SelectField } from '../../../../app/kit/field.tsx'
import { Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { StandingMark } from '../../../../app/kit/status-mark.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { Proposals } from '../../domain/missions/proposal-answers.ts'
import { reasonText } from './reason-text.ts'
import type { PickedSite } from './site-search.tsx'
import './missions.css'

const PAGE = 20
interface AreaList {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
export interface RankedSitesProps {
  readonly province: string
  readonly onProvince: (province: string) => void
  readonly asOf: string
  readonly onAsOf: (asOf: string) => void
  readonly picked: readonly PickedSite[]
  readonly onPick: (sites: readonly PickedSite[]) => void
}

export function RankedSites({ province, onProvince, asOf, onAsOf, picked, onPick }: RankedSitesProps) {
  const { t } = useWords()
  const [size, setSize] = useState(PAGE)
  const areas = useAnswer<AreaList>('/api/places/areas?level=province').data?.areas ?? []
  const query = new URLSearchParams({ pageSize: String(size), ...(province ? { province } : {}), ...(asOf ? { asOf } : {}) })
  const { data, error, again } = useAnswer<Proposals>(`/api/missions/proposals?${query}`)
  return (
    <div className="stack">
      <div className="plan-row">
        <SelectField
          label={t('filter.province')}
          value={province}
          options={[{ value: '', label: t('missions.all') }, ...areas.map(({ code, name }) => ({ value: code, label: name }))]}
          onValue={onProvince}
        />
        <DateField label={t('rank.as-of')} hint={t('rank.as-of.hint')} value={asOf} onValue={onAsOf} />
      </div>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data?.total === 0 && (
        <EmptyState title={t('rank.none')}>
          <p>{t('rank.none.do')}</p>
        </EmptyState>
      )}
      {data && data.total > 0 && (
        <>
          <ol className="ranked" aria-label={t('rank.title')}>
            {data.sites.map((site) => (
              <RankedLine key={site.site} site={site} picked={picked} onPick={onPick} />
            ))}
          </ol>
          <div className="row">
            <span className="small grow">{t('rank.shown', { n: data.sites.length, of: data.total })}</span>
            {data.sites.length < data.total && <Button onClick={() => setSize(Math.min(500, size + PAGE))}>{t('rank.more')}</Button>}
          </div>
          <Weights rules={data.rules} />
        </>
      )}
    </div>
  )
}

type Line = Proposals['sites'][number]
function RankedLine({ site, picked, onPick }: { readonly site: Line } & Pick<RankedSitesProps, 'picked' | 'onPick'>) {
  const { t, language } = useWords()
  const unknown = site.reasons.filter((one) => one.because === 'unknown')
  const told = site.reasons.filter((one) => one.because !== 'unknown')
  const isPicked = picked.some((one) => one.site === site.site)
  const toggle = () =>
    onPick(
      isPicked
        ? picked.filter((one) => one.site !== site.site)
        : [...picked, { site: site.site, name: site.name, nationalId: site.nationalId }],
    )
  return (
    <li>
      <label className="pick">
        <input type="checkbox" checked={isPicked} onChange={toggle} aria-label={t('rank.choose', { site: site.name })} />
      </label>
      <div className="ranked-head">
        <AppLink to={`/sites/${site.site}`}>{site.name}</AppLink>
        <span className="small">{site.nationalId}</span>
        <StandingMark standing={site.standing} />
        <span className="points">
          {signed(site.points, language)} <span className="small">{t('rank.points')}</span>
        </span>
      </div>
      <span />
      <div className="ranked-reasons small">
        {site.lastVisitOn ? (
          <>
            {t('rank.last-visit')} <DateText date={site.lastVisitOn} />
          </>
        ) : (
          t('rank.never-visited')
        )}
        <ul>
          {told.map((reason) => (
            <li key={reason.factor}>
              <b>{signed(reason.points, language)}</b>
              <span>{reasonText(t, reason)}</span>
            </li>
          ))}
          {unknown.length > 0 && (
            <li className="ink-3">
              <b>?</b>
              <span>{t('rank.unknown', { what: unknown.map((one) => wordOr(`rank.factor.${one.factor}`, one.factor)).join(', ') })}</span>
            </li>
          )}
        </ul>
      </div>
    </li>
  )
}
const signed = (points: number, language: 'fr' | 'en'): string =>
  points.toLocaleString(language, { maximumFractionDigits: 1 }).replace('-', '−')

function Weights({ rules }: { readonly rules: Proposals['rules'] }) {
  const { t } = useWords()
  return (
    <details>
      <summary>{t('rank.weights')}</summary>
      <p className="small">{t('rank.weights.explain')}</p>
      <ul className="small">
        {rules.weights.map((one) => (
          <li key={one.factor}>
            {wordOr(`rank.factor.${one.factor}`, one.factor)} : {one.points} ({one.evidence} · {t(`inspect.mark.${one.evidence}`)})
          </li>
        ))}
      </ul>
      <Source>
        {rules.id} · {rules.hash.slice(0, 12)}
      </Source>
    </details>
  )
}
