/*
What people and observers said of this place, as it was told once for each quarter: types and tens, later, never few. Nothing of a person is behind it that
could be asked for here, and an empty line is no finding that there was nothing.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { ToldPlace, ToldPlaces } from '../../../releases/contract.ts'
import type { SitePage } from '../../domain/register/answers.ts'
import { type ToldQuarter, toldOfSite } from './told-of-site.ts'

export function ToldPanel({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  const area = site.territoire?.code ?? site.province?.code
  const { data } = useAnswer<ToldPlaces>(area === undefined ? null : `/api/told-places/${area}`)
  if (!data) return null
  const rows = toldOfSite(site, data)
  return (
    <Panel title={t('told.title')}>
      {rows.length === 0 ? (
        <EmptyState title={t('told.no-quarter')}>{t('told.no-quarter.why', { days: data.delayDays })}</EmptyState>
      ) : (
        <table className="table brief">
          <thead>
            <tr>
              <th scope="col">{t('told.quarter')}</th>
              <th scope="col">{t('told.at-site')}</th>
              <th scope="col">{t('told.around')}</th>
              <th scope="col">{t('told.looked')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.quarter} row={row} withSites={data.withSites} />
            ))}
          </tbody>
        </table>
      )}
      <Note tone="calm">{t('told.hidden', { least: data.least, days: data.delayDays })}</Note>
      {!data.withSites && <Note tone="calm">{t('told.not-cleared')}</Note>}
      <Source>{t('told.source')}</Source>
    </Panel>
  )
}

function Row({ row, withSites }: { readonly row: ToldQuarter; readonly withSites: boolean }) {
  const { t } = useWords()
  return (
    <tr>
      <td>
        {row.quarter}
        <br />
        <span className="small">
          {t('told.since')} <DateText date={row.toldOn} />
        </span>
      </td>
      <td>{withSites ? <Lines lines={row.atSite} /> : '–'}</td>
      <td>
        <Lines lines={row.around} />
      </td>
      <td>{t(row.wasVisited ? 'told.visited' : 'told.nobody-looked')}</td>
    </tr>
  )
}
function Lines({ lines }: { readonly lines: readonly ToldPlace[] }) {
  const { t } = useWords()
  if (lines.length === 0) return <span className="ink-3">{t('told.nothing')}</span>
  return (
    <ul>
      {lines.map((one) => (
        <li key={one.type}>{t('told.line', { what: whatText(t, one.type), n: one.persons })}</li>
      ))}
    </ul>
  )
}

const types = ['child-labour-observed', 'forced-labour-indication', 'forced-labour-by-armed-actor', 'armed-actor-presence'] as const
const more = ['illegal-taxation', 'sgbv-pattern'] as const
function whatText(t: Translate, type: string): string {
  const known = [...types, ...more].find((one) => one === type)
  return known === undefined ? type : t(`told.type.${known}`)
}
