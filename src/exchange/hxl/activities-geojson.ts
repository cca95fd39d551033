/* Activities as points for a map program: the middle of a territoire where it may be said, else of the province. Never a site, and never finer for protection. */
import type { ProjectPublication } from '../../modules/projects/contract-publication.ts'
import type { Outline } from '../../modules/places/contract.ts'

export interface Outlines {
  readonly provinces: ReadonlyMap<string, Outline>
  readonly territoires: ReadonlyMap<string, Outline>
}
export function activitiesGeoJson({ opened, activities }: ProjectPublication, { provinces, territoires }: Outlines): object {
  const features = activities.flatMap(({ code, title, sector, status, province, territoire, startsOn, endsOn }) => {
    const fine = territoire === null ? undefined : territoires.get(territoire.code)
    const outline = fine ?? provinces.get(province.code)
    if (outline === undefined) return []
    const area = fine !== undefined && territoire !== null ? territoire : province
    const properties = {
      project: opened.code,
      code,
      title: title.fr,
      sector,
      status,
      startsOn,
      endsOn,
      area: area.code,
      level: fine === undefined ? 1 : 2,
    }
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: middleOf(outline) }, properties }]
  })
  return { type: 'FeatureCollection', features }
}
/** The middle of the box of the largest polygon, rounded to a tenth of a degree: a place for a mark, not a position. */
export function middleOf(outline: Outline): readonly [number, number] {
  const boxes = outline.map((polygon) => {
    const ring = polygon[0] ?? []
    const [xs, ys] = [ring.map((at) => at[0] ?? 0), ring.map((at) => at[1] ?? 0)]
    return { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) }
  })
  const size = (one: (typeof boxes)[number]): number => (one.east - one.west) * (one.north - one.south)
  const [largest] = boxes.toSorted((a, b) => size(b) - size(a))
  if (largest === undefined) return [0, 0]
  return [Math.round((largest.west + largest.east) * 5) / 10, Math.round((largest.south + largest.north) * 5) / 10]
}
