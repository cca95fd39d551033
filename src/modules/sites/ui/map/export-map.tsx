/* The sites that the map shows, as a file made on the device: it works without network and holds exactly what the filters leave. */
import { Button } from '../../../../app/kit/button.tsx'
import { csvOf } from '../../../../app/kit/table-rows.ts'
import { saveFile } from '../../../../app/kit/save-file.ts'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { type Taken, fileColumns, geoJsonOf } from './map-files.ts'
import type { MapSite } from './map-sites.ts'

export function ExportMap({ sites, taken }: { readonly sites: readonly MapSite[]; readonly taken: Taken }) {
  const { t } = useWords()
  const file = `sites-${taken.asOf}`
  const columns = fileColumns(t, taken)
  const credits = t('map.print.credits')
  const precision = t(taken.positionPrecision === 'exact' ? 'map.export.exact' : 'map.export.coarse')
  const saveXlsx = async () => {
    const { writeXlsx } = await import('../../../../kernel/write-xlsx.ts')
    const rows = [columns.map(({ header }) => header), ...sites.map((site) => columns.map(({ value }) => value(site)))]
    const dates = t('map.print.dates', { asOf: dateText(taken.asOf), knownAt: dateText(taken.knownAt.slice(0, 10)) })
    const sources = [[t('map.export.sources')], [dates], [precision], [credits]]
    const bytes = writeXlsx([
      { name: t('sites.title'), rows },
      { name: t('map.export.sources'), rows: sources },
    ])
    saveFile(`${file}.xlsx`, bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  }
  return (
    <details className="map-export no-print">
      <summary>{t('map.export')}</summary>
      <div className="stack">
        <p className="small">
          {t('map.export.explain', { n: sites.length, date: dateText(taken.asOf) })} {precision}
        </p>
        <div className="row tight">
          <Button onClick={() => saveFile(`${file}.csv`, csvOf(sites, columns), 'text/csv')}>CSV</Button>
          <Button onClick={() => saveFile(`${file}.geojson`, geoJsonOf(sites, taken, credits), 'application/geo+json')}>GeoJSON</Button>
          <Button onClick={() => void saveXlsx()}>XLSX</Button>
        </div>
      </div>
    </details>
  )
}
