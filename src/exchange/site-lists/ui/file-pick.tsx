/* Choosing the file, and what was found in it. */
import { Field } from '../../../app/kit/field.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { useWords } from '../../../app/words.ts'
import type { ReadList } from '../list-words.ts'

export interface FilePickProps {
  readonly list: ReadList | null
  readonly busy: boolean
  readonly onFile: (file: File) => void
}
export function FilePick({ list, busy, onFile }: FilePickProps) {
  const { t } = useWords()
  return (
    <Panel>
      <div className="stack">
        <Field label={list ? t('lists.other') : t('lists.file')} hint={t('lists.file.hint')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="file"
              accept=".csv,.tsv,.txt,.geojson,.json,text/csv,application/geo+json,application/json"
              disabled={busy}
              onChange={(event) => {
                const file = event.target.files?.[0]
                if (file) onFile(file)
                // The same file, mended, must be taken again.
                event.target.value = ''
              }}
            />
          )}
        </Field>
        {list && <p role="status">{foundText(list, t)}</p>}
      </div>
    </Panel>
  )
}

function foundText(list: ReadList, t: ReturnType<typeof useWords>['t']): string {
  const found = t('lists.found', { rows: list.rows, columns: list.columns.length })
  if (list.format === 'geojson') return t('lists.found.geojson', { found, points: list.points, polygons: list.polygons })
  const separator = list.separator === '\t' ? t('lists.separator.tab') : `« ${list.separator ?? ','} »`
  return t('lists.found.csv', { found, separator, encoding: t(`lists.encoding.${list.encoding}`) })
}
