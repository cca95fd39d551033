/* The same sites as a list: for those who cannot use a map, and for finding one by name. The second column says the chosen layer. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import { daysBetween } from '../../../../kernel/calendar.ts'
import { type LayerChoice, type LayerName, marksOf } from './layers.ts'
import type { MapSite } from './map-sites.ts'
import { MarkPicture } from './mark-picture.tsx'
import type { MarkedSite } from './site-features.ts'

export function MapList({ sites, choice }: { readonly sites: readonly MarkedSite[]; readonly choice: LayerChoice }) {
  const { t } = useWords()
  return (
    <DataTable
      plain
      prefix="l."
      caption={t('map.list')}
      file="map"
      rows={sites}
      rowKey={({ site }) => site.id}
      order="name"
      empty={<EmptyState title={t('sites.none')}>{t('sites.none.do')}</EmptyState>}
      columns={[
        {
          key: 'name',
          header: t('sites.site'),
          value: ({ site }) => site.name,
          cell: ({ site }) => (
            <>
              <AppLink to={`/sites/${site.id}`}>{site.name}</AppLink>
              <br />
              <span className="small">
                {t('sites.last-visit')} <DateText date={site.lastVisitOn} age today={choice.today} />
              </span>
            </>
          ),
        },
        {
          key: 'layer',
          header: t(`map.layer.${choice.layer}`),
          value: ({ site, key, on }) => (choice.layer === 'workforce' ? site.workers : `${wordOf(t, choice.layer, key)} ${on ?? ''}`),
          cell: (one) =>
            choice.layer === 'status' || choice.layer === 'validity' ? (
              <StatusOf site={one.site} today={choice.today} />
            ) : (
              <LayerValue one={one} choice={choice} />
            ),
        },
      ]}
    />
  )
}

function StatusOf({ site, today }: { readonly site: MapSite; readonly today: string }) {
  const { shown, basis, lapsedOn, until, held, order } = site
  const days = lapsedOn !== null ? daysBetween(lapsedOn, today) : until === null ? null : Math.max(0, daysBetween(today, until))
  return <StatusMark colour={shown} basis={basis} lapsed={lapsedOn !== null} daysLeft={days} held={held} order={order} />
}

const markIn = (layer: LayerName, key: string) => marksOf[layer].find((mark) => mark.key === key)
const wordOf = (t: Translate, layer: LayerName, key: string): string => {
  const mark = markIn(layer, key)
  return mark ? t(mark.word) : key
}

function LayerValue({ one: { site, key, on }, choice: { layer, today } }: { readonly one: MarkedSite; readonly choice: LayerChoice }) {
  const { t } = useWords()
  const mark = markIn(layer, key)
  const dated = layer !== 'minerals' && layer !== 'visits' && on !== null
  return (
    <>
      {mark && <MarkPicture mark={mark} />} {detailOf(layer, site) ?? wordOf(t, layer, key)}
      {dated && (
        <>
          <br />
          <span className="small">
            <DateText date={on} age today={today} />
          </span>
        </>
      )}
    </>
  )
}

/** What the list says more than the mark: the number, the names. */
function detailOf(layer: LayerName, { workers, services, minerals }: MapSite): string | null {
  if (layer === 'workforce') return workers === null ? null : String(workers)
  if (layer === 'services') return services === null || services.length === 0 ? null : services.join(', ')
  return layer === 'minerals' && minerals.length > 0 ? minerals.join(' ') : null
}
