/*
Places: administrative areas with their codes, and where a position lies. A place that a paper *states* and the place that
a position *computes* to are two facts; they are shown side by side and neither corrects the other.
*/
import { type Infer, count, maybe, oneOf, position, record, text } from '../../kernel/schema.ts'
import type { Position } from '../../kernel/schema.ts'

/** Level 1 is a province (or aimag), level 2 a territoire, ville or cité. */
export const AreaLevel = oneOf('country', 'province', 'territoire')
export type AreaLevel = Infer<typeof AreaLevel>

export const Area = record({
  /** OCHA p-code, e.g. `CD61`; always text. */
  code: text(12),
  level: AreaLevel,
  name: text(120),
  /** A ville and a territoire may share a name, so the kind is always shown: province, territoire, ville, cité. */
  kind: text(40),
  /** ISO 3166-2, provinces only. */
  iso: maybe(text(8)),
  parent: maybe(text(12)),
})
export type Area = Infer<typeof Area>

/** As written on a paper or in a file: names, no codes. */
export const StatedPlace = record({
  province: maybe(text(120)),
  territoire: maybe(text(120)),
  collectivite: maybe(text(120)),
  groupement: maybe(text(120)),
  village: maybe(text(160)),
  /** Its province before the division of 2015, where the source says it. */
  formerProvince: maybe(text(120)),
})
export type StatedPlace = Infer<typeof StatedPlace>

export const PositionOrigin = oneOf('gps', 'approximation', 'village', 'map', 'unknown')
export type PositionOrigin = Infer<typeof PositionOrigin>
export const LocatedPosition = record({ at: position(), origin: PositionOrigin })

/** What a position computes to with the boundaries that were loaded; `null` where no boundary covers it. */
export interface ComputedPlace {
  readonly province: Area | null
  readonly territoire: Area | null
}

/**
 * `boundaries.imported.v1`: the boundaries of a level were replaced. A projection that stores computed places listens to it and
 * computes them again; then a rebuild, which meets the newest boundaries from its first event on, ends with the same rows.
 */
export const BoundariesImported = record({ level: AreaLevel, sha256: text(64), features: count() })
export type BoundariesImported = Infer<typeof BoundariesImported>
export const BOUNDARIES_IMPORTED = 'boundaries.imported.v1'

/** A stated name, and whose areas it is looked for in. */
export interface NameOfTenant {
  readonly name: string
  readonly tenant: string
}

/** What other modules may ask of places. `tenant` where the question is about an event or a row of a tenant; else that of the server. */
export interface PlacesDoor<Tx> {
  readonly locate: (tx: Tx, at: Position, tenant?: string) => Promise<ComputedPlace>
  readonly listAreas: (tx: Tx, level: AreaLevel, tenant?: string) => Promise<readonly Area[]>
  /** A stated name to an area, forgiving accents, case and old spellings; `null` when none or several fit. */
  readonly findArea: (tx: Tx, level: AreaLevel, name: string | NameOfTenant) => Promise<Area | null>
  /** For drawing only, simplified to about 1 km: polygons of rings of longitude and latitude by the code of the area. Empty before boundaries are loaded. */
  readonly outlines: (tx: Tx, level: AreaLevel, tenant?: string) => Promise<ReadonlyMap<string, Outline>>
}
export type Outline = readonly (readonly (readonly (readonly number[])[])[])[]
