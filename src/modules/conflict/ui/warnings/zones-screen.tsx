/* Which zones to look at first: a score that never stands without the counts that it rests on, and by which rule. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { ZoneScore, ZoneScores } from '../../contract-warnings.ts'

export function ZonesScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<ZoneScores>('/api/conflict/warning-zones')
  const count = (key: 'verified' | 'unverified' | 'waiting' | 'false'): Column<ZoneScore> => ({
    ...said<ZoneScore>(key, t(`warning-zones.${key}`), (row) => row.counts[key]),
    numeric: true,
  })
  const columns: readonly Column<ZoneScore>[] = [
    said('zone', t('warnings.zone'), (row) => row.name),
    // The export too holds the counts beside the score.
    { ...said<ZoneScore>('score', t('warning-zones.score'), (row) => row.score), numeric: true },
    ...[count('verified'), count('unverified'), count('waiting'), count('false')],
    ...(data !== undefined && data.withheld.length > 0
      ? [said<ZoneScore>('persons', t('warning-zones.touching-persons'), (row) => row.touchingPersons ?? '–')]
      : []),
    said('severities', t('warning-zones.severities'), (row) =>
      row.counts.severities.flatMap((one) => (one.warnings === 0 ? [] : [`${one.severity} × ${one.warnings}`])).join(', '),
    ),
  ]
  return (
    <Page
      title={t('warning-zones.title')}
      under={t('warning-zones.under')}
      crumbs={<AppLink to="/warnings">{t('warnings.title')}</AppLink>}
      answer={answer}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Panel>
          {data.withheld.length > 0 && <Note tone="calm">{t('warning-zones.withheld')}</Note>}
          {data.lookedThrough !== null && <Note tone="calm">{t('conflict.looked-through', { n: data.lookedThrough })}</Note>}
          <DataTable
            {...{ caption: t('warning-zones.title'), file: 'warning-zones', rows: data.zones, columns, order: '-score' }}
            rowKey={(row) => row.territoire}
            empty={<EmptyState title={t('warning-zones.none')}>{null}</EmptyState>}
          />
          <Source>
            {t('warning-zones.rule', { days: data.rules.halfLifeDays, part: data.rules.unverifiedPart, year: data.rules.countedDays })}
          </Source>
        </Panel>
      )}
    </Page>
  )
}
