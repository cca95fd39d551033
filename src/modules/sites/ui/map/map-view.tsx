/*
The map itself; this file and the library behind it are fetched when a map is opened. Without WebGL it says so and the list
beside it serves. A site is chosen by a tap or from the list; the view is kept in the address.
*/
import 'maplibre-gl/dist/maplibre-gl.css'
import type { FeatureCollection } from 'geojson'
import { AttributionControl, GeoJSONSource, Map as MapLibre, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useRef, useState } from 'react'
import { Note } from '../../../../app/kit/panel.tsx'
import { useDrawnTheme } from '../../../../app/theme.ts'
import { useWords } from '../../../../app/words.ts'
import { loadBaseMap } from './base-map.ts'
import { LAID, laidPictures, laidSaid, laidTouched, nothingLaid } from './laid-style.ts'
import type { Mark } from './layers.ts'
import { type DrawnLayer, mapStyle } from './map-style.ts'
import { drawMarks } from './mark-picture.tsx'

setWorkerUrl(workerAddress)

export interface MapViewProps {
  readonly sites: FeatureCollection
  readonly marks: readonly Mark[]
  readonly provinces: FeatureCollection | null
  readonly grid: FeatureCollection | null
  readonly own: readonly DrawnLayer[]
  /** What other modules lay on it. */
  readonly laid?: FeatureCollection | null
  /** What was touched of it, in a sentence; '' for nothing. */
  readonly onSaid?: (said: string) => void
  /** `longitude,latitude,zoom`, or '' for the whole. */
  readonly view: string
  readonly onView: (view: string) => void
  readonly onSite: (id: string) => void
  /** What the map is called to those who do not see it. */
  readonly label?: string
  /** For a sheet of paper: no buttons, sharper, and told as a picture each time it has been drawn. */
  readonly onPicture?: (picture: MapPicture) => void
}
export interface MapPicture {
  readonly address: string
  /** How many metres one pixel of the screen stands for at the middle of the map. */
  readonly metresPerPixel: number
}

export function MapView(props: MapViewProps) {
  const { t, language } = useWords()
  const theme = useDrawnTheme()
  const place = useRef<HTMLDivElement>(null)
  const drawn = useRef<MapLibre | null>(null)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    const container = place.current
    if (!container) return
    let wanted = true
    openMap({ container, language, read: () => latest.current })
      .then((map) => {
        if (wanted) drawn.current = map
        else map.remove()
      })
      .catch(() => setBroken(true))
    return () => {
      wanted = false
      drawn.current?.remove()
      drawn.current = null
    }
    // Marks and own layers belong to the style, so another choice of them opens the map anew, where it stood.
  }, [language, theme, props.marks, props.own])
  useEffect(() => replace(drawn.current, 'sites', props.sites), [props.sites])
  useEffect(() => replace(drawn.current, 'grid', props.grid ?? nothingLaid), [props.grid])
  useEffect(() => replace(drawn.current, LAID, props.laid ?? nothingLaid), [props.laid])
  useEffect(() => follow(drawn.current, props.view), [props.view])
  useEffect(() => {
    if (props.provinces) replace(drawn.current, 'provinces', props.provinces)
  }, [props.provinces])
  if (broken) return <Note>{t('map.broken')}</Note>
  return <div ref={place} className="map" role="region" aria-label={props.label ?? t('map.region')} />
}

/** Another map beside this one was moved, or the address was changed. */
function follow(map: MapLibre | null, view: string): void {
  const wanted = readView(view)
  if (map === null || wanted === null || writeView(map) === view) return
  map.jumpTo({ center: [wanted[0], wanted[1]], zoom: wanted[2] })
}

