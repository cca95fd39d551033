/*
The server's columns as the map's own rows: codes become words, days become dates. `null` is *not asked* everywhere, and *never* for
the last visit. Pure; one pass over the columns.
*/
import { dateFromDayNumber } from '../../../../kernel/calendar.ts'
import type { Mineral } from '../../contract.ts'
import type { SiteLayers } from '../../domain/register/site-layers.ts'
import type { ShownColour } from '../register/site-filter.ts'

export interface AreaNamed {
  readonly code: string
  readonly name: string
}
export interface ArmedNote {
  readonly actor: SiteLayers['codes']['actors'][number]
  readonly on: string
}
export interface MapSite {
  readonly id: string
  readonly name: string
  readonly nationalId: string
  readonly longitude: number
  readonly latitude: number
  readonly province: AreaNamed | null
  readonly territoire: AreaNamed | null
  readonly minerals: readonly Mineral[]
  readonly shown: ShownColour
  readonly basis: SiteLayers['codes']['bases'][number]
  readonly until: string | null
  /** Day on which the colour that people read ran out; `null` while it runs. */
  readonly lapsedOn: string | null
  readonly held: boolean
  readonly order: string | null
  readonly workers: number | null
  readonly workersOn: string | null
  readonly interference: boolean | null
  readonly interferenceOn: string | null
  /** Newest interference of each class of actor, newest first. */
  readonly armed: readonly ArmedNote[]
  readonly services: readonly string[] | null
  readonly servicesOn: string | null
  readonly scheme: SiteLayers['codes']['schemes'][number] | null
  readonly schemeOn: string | null
  readonly lastVisitOn: string | null
}

export function mapSites(layers: SiteLayers): readonly MapSite[] {
  const { codes } = layers
  const armed = armedBySite(layers)
  return layers.id.map((short, at) => {
    const until = dayAt(layers.until, at)
    const flags = layers.flags[at] ?? 0
    const mask = layers.minerals[at] ?? 0
    const interference = layers.interference[at] ?? null
    return {
      id: wholeId(short),
      name: layers.name[at] ?? '',
      nationalId: layers.nationalId[at] ?? '',
      longitude: layers.longitude[at] ?? 0,
      latitude: layers.latitude[at] ?? 0,
      province: codeAt(codes.provinces, layers.province[at]),
      territoire: codeAt(codes.territoires, layers.territoire[at]),
      minerals: codes.minerals.filter((_, bit) => (mask & (1 << bit)) !== 0),
      shown: codeAt(codes.colours, layers.colour[at]) ?? 'none',
      basis: codeAt(codes.bases, layers.basis[at]) ?? 'none',
      until,
      lapsedOn: (flags & 1) === 1 ? until : null,
      held: (flags & 2) === 2,
      order: layers.order[at] ?? null,
      workers: layers.workers[at] ?? null,
      workersOn: dayAfterVisit(layers, layers.workersOn[at], at),
      interference: interference === null ? null : interference === 1,
      interferenceOn: dayAfterVisit(layers, layers.interferenceOn[at], at),
      armed: armed.get(at) ?? [],
      services: layers.services[at]?.flatMap((code) => codeAt(codes.services, code) ?? []) ?? null,
      servicesOn: dayAfterVisit(layers, layers.servicesOn[at], at),
      scheme: codeAt(codes.schemes, layers.scheme[at]),
      schemeOn: dayAfterVisit(layers, layers.schemeOn[at], at),
      lastVisitOn: dayAt(layers.visitOn, at),
    }
  })
}

function armedBySite(layers: SiteLayers): ReadonlyMap<number, readonly ArmedNote[]> {
  const { armed, codes } = layers
  const notes = new Map<number, readonly ArmedNote[]>()
  for (let n = 0; n + 2 < armed.length; n += 3) {
    const [site, actor, day] = [armed[n] ?? -1, codeAt(codes.actors, armed[n + 1]), armed[n + 2]]
    if (actor === null || day === undefined) continue
    const both = [...(notes.get(site) ?? []), { actor, on: dayAfterVisit(layers, day, site) ?? '' }]
    notes.set(
      site,
      both.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
    )
  }
  return notes
}

const codeAt = <Value>(list: readonly Value[], code: number | null | undefined): Value | null =>
  code === null || code === undefined ? null : (list[code] ?? null)

function dayAt(column: readonly (number | null)[], at: number): string | null {
  const day = column[at]
  return day === null || day === undefined ? null : dateFromDayNumber(day)
}

/** The day of an answer is counted from the last visit to the site, where there was one. */
const dayAfterVisit = ({ visitOn }: SiteLayers, days: number | null | undefined, at: number): string | null =>
  days === null || days === undefined ? null : dateFromDayNumber(days + (visitOn[at] ?? 0))

/** From the 22 letters of the answer to the usual spelling of an identifier. */
export function wholeId(short: string): string {
  const bytes = atob(short.replaceAll('-', '+').replaceAll('_', '/'))
  const hex = Array.from(bytes, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
