/*
All areas of one version of the boundaries, held in memory: which area a position lies in, which area a name means. Boundaries are
rows, not events; whoever stores an answer of this listens to `boundaries.imported.v1` and asks again (see the README).
*/
import type { Position } from '../../../kernel/schema.ts'
import type { Area, AreaLevel, ComputedPlace } from '../contract.ts'
import { AIMAGS } from './aimags.ts'
import { PROVINCES } from './areas.ts'
import { matchName } from './name-match.ts'
import { type Polygons, type Shape, contains, shapeOf } from './point-in-area.ts'

export interface BoundedArea {
  readonly area: Area
  readonly polygons: Polygons
}
export interface Gazetteer {
  readonly list: (level: AreaLevel) => readonly Area[]
  readonly find: (level: AreaLevel, name: string) => Area | null
  /** Some microseconds: boxes first, then the few areas whose box holds the position. */
  readonly locate: (at: Position) => ComputedPlace
}

/** `listed`: areas known by code and name alone; no position lies in them. Without boundaries it knows the names and codes of the provinces, and places nothing. Areas are searched in the order of their codes. */
export function createGazetteer(bounded: readonly BoundedArea[], listed: readonly Area[] = []): Gazetteer {
  const sorted = [...bounded].sort((a, b) => (a.area.code < b.area.code ? -1 : 1))
  const outlined = new Set(bounded.map((one) => one.area.code))
  // An outline that came later stands before the list: the list only names what nothing outlines.
  const imported = [...sorted.map((one) => one.area), ...listed.filter(({ code }) => !outlined.has(code))]
  const known = new Set(imported.map((area) => area.code))
  // A house of the DR Congo is not shown the aimags of Mongolia before one of them came with a file; a name finds them always.
  const aimags = AIMAGS.filter((area) => !known.has(area.code))
  const isMongolia = imported.some((area) => area.code.startsWith('MN'))
  const all = [...imported, ...PROVINCES.filter((area) => !known.has(area.code)), ...(isMongolia ? aimags : [])].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  )
  const byLevel = (level: AreaLevel): readonly Area[] => all.filter((area) => area.level === level)
  const levels = { country: byLevel('country'), province: byLevel('province'), territoire: byLevel('territoire') }
  const shapes = (level: AreaLevel): readonly { area: Area; shape: Shape }[] =>
    sorted.filter((one) => one.area.level === level).map((one) => ({ area: one.area, shape: shapeOf(one.polygons) }))
  const provinces = shapes('province')
  const territoires = shapes('territoire')
  return {
    list: (level) => levels[level],
    find: (level, name) => matchName(level === 'province' && !isMongolia ? [...levels.province, ...aimags] : levels[level], name),
    locate: (at) => {
      const territoire = territoires.find(({ shape }) => contains(shape, at))?.area ?? null
      const province = provinces.find(({ shape }) => contains(shape, at))?.area ?? null
      // Boundaries of one level only still tell the province.
      const parent = provinces.length === 0 && territoire ? (levels.province.find((area) => area.code === territoire.parent) ?? null) : null
      return { province: province ?? parent, territoire }
    },
  }
}