interface Opening {
  readonly container: HTMLElement
  readonly language: 'fr' | 'en'
  readonly read: () => MapViewProps
}
async function openMap({ container, language, read }: Opening): Promise<MapLibre> {
  const [base] = await Promise.all([loadBaseMap(language), document.fonts.load('13px "Noto Sans"')])
  const { sites, provinces, grid, own, view, marks, label, onPicture, laid = null } = read()
  const kept = readView(view)
  const paper = onPicture !== undefined
  const map = new MapLibre({
    container,
    style: mapStyle({ ...base, provinces, grid, own, laid, sites }),
    ...(kept ? { center: [kept[0], kept[1]], zoom: kept[2] } : { bounds: boundsOf(sites), fitBoundsOptions: { padding: 30, maxZoom: 9 } }),
    minZoom: 3.5,
    maxBounds: [6, -20, 48, 18],
    maxZoom: 15,
    renderWorldCopies: false,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    localIdeographFontFamily: false,
    ...(paper ? { pixelRatio: 2, interactive: false, fadeDuration: 0, canvasContextAttributes: { preserveDrawingBuffer: true } } : {}),
  })
  for (const { name, picture } of [...drawMarks(marks), ...laidPictures()]) map.addImage(name, picture, { pixelRatio: 2 })
  // Two days beside each other hold other sites, so their own bounds differ: the first map to stand tells the other where.
  if (label !== undefined && !paper) map.once('load', () => read().view === '' && read().onView(writeView(map)))
  if (paper) {
    map.on('idle', () => read().onPicture?.(pictureOf(map)))
    return map
  }
  map.touchZoomRotate.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left')
  map.addControl(new AttributionControl({ compact: true, customAttribution: 'Natural Earth' }), 'bottom-right')
  map.on('moveend', () => {
    if (writeView(map) !== read().view) read().onView(writeView(map))
  })
  map.on('click', ({ point }) => {
    const onSite = map.queryRenderedFeatures(point, { layers: ['sites'] }).length > 0
    const touched = onSite ? undefined : map.queryRenderedFeatures(point, { layers: [...laidTouched] })[0]
    read().onSaid?.(touched ? laidSaid(touched.properties) : '')
  })
  map.on('click', 'sites', (event) => {
    const id: unknown = event.features?.[0]?.properties['id']
    if (typeof id === 'string') read().onSite(id)
  })
  map.on('mousemove', 'sites', (event) => {
    map.getCanvas().style.cursor = 'pointer'
    map.getCanvas().title = String(event.features?.[0]?.properties['name'] ?? '')
  })
  map.on('mouseleave', 'sites', () => {
    map.getCanvas().style.cursor = ''
    map.getCanvas().title = ''
  })
  return map
}

function pictureOf(map: MapLibre): MapPicture {
  const canvas = map.getCanvas()
  const middle = canvas.clientHeight / 2
  const [left, right] = [map.unproject([0, middle]), map.unproject([canvas.clientWidth, middle])]
  return { address: canvas.toDataURL('image/png'), metresPerPixel: left.distanceTo(right) / canvas.clientWidth }
}

function replace(map: MapLibre | null, source: string, data: FeatureCollection): void {
  const found = map?.getSource(source)
  if (found instanceof GeoJSONSource) void found.setData(data)
}

function readView(view: string): readonly [number, number, number] | null {
  const [longitude = NaN, latitude = NaN, zoom = NaN] = view.split(',').map(Number)
  return [longitude, latitude, zoom].every(Number.isFinite) ? [longitude, latitude, zoom] : null
}
const writeView = (map: MapLibre): string => {
  const { lng, lat } = map.getCenter()
  // Fine enough that another map opened with it stands within a pixel at every zoom.
  return `${lng.toFixed(5)},${lat.toFixed(5)},${map.getZoom().toFixed(3)}`
}

/** Around the sites; the eastern DRC while there are none. */
function boundsOf(sites: FeatureCollection): [number, number, number, number] {
  const points = sites.features.flatMap(({ geometry }) => (geometry.type === 'Point' ? [geometry.coordinates] : []))
  if (points.length === 0) return [25.5, -8, 31, 4]
  const xs = points.map(([x = 0]) => x)
  const ys = points.map(([, y = 0]) => y)
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b))
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b))
  return [least(xs), least(ys), most(xs), most(ys)]
}
