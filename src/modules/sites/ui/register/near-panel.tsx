/* Other sites around this one, nearest first. Without clearance the distances are between rounded positions, and the panel says so. */
import { useAnswer } from '../../../../app/ask.ts'
import { useState } from 'react'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { StandingMark } from '../../../../app/kit/status-mark.tsx'
import { useUrlState, writeSearch } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'
import type { NearbySites } from '../../domain/register/near.ts'

const distances = ['5', '10', '25'] as const

export function NearPanel({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const within = distances.find((one) => one === state['within']) ?? '10'
  const { asOf, knownAt } = state
  const { data, error, again } = useAnswer<NearbySites>(`/api/sites/${site.id}/near${writeSearch({ asOf, knownAt, within })}`)
  return (
    <Panel
      title={t('near.title')}
      aside={
        <label className="near-within small no-print">
          {t('near.within')}
          <select className="input" value={within} onChange={({ target }) => change({ within: target.value === '10' ? '' : target.value })}>
            {distances.map((value) => (
              <option key={value} value={value}>
                {t('near.kilometres', { n: Number(value) })}
              </option>
            ))}
          </select>
        </label>
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Neighbours near={data} />
          {data.hasPosition && <Source>{t(`near.${data.positionPrecision}`)}</Source>}
        </>
      )}
    </Panel>
  )
}

const FIRST = 12

function Neighbours({ near }: { readonly near: NearbySites }) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  if (!near.hasPosition) return <EmptyState title={t('near.no-position')}>{t('near.no-position.do')}</EmptyState>
  return (
    <>
      {near.sites.length > 0 && (
        <p className="small" role="status">
          {t('near.count', { n: near.sites.length, within: near.within })}
        </p>
      )}
      <DataTable
        plain
        prefix="near."
        caption={t('near.title')}
        file="near"
        rows={all ? near.sites : near.sites.slice(0, FIRST)}
        rowKey={(one) => one.id}
        order="kilometres"
        empty={<EmptyState title={t('near.none', { within: near.within })}>{t('near.none.do')}</EmptyState>}
        columns={[
          {
            key: 'name',
            header: t('near.site'),
            value: (one) => one.name,
            cell: (one) => <AppLink to={`/sites/${one.id}`}>{one.name}</AppLink>,
          },
          {
            key: 'kilometres',
            header: t('near.distance'),
            value: (one) => one.kilometres,
            cell: (one) => t('near.kilometres', { n: one.kilometres }),
          },
          {
            key: 'status',
            header: t('near.status'),
            value: (one) => t(`status.${one.standing.shown}`),
            cell: (one) => <StandingMark standing={one.standing} />,
          },
          {
            key: 'visit',
            header: t('near.visit'),
            value: (one) => one.lastVisitOn,
            cell: (one) => <DateText date={one.lastVisitOn} age today={near.asOf} />,
          },
        ]}
      />
      {!all && near.sites.length > FIRST && (
        <div className="no-print">
          <Button onClick={() => setAll(true)}>{t('near.all', { n: near.sites.length })}</Button>
        </div>
      )}
    </>
  )
}
