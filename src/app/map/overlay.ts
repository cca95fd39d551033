/*
What a module lays on the map of sites. The map knows signs, hatching and ink and nothing of what they mean; the module brings its own choice of layers, its legend
and its words, is fetched when somebody opens it, and keeps what is chosen in the address.
*/
import type { ComponentType } from 'react'
import type { FeatureCollection } from 'geojson'

/** How a shape is drawn. `unlooked` is hatched, so that it is never read as calm; `unsaid` is an area of which nothing can be told, and stays bare. */
export type AreaWear = 'unlooked' | 'partly' | 'calm' | 'weak' | 'strong' | 'unsaid'
export type LineWear = 'line' | 'alarm-line'
export type PointWear = 'disc' | 'square' | 'diamond' | 'triangle'
/** Of every feature: how it is drawn, how much ink its age leaves (0 to 1), and the sentence for who touches it. */
export interface LaidProperties {
  readonly wear: AreaWear | LineWear | PointWear
  readonly ink: number
  readonly said: string
}

export interface OverlayProps {
  /** The day at which the map stands. */
  readonly day: string
  /** On a sheet of paper: the legend alone, nothing to choose, and nothing that may not leave the house. */
  readonly paper: boolean
  /** The features, each with `LaidProperties`; `null` lays nothing. */
  readonly onLaid: (laid: FeatureCollection | null) => void
}
export interface MapOverlay {
  /** Of its choice in the address: while something stands there, it is open. */
  readonly key: string
  readonly titleKey: 'conflict-map.on-map'
  readonly capability: string
  readonly load: () => Promise<ComponentType<OverlayProps>>
}
