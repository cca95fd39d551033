/*
The map of conflicts: layers chosen in the address, drawn over the territoires, and the same in a table that leaves as GeoJSON or CSV. Every row says whether
somebody looked and by whom it is told. Rows that may not be passed on stand apart and leave neither in a file nor on paper.
*/
import type { FeatureCollection } from 'geojson'
import { useAnswer } from '../../../../app/ask.ts'
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { ageText } from '../../../../app/kit/clock.ts'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { DateField, SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { saveFile } from '../../../../app/kit/save-file.ts'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { csvOf } from '../../../../app/kit/table-rows.ts'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { type UrlState, useUrlState, writeSearch } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { type ConflictFeature, ConflictLayer, type LayersAnswer } from '../../contract-layers.ts'
import { ConflictDrawing } from './conflict-drawing.tsx'
import { confidenceOf, kindsOf, sourceOf, whatOf } from './feature-words.ts'
import { chosenLayers, csvColumns, featuresOf, geoJsonOf, shadeOf, shades, shared, writeLayers } from './layer-rules.ts'

export function ConflictMapScreen() {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const { from, until } = state
  const chosen = chosenLayers(state['layers'])
  // Nothing is fetched for nothing chosen.
  const asked = chosen.length === 0 ? null : `/api/conflict/layers${writeSearch({ from, until })}`
  const { data, answer, error, again } = useAnswer<LayersAnswer>(asked)
  const features = data ? featuresOf(data, chosen) : []
  return (
    <Page
      title={t('conflict-map.title')}
      under={t('conflict-map.under')}
      answer={answer}
      actions={<LinkButton to="/roadblocks">{t('conflict-map.to-roads')}</LinkButton>}
    >
      <Choices {...{ state, change, chosen, data }} />
      {chosen.length === 0 && <EmptyState title={t('conflict-map.none')}>{t('conflict-map.none.do')}</EmptyState>}
      {error && <ErrorState error={error} again={again} />}
      {asked !== null && !data && !error && <Loading />}
      {data && chosen.length > 0 && (
        <>
          {data.layers.some((one) => one.withheld.length > 0) && (
            <Note>
              <b>{t('route.restricted')}.</b> {t('conflict-map.restricted.say')}
            </Note>
          )}
          {data.layers.map(
            ({ layer, cut }) =>
              cut !== null &&
              chosen.includes(layer) && (
                <Note key={layer} tone="calm">
                  {t('conflict-map.cut', { n: cut.listed, total: cut.total })}
                </Note>
              ),
          )}
          {chosen.includes('told') && <Note tone="calm">{t('conflict-map.told.rule')}</Note>}
          <Drawing features={features} shade={shadeOf(state['shade'], chosen)} day={data.until} />
          <Told features={features} day={data.until} />
        </>
      )}
    </Page>
  )
}

interface ChoicesProps {
  readonly state: UrlState
  readonly change: (change: UrlState) => void
  readonly chosen: readonly ConflictLayer[]
  readonly data: LayersAnswer | undefined
}
function Choices({ state, change, chosen, data }: ChoicesProps) {
  const { t } = useWords()
  const listed = shades.filter((one) => chosen.includes(one))
  return (
    <div className="stack no-print">
      <div className="layer-choices" role="group" aria-label={t('conflict-map.layers')}>
        {ConflictLayer.options.map((one) => (
          <CheckChoice
            key={one}
            label={t(`conflict-map.layer.${one}`)}
            checked={chosen.includes(one)}
            onChecked={(yes) =>
              change({ layers: writeLayers(ConflictLayer.options.filter((layer) => (layer === one ? yes : chosen.includes(layer)))) })
            }
          />
        ))}
      </div>
      <Toolbar label={t('conflict-map.layers')}>
        {listed.length > 0 && (
          <SelectField
            label={t('conflict-map.shade')}
            value={String(shadeOf(state['shade'], chosen))}
            options={listed.map((value) => ({ value: String(value), label: t(`conflict-map.layer.${value}`) }))}
            onValue={(shade) => change({ shade })}
          />
        )}
        <DateField label={t('conflict-map.from')} value={state['from'] ?? data?.from ?? ''} onValue={(from) => change({ from })} />
        <DateField label={t('conflict-map.until')} value={state['until'] ?? data?.until ?? ''} onValue={(until) => change({ until })} />
      </Toolbar>
    </div>
  )
}

interface ToldProps {
  readonly features: readonly ConflictFeature[]
  readonly day: string
}
function Drawing({ features, shade, day }: ToldProps & { readonly shade: ConflictLayer }) {
  const { t } = useWords()
  const boundaries = useAnswer<FeatureCollection>('/api/places/boundaries?level=territoire')
  if (boundaries.error) return <ErrorState error={boundaries.error} again={boundaries.again} />
  if (!boundaries.data) return <Loading />
  if (boundaries.data.features.length === 0) return <Note tone="calm">{t('conflict-map.no-boundaries')}</Note>
  // What a house may not pass on colours no area on paper either: such numbers stand on the screen alone.
  const isKept = features.some((one) => one.properties.layer === shade && one.geometry === null && !one.properties.mayBeShared)
  return (
    <div className={isKept ? 'no-print' : undefined}>
      <Panel>
        <ConflictDrawing {...{ boundaries: boundaries.data, shade, features, day }} />
      </Panel>
    </div>
  )
}

function Told({ features, day }: ToldProps) {
  const { t } = useWords()
  const open = shared(features)
  const kept = features.filter((one) => !one.properties.mayBeShared)
  const columns = useColumns(day)
  const table = (rows: readonly ConflictFeature[], prefix: string, caption: string) => (
    <DataTable
      {...{ caption, file: 'conflict-map', rows, columns, order: '-on', prefix, plain: true }}
      rowKey={(row) => `${row.properties.layer} ${row.properties.key}`}
      empty={null}
    />
  )
  return (
    <>
      <Panel
        title={t('conflict-map.table')}
        aside={
          <span className="row tight no-print">
            <Button onClick={() => saveFile('conflict-map.csv', csvOf(open, csvColumns), 'text/csv')}>
              {t('conflict-map.export.csv')}
            </Button>
            <Button onClick={() => saveFile('conflict-map.geojson', geoJsonOf(features), 'application/geo+json')}>
              {t('conflict-map.export.geojson')}
            </Button>
          </span>
        }
      >
        {table(open, 'c.', t('conflict-map.table'))}
      </Panel>
      {kept.length > 0 && (
        <div className="no-print">
          <Panel title={t('conflict-map.kept')}>
            <Note>{t('conflict-map.left-out')}</Note>
            {table(kept, 'k.', t('conflict-map.kept'))}
          </Panel>
        </div>
      )}
    </>
  )
}
function useColumns(day: string): readonly Column<ConflictFeature>[] {
  const { t } = useWords()
  return [
    said('layer', t('conflict-map.layer'), ({ properties }) => t(`conflict-map.layer.${properties.layer}`)),
    said('what', t('conflict-map.what'), (row) => whatOf(t, row)),
    said('kinds', t('conflict-map.kinds'), (row) => kindsOf(t, row) || '–'),
    {
      ...{ key: 'on', header: t('conflict-map.on'), value: ({ properties }) => properties.on },
      cell: ({ properties: { on } }) =>
        on === null ? (
          '–'
        ) : (
          <>
            <DateText date={on} age /> <span className="small">{ageText(t, on, day)}</span>
          </>
        ),
    },
    said('looked', t('conflict-map.looked'), ({ properties }) => t(`conflict-map.looked.${properties.looked}`)),
    said('confidence', t('conflict-map.confidence'), (row) => confidenceOf(t, row) || '–'),
    said('source', t('conflict-map.source'), (row) => sourceOf(t, row)),
  ]
}
