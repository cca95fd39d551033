/*
A road as somebody writes it: one place for each line, `latitude; longitude; name`, in the order of the way. Refuses lines that are no place, fewer than two places,
and a tie to a place that the road does not have. Pure.
*/
import { type Position, asId } from '../../../../kernel/schema.ts'
import type { ArmedOnRoad, GradedSource, RoadFacts, RoadLink } from '../../contract-roads.ts'
import type { Infer } from '../../../../kernel/schema.ts'

export interface WrittenPlace {
  readonly at: Position
  readonly name: string | null
}
export interface WrittenLine {
  readonly places: readonly WrittenPlace[]
  /** Numbers of the lines that are no place, from 1. */
  readonly unread: readonly number[]
}
const place = /^(-?\d+(?:[.,]\d+)?)\s*[;,\t ]\s*(-?\d+(?:[.,]\d+)?)(?:\s*[;,\t]\s*(.*))?$/
const numberOf = (written: string): number => Number(written.replace(',', '.'))

export function placesIn(text: string): WrittenLine {
  const lines = text.split('\n').map((one) => one.trim())
  const read = lines.map((line) => (line === '' ? null : placeOf(line)))
  return {
    places: read.flatMap((one) => (one === null || one === 'unread' ? [] : [one])),
    unread: read.flatMap((one, at) => (one === 'unread' ? [at + 1] : [])),
  }
}
function placeOf(line: string): WrittenPlace | 'unread' {
  const found = place.exec(line)
  if (!found) return 'unread'
  const [, north = '', east = '', name = ''] = found
  const at = { latitude: numberOf(north), longitude: numberOf(east) }
  if (Math.abs(at.latitude) > 90 || Math.abs(at.longitude) > 180) return 'unread'
  return { at, name: name.trim() === '' ? null : name.trim().slice(0, 120) }
}
export const lineOfPlace = ({ at, name }: WrittenPlace): string => [at.latitude, at.longitude, ...(name === null ? [] : [name])].join('; ')

export type LinkKind = Infer<typeof RoadLink>['kind']
export interface RoadDraft {
  readonly name: string
  readonly written: string
  readonly armed: Infer<typeof ArmedOnRoad>
  readonly asOf: string
  /** What a place of that name is: a place of trade, or the site of the register with this number. */
  readonly ties: { readonly [name: string]: { readonly kind: LinkKind; readonly site: string | null } }
}
export const draftOf = (facts: RoadFacts | null, today: string): RoadDraft =>
  facts === null
    ? { name: '', written: '', armed: 'not-known', asOf: today, ties: {} }
    : {
        ...{ name: facts.name, armed: facts.armed, asOf: today },
        written: facts.waypoints.map((one, at) => lineOfPlace({ ...one, name: tiedName(facts, at) ?? one.name })).join('\n'),
        ties: Object.fromEntries(facts.links.map(({ kind, site, name }) => [name, { kind, site }])),
      }
const tiedName = ({ links }: RoadFacts, at: number): string | null => links.find((one) => one.waypoint === at)?.name ?? null

export function sentRoad(draft: RoadDraft, source: GradedSource | null): RoadFacts | null {
  const { places, unread } = placesIn(draft.written)
  const name = draft.name.trim()
  if (name === '' || draft.asOf === '' || source === null || places.length < 2 || places.length > 300 || unread.length > 0) return null
  const links = places.flatMap((one, waypoint): RoadFacts['links'] => {
    const tie = one.name === null ? undefined : draft.ties[one.name]
    if (one.name === null || !tie) return []
    return [{ kind: tie.kind, site: tie.site === null ? null : asId('site', tie.site), name: one.name, waypoint }]
  })
  return { name, waypoints: [...places], links: links.slice(0, 60), armed: draft.armed, source, asOf: draft.asOf }
}
