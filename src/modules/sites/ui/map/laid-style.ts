/*
How what other modules lay on the map is drawn: areas with hatching where nobody looked, lines, signs whose ink is their age. One source whose data is replaced, so
that a choice of layers never opens the map anew.
*/
import type { FeatureCollection } from 'geojson'
import type { StyleSpecification } from 'maplibre-gl'
import type { LaidProperties } from '../../../../app/map/overlay.ts'
import { drawnColour } from '../../../../app/theme.ts'
import type { Mark } from './layers.ts'
import { type MarkIcon, drawMarks } from './mark-picture.tsx'

export const LAID = 'laid'
/** From the top: what is touched first answers first. */
export const laidTouched = ['laid-point', 'laid-alarm-line', 'laid-line', 'laid-area'] as const
export const laidSaid = (properties: { readonly [name: string]: unknown }): string => {
  const said: unknown = properties['said' satisfies keyof LaidProperties]
  return typeof said === 'string' ? said : ''
}

type Layers = StyleSpecification['layers']
export function laidAreas(): Layers {
  return [
    {
      id: 'laid-area',
      type: 'fill',
      source: LAID,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: {
        'fill-color': drawnColour('--red'),
        'fill-opacity': ['match', ['get', 'wear'], 'strong', 0.4, 'weak', 0.2, 0],
      },
    },
    {
      id: 'laid-hatch',
      type: 'fill',
      source: LAID,
      filter: ['match', ['get', 'wear'], ['unlooked', 'partly'], true, false],
      paint: { 'fill-pattern': ['match', ['get', 'wear'], 'unlooked', 'laid-hatch', 'laid-dots'] },
    },
    {
      id: 'laid-edge',
      type: 'line',
      source: LAID,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'line-color': drawnColour('--line-strong'), 'line-width': 0.8 },
    },
  ]
}
export function laidSigns(): Layers {
  const line = (id: string, wear: string, more: object): Layers[number] => ({
    id,
    type: 'line',
    source: LAID,
    filter: ['==', ['get', 'wear'], wear],
    paint: { 'line-opacity': ['get', 'ink'], ...more },
  })
  return [
    line('laid-line', 'line', { 'line-color': drawnColour('--ink'), 'line-width': 2 }),
    line('laid-alarm-line', 'alarm-line', { 'line-color': drawnColour('--red'), 'line-width': 3, 'line-dasharray': [3, 1.5] }),
    {
      id: 'laid-point',
      type: 'symbol',
      source: LAID,
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'icon-image': ['concat', 'laid-', ['get', 'wear']],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 4, 0.5, 12, 0.9],
        // What is told of a site stands beside its mark, not under it.
        'icon-offset': [
          'match',
          ['get', 'wear'],
          'square',
          ['literal', [20, -20]],
          'triangle',
          ['literal', [-20, -20]],
          ['literal', [0, 0]],
        ],
      },
      paint: { 'icon-opacity': ['get', 'ink'] },
    },
  ]
}

const sign = (shape: 'disc' | 'square' | 'diamond' | 'triangle', fill: Mark['fill'], colour: Mark['colour']): Mark => ({
  ...{ key: `laid-${shape}`, word: 'map.region', shape: shape === 'disc' ? 'small' : shape, colour, fill, line: 'solid', order: 0 },
})
const PATTERN = 16
/** The signs, and the two patterns of what nobody or not everybody looked at. */
export const laidPictures = (): readonly MarkIcon[] => [
  ...drawMarks([
    sign('disc', 'full', '--ink'),
    sign('square', 'none', '--ink'),
    sign('diamond', 'full', '--red'),
    sign('triangle', 'full', '--map-alarm'),
  ]),
  ...pattern('laid-hatch', (pen) => {
    for (const shift of [-PATTERN, 0, PATTERN]) {
      pen.moveTo(shift, PATTERN)
      pen.lineTo(shift + PATTERN, 0)
    }
    pen.stroke()
  }),
  ...pattern('laid-dots', (pen) => {
    pen.arc(PATTERN / 2, PATTERN / 2, 2, 0, Math.PI * 2)
    pen.fill()
  }),
]
function pattern(name: string, draw: (pen: CanvasRenderingContext2D) => void): readonly MarkIcon[] {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = PATTERN
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return []
  pen.strokeStyle = pen.fillStyle = drawnColour('--muted')
  pen.lineWidth = 2
  pen.globalAlpha = 0.55
  pen.beginPath()
  draw(pen)
  return [{ name, picture: pen.getImageData(0, 0, PATTERN, PATTERN) }]
}
export const nothingLaid: FeatureCollection = { type: 'FeatureCollection', features: [] }
