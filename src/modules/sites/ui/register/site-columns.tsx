/* The columns of the register, on screen and in its file. */
import { AppLink } from '../../../../app/kit/button.tsx'
import type { Column } from '../../../../app/kit/data-table.tsx'
import { MineralMarks } from '../../../../app/kit/mineral-mark.tsx'
import { StandingMark } from '../../../../app/kit/status-mark.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import type { Translate } from '../../../../app/words.ts'
import type { SiteRow } from '../../domain/register/answers.ts'
import { isOver, shownEnd } from '../../domain/status/lapse.ts'

/** A file is read without the page: a column more for each level of place, and for what the rule makes of a colour that ran out. */
export const fileColumns = (t: Translate, asOf: string) => [
  ...siteColumns(t, asOf),
  {
    key: 'lapsed',
    header: t('sites.lapsed-on'),
    value: ({ standing }: SiteRow) => (isOver(standing) ? (standing.lapse?.on ?? null) : null),
  },
  {
    key: 'treated',
    header: t('sites.treated-as'),
    value: ({ standing }: SiteRow) => (standing.colour === standing.shown ? null : t(`status.${standing.colour}`)),
  },
  { key: 'province', header: t('filter.province'), value: (site: SiteRow) => site.province?.name ?? site.stated.province ?? null },
  { key: 'territoire', header: t('sites.territoire'), value: (site: SiteRow) => site.territoire?.name ?? site.stated.territoire ?? null },
]

/** `Vert, rapporté, échu`: a colour without its basis would say more than is known. */
function statusText(t: Translate, { standing }: SiteRow): string {
  const { shown, basis, held } = standing
  const reported = basis === 'reported' && shown !== 'none'
  return [t(`status.${shown}`), reported && t('status.reported'), isOver(standing) && t('status.lapsed'), held && t('status.hold')]
    .filter(Boolean)
    .join(', ')
}

export function siteColumns(t: Translate, asOf: string): readonly Column<SiteRow>[] {
  return [
    {
      key: 'name',
      header: t('sites.site'),
      value: (site) => site.name,
      cell: (site) => (
        <>
          <AppLink to={`/sites/${site.id}`}>{site.name}</AppLink>
          <br />
          <span className="small">{placeText(site)}</span>
        </>
      ),
    },
    {
      key: 'status',
      header: t('sites.status'),
      value: (site) => statusText(t, site),
      cell: (site) => <StandingMark standing={site.standing} />,
    },
    {
      key: 'until',
      header: t('sites.until'),
      value: (site) => shownEnd(site.standing),
      cell: (site) => <DateText date={shownEnd(site.standing)} otherwise="–" />,
    },
    {
      key: 'minerals',
      header: t('sites.minerals'),
      value: (site) => site.minerals.join(' '),
      cell: (site) => <MineralMarks minerals={site.minerals} />,
    },
    {
      key: 'visit',
      header: t('sites.last-visit'),
      value: (site) => site.lastVisitOn,
      cell: (site) => <DateText date={site.lastVisitOn} age today={asOf} />,
    },
    {
      key: 'id',
      header: t('site.national-id'),
      value: (site) => site.nationalId,
      cell: (site) => <span className="small">{site.nationalId}</span>,
    },
  ]
}

const placeText = ({ province, territoire, stated }: SiteRow): string =>
  [territoire?.name ?? stated.territoire, province?.name ?? stated.province].filter(Boolean).join(', ')
