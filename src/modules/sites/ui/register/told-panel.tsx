/*
What people and observers said of this place, as it was told once for each quarter: types and tens, later, never few. Nothing of a person is behind it that
could be asked for here, and an empty line is no finding that there was nothing.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
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
  const columns: readonly Column<ToldQuarter>[] = [
    {
      key: 'quarter',
      header: t('told.quarter'),
      value: ({ quarter }) => quarter,
      cell: ({ quarter, toldOn }) => (
        <>
          {quarter}{' '}
          <span className="small">
            {t('told.since')} <DateText date={toldOn} />
          </span>
        </>
      ),
    },
    {
      key: 'site',
      header: t('told.at-site'),
      value: ({ atSite }) => atSite.length,
      cell: ({ atSite }) => (data.withSites ? <Lines lines={atSite} /> : '–'),
    },
    { key: 'around', header: t('told.around'), value: ({ around }) => around.length, cell: ({ around }) => <Lines lines={around} /> },
    said('looked', t('told.looked'), ({ wasVisited }) => t(wasVisited ? 'told.visited' : 'told.nobody-looked')),
  ]
  return (
    <Panel title={t('told.title')}>
      {rows.length === 0 ? (
        <EmptyState title={t('told.no-quarter')}>{t('told.no-quarter.why', { days: data.delayDays })}</EmptyState>
      ) : (
        <DataTable
          caption={t('told.title')}
          file=""
          rows={rows}
          columns={columns}
          rowKey={(row) => row.quarter}
          order="arranged"
          sortedByServer
          prefix="told."
          plain
          empty={null}
        />
      )}
      <Note tone="calm">{t('told.hidden', { least: data.least, days: data.delayDays })}</Note>
      {!data.withSites && <Note tone="calm">{t('told.not-cleared')}</Note>}
      <Source>{t('told.source')}</Source>
    </Panel>
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
