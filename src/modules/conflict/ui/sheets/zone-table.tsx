/* The map as a committee reads it: territoires with categories; where nobody looked there is no number. */
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import { type ShownPersons, VictimKind, type ZoneLine } from '../../contract-sheet-answers.ts'

const personsText = (t: Translate, told: ShownPersons): string =>
  told.told === 'at-least' ? t('sheets.persons.at-least', { n: told.persons }) : t(`sheets.persons.${told.told}`)

export function ZonePanel({ zones, query }: { readonly zones: readonly ZoneLine[]; readonly query: string }) {
  const { t } = useWords()
  const looked = (row: ZoneLine): boolean => row.state !== 'not-looked-at'
  const counted = (lines: readonly (readonly [string, number])[]): string =>
    lines.map(([what, n]) => t('sheets.times', { what, n })).join(', ') || '–'
  const columns: readonly Column<ZoneLine>[] = [
    said('area', t('sheets.territoire'), (row) => `${row.name} (${row.kind})`),
    said('state', t('conflict-sheets.state'), (row) => t(`sheets.zone.${row.state}`)),
    {
      key: 'sheets',
      header: t('sheets.zone.sheets'),
      value: (row) => (looked(row) ? row.sheets : null),
      cell: (row) => (looked(row) ? row.sheets : '–'),
      numeric: true,
    },
    said('interference', t('sheets.interference'), (row) =>
      counted(row.interference.map((one) => [t(`code.interference.${one.of}`), one.sheets])),
    ),
    said('modes', t('sheets.modes'), (row) =>
      counted(row.modes.map((one) => [`${t(`code.mode.${one.of}`)} ${t(`code.stage.${one.stage}`)}`, one.sheets])),
    ),
    said('beneficiaries', t('sheets.beneficiaries'), (row) =>
      counted(row.beneficiaries.map((one) => [t(`code.beneficiary.${one.of}`), one.sheets])),
    ),
    said('victims', t('sheets.zone.victims'), (row) =>
      looked(row)
        ? VictimKind.options.map((kind) => `${t(`sheets.victims.${kind}`)} : ${personsText(t, row.victims[kind])}`).join(' ; ')
        : '–',
    ),
    {
      key: 'newest',
      header: t('sheets.as-of'),
      value: (row) => row.newest ?? '',
      cell: (row) => (row.newest === null ? '–' : <DateText date={row.newest} age />),
    },
  ]
  return (
    <Panel
      title={t('sheets.zones')}
      aside={
        <span className="row tight no-print">
          <a href={`/api/conflict/zones.csv${query}`}>{t('sheets.zones.csv')}</a>
          <a href={`/api/conflict/zones.geojson${query}`}>{t('sheets.zones.geojson')}</a>
        </span>
      }
    >
      <DataTable
        caption={t('sheets.zones')}
        file="conflict-zones"
        rows={zones}
        columns={columns}
        rowKey={(row) => row.area}
        order="-newest"
        prefix="z."
        plain
        empty={<EmptyState title={t('sheets.zones.none')} />}
      />
      <Source>{t('sheets.zones.say')}</Source>
    </Panel>
  )
}
