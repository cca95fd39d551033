/*
The layers of conflict as the map of sites draws them: territoires by what is known of them (hatched where nobody looked), roads, signs whose ink is their age, and
with each the sentence that is read when it is touched. On paper nothing that may not leave the house. Pure.
*/
import type { Feature, FeatureCollection } from 'geojson'
import type { AreaWear, LaidProperties } from '../../../../app/map/overlay.ts'
import type { ConflictFeature, ConflictLayer } from '../../contract-layers.ts'
import { type AreaState, areasIn, inkLeft, lineOf, pointOf, shared, stateIn } from './layer-rules.ts'

export interface LaidAsked {
  readonly features: readonly ConflictFeature[]
  readonly boundaries: FeatureCollection
  readonly shade: ConflictLayer
  readonly day: string
  readonly paper: boolean
  readonly saidOf: (feature: ConflictFeature) => string
  /** Of an area without a row. */
  readonly saidOfArea: (name: string, state: AreaState) => string
}
const wears: { readonly [State in AreaState]: AreaWear } = {
  ...{ 'not-looked': 'unlooked', 'partly-quiet': 'partly', quiet: 'calm', told: 'strong', 'told-partly': 'weak', 'not-told': 'unsaid' },
}
const signs = { events: 'disc', sheets: 'square', roadblocks: 'diamond', told: 'triangle', roads: 'disc' } as const

export function laidOf({ features, boundaries, shade, day, paper, saidOf, saidOfArea }: LaidAsked): FeatureCollection {
  const leaving = paper ? shared(features) : features
  const areas = areasIn(features, shade)
  // Numbers that count what may not be passed on shade no paper, one area as little as all.
  const isKept = paper && [...areas.values()].some((one) => !one.properties.mayBeShared)
  const shaded = shade === 'roads' || isKept ? [] : boundaries.features
  const inked = ({ properties }: ConflictFeature) => inkLeft(properties.on, day)
  return {
    type: 'FeatureCollection',
    features: [
      ...shaded.map(({ geometry, properties }): Feature => {
        const code = String(properties?.['code'] ?? '')
        const told = areas.get(code)
        const state = stateIn(shade, told?.properties)
        return laid(geometry, {
          wear: wears[state],
          ink: 1,
          said: told ? saidOf(told) : saidOfArea(String(properties?.['name'] ?? code), state),
        })
      }),
      ...leaving.flatMap((one): Feature[] => {
        const at = pointOf(one)
        const line = lineOf(one)
        const { layer, kinds } = one.properties
        if (at) return [laid({ type: 'Point', coordinates: [...at] }, { wear: signs[layer], ink: inked(one), said: saidOf(one) })]
        if (line.length === 0) return []
        const wear = kinds.includes('yes') ? 'alarm-line' : 'line'
        return [laid({ type: 'LineString', coordinates: line.map((each) => [...each]) }, { wear, ink: inked(one), said: saidOf(one) })]
      }),
    ],
  }
}
const laid = (geometry: Feature['geometry'], properties: LaidProperties): Feature => ({
  type: 'Feature',
  geometry,
  properties: { ...properties },
})
