/*
The boundaries in memory, once per tenant and version. Every transaction asks once which version is in force, so a file that another server
imported is noticed by the next transaction, and within one transaction all answers come from one version.
*/
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Area, AreaLevel } from '../contract.ts'
import { type BoundedArea, type Gazetteer, createGazetteer } from '../domain/gazetteer.ts'
import { type Polygons } from '../domain/point-in-area.ts'
import { simplifyTogether } from '../domain/simplify.ts'
import { listBoundedAreas, listListVersions, listListedAreas, listVersions } from './store.ts'

export interface LoadedPlaces {
  /** Hashes of the imported files; empty before the first import. */
  readonly version: string
  readonly gazetteer: Gazetteer
  /** For drawing: simplified to about 1 km, computed at the first asking. */
  readonly drawing: (level: AreaLevel) => readonly BoundedArea[]
}
export type LoadPlaces = (tx: Tx, tenant: string) => Promise<LoadedPlaces>

const DRAWING_TOLERANCE_DEGREES = 0.008

export function createGazetteerCache(): LoadPlaces {
  const perTransaction = new WeakMap<Tx, Map<string, Promise<LoadedPlaces>>>()
  const newest = new Map<string, LoadedPlaces>()
  const load = async (tx: Tx, tenant: string): Promise<LoadedPlaces> => {
    const outlined = (await listVersions(tx, tenant)).map((one) => `${one.level}:${one.sha256}`).join(' ')
    const hashes = await listListVersions(tx, tenant)
    const version = [outlined, ...hashes].join(' ').trim()
    const known = newest.get(tenant)
    if (known?.version === version) return known
    const listed = hashes.length === 0 ? [] : await listListedAreas(tx, tenant)
    const loaded = loadedFrom(version, outlined === '' ? [] : await listBoundedAreas(tx, tenant), listed)
    newest.set(tenant, loaded)
    return loaded
  }
  return (tx, tenant) => {
    const asked = perTransaction.get(tx) ?? new Map<string, Promise<LoadedPlaces>>()
    perTransaction.set(tx, asked)
    const known = asked.get(tenant)
    if (known) return known
    const loading = load(tx, tenant)
    asked.set(tenant, loading)
    return loading
  }
}

function loadedFrom(version: string, areas: readonly BoundedArea[], listed: readonly Area[]): LoadedPlaces {
  const drawn = new Map<AreaLevel, readonly BoundedArea[]>()
  return {
    version,
    gazetteer: createGazetteer(areas, listed),
    drawing: (level) => {
      const known = drawn.get(level)
      if (known) return known
      const ofLevel = areas.filter((one) => one.area.level === level)
      const simplified = simplifyTogether(
        ofLevel.map((one) => one.polygons),
        DRAWING_TOLERANCE_DEGREES,
      )
      const made = ofLevel.map((one, at): BoundedArea => ({ area: one.area, polygons: simplified[at] ?? emptyDrawing }))
      drawn.set(level, made)
      return made
    },
  }
}
const emptyDrawing: Polygons = []
