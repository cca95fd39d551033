/* The same sites as a list: for those who cannot use a map, and for finding one by name. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { daysBetween } from '../../../../kernel/calendar.ts'
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { MapSite } from './site-features.ts'

export function MapList({ sites, today }: { readonly sites: readonly MapSite[]; readonly today: string }) {
  const { t } = useWords()
  return (
    <DataTable
      plain
      prefix="l."
      caption={t('map.list')}
      file="map"
      rows={sites}
      rowKey={(site) => site.id}
      order="name"
      empty={<EmptyState title={t('sites.none')}>{t('sites.none.do')}</EmptyState>}
      columns={[
        {
          key: 'name',
          header: t('sites.site'),
          value: (site) => site.name,
          cell: (site) => (
            <>
              <AppLink to={`/sites/${site.id}`}>{site.name}</AppLink>
              <br />
              <span className="small">
                {t('sites.last-visit')} <DateText date={site.lastVisitOn} age today={today} />
              </span>
            </>
          ),
        },
        {
          key: 'status',
          header: t('sites.status'),
          value: (site) => `${t(`status.${site.shown}`)} ${site.lapsedOn === null ? '' : t('status.lapsed')}`,
          cell: ({ shown, basis, lapsedOn, held }) => (
            <StatusMark
              colour={shown}
              basis={basis}
              lapsed={lapsedOn !== null}
              daysLeft={lapsedOn === null ? null : daysBetween(lapsedOn, today)}
              held={held}
            />
          ),
        },
      ]}
    />
  )
}
