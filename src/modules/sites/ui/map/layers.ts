/*
The layers of the map: for each, which mark a site gets and how old the fact behind it is. Every layer tells *not asked*, *no* and
*unknown* apart by shape. Colours of status are kept for status; the other layers draw in teal, and in violet what alarms. Pure.
*/
import type { WordKey } from '../../../../app/words.ts'
import { addMonths, daysBetween } from '../../../../kernel/calendar.ts'
import { colours } from '../register/site-filter.ts'
import type { MapSite } from './map-sites.ts'

export const layerNames = ['status', 'validity', 'minerals', 'workforce', 'interference', 'services', 'traceability', 'visits'] as const
export type LayerName = (typeof layerNames)[number]

export type MarkShape = 'disc' | 'triangle' | 'square' | 'diamond' | 'small' | 'large'
export interface Mark {
  readonly key: string
  readonly word: WordKey
  readonly shape: MarkShape
  readonly colour: `--${string}`
  readonly fill: 'full' | 'weak' | 'none'
  readonly line: 'solid' | 'dashed' | 'dotted'
  /** One to three letters inside, so that colour never speaks alone. */
  readonly letters?: string
  /** What alarms lies on top. */
  readonly order: number
}
export interface LayerChoice {
  readonly layer: LayerName
  /** The day that is looked at. */
  readonly today: string
  /** Without a visit since so many years. */
  readonly years: number
  /** Only this class of actor; '' all. */
  readonly actor: string
  /** Only this service; '' counts them. */
  readonly service: string
}

const notAsked: Mark = {
  key: 'not-asked',
  word: 'map.mark.not-asked',
  shape: 'small',
  colour: '--muted',
  fill: 'none',
  line: 'dotted',
  order: 0,
}
const answeredNo: Mark = {
  key: 'no',
  word: 'map.mark.no',
  shape: 'small',
  colour: '--map-calm',
  fill: 'none',
  line: 'solid',
  letters: '–',
  order: 1,
}
const unknown: Mark = {
  key: 'unknown',
  word: 'map.mark.unknown',
  shape: 'disc',
  colour: '--muted',
  fill: 'none',
  line: 'solid',
  letters: '?',
  order: 1,
}
const calm = (key: string, word: WordKey, more: Partial<Mark>): Mark => ({
  key,
  word,
  shape: 'disc',
  colour: '--map-calm',
  fill: 'full',
  line: 'solid',
  order: 2,
  ...more,
})
const alarm = (key: string, word: WordKey, more: Partial<Mark>): Mark => calm(key, word, { colour: '--map-alarm', order: 4, ...more })

const shapeOf = { green: 'disc', yellow: 'triangle', red: 'square', blue: 'diamond', none: 'small' } as const
const rank = { red: 4, yellow: 3, green: 2, blue: 1, none: 0 } as const
const statusMarks = colours.flatMap((colour): readonly Mark[] => {
  const common = { shape: shapeOf[colour], colour: `--${colour}`, order: rank[colour] } as const
  if (colour === 'none') return [{ ...common, key: 'none', word: 'status.none', fill: 'none', line: 'solid' }]
  return [
    { ...common, key: `${colour}-order`, word: `map.mark.${colour}-order`, fill: 'full', line: 'solid' },
    { ...common, key: `${colour}-lapsed`, word: `map.mark.${colour}-lapsed`, fill: 'none', line: 'dashed', order: rank[colour] + 3 },
    { ...common, key: `${colour}-reported`, word: `map.mark.${colour}-reported`, fill: 'weak', line: 'dotted' },
  ]
})

const actorLetters = {
  'armed-group-local': 'GA',
  'armed-group-foreign': 'GE',
  army: 'A',
  police: 'P',
  'mines-police': 'PM',
  'private-security': 'S',
  other: '+',
  unknown: '?',
} as const
const actors = [
  'armed-group-local',
  'armed-group-foreign',
  'army',
  'police',
  'mines-police',
  'private-security',
  'other',
  'unknown',
] as const
const schemes = ['ITSCI', 'RCS_BETTERMINING', 'ITOA', 'JUST_GOLD', 'OTHER'] as const
const schemeLetters = { ITSCI: 'iT', RCS_BETTERMINING: 'RC', ITOA: 'IO', JUST_GOLD: 'JG', OTHER: '+' } as const

/** All marks of a layer, in the order of its legend. */
export const marksOf: { readonly [Name in LayerName]: readonly Mark[] } = {
  status: statusMarks,
  validity: [
    calm('over-year', 'map.mark.over-year', { shape: 'large', letters: '12+' }),
    calm('to-year', 'map.mark.to-year', { letters: '12' }),
    calm('to-90', 'map.mark.to-90', { fill: 'weak', letters: '90', order: 3 }),
    alarm('to-30', 'map.mark.to-30', { letters: '30', order: 5 }),
    alarm('lapsed-year', 'map.mark.lapsed-year', { fill: 'weak', line: 'dashed' }),
    alarm('lapsed-more', 'map.mark.lapsed-more', { fill: 'none', line: 'dashed' }),
    { ...notAsked, key: 'no-clock', word: 'map.mark.no-clock', line: 'solid' },
  ],
  minerals: [
    calm('Au', 'mineral.Au', { letters: 'Au' }),
    calm('Sn', 'mineral.Sn', { letters: 'Sn' }),
    calm('Ta', 'mineral.Ta', { letters: 'Ta' }),
    calm('W', 'mineral.W', { letters: 'W' }),
    calm('3T', 'map.mark.3T', { letters: '3T', shape: 'square' }),
    calm('Au+', 'map.mark.gold-and-more', { letters: 'Au+', shape: 'square' }),
    calm('other', 'mineral.other', { letters: '+', fill: 'weak' }),
    { ...notAsked, key: 'not-known', word: 'map.mark.not-known' },
  ],
  workforce: [
    calm('1-50', 'map.mark.1-50', { shape: 'small' }),
    calm('51-500', 'map.mark.51-500', { order: 3 }),
    calm('over-500', 'map.mark.over-500', { shape: 'large', order: 4 }),
    { ...answeredNo, key: 'nobody', word: 'map.mark.nobody', letters: '0' },
    notAsked,
  ],
  interference: [
    ...actors.map((actor) =>
      alarm(actor, `actor.${actor}`, { letters: actorLetters[actor], shape: actor.startsWith('armed') ? 'square' : 'disc' }),
    ),
    { ...answeredNo, word: 'map.mark.interference-no' },
    notAsked,
  ],
  services: [
    calm('present', 'map.mark.service-present', {}),
    calm('three', 'map.mark.services-three', { letters: '3+' }),
    calm('two', 'map.mark.services-two', { letters: '2' }),
    calm('one', 'map.mark.services-one', { letters: '1', fill: 'weak' }),
    { ...answeredNo, key: 'not-named', word: 'map.mark.service-not-named' },
    notAsked,
  ],
  traceability: [
    ...schemes.map((scheme) => calm(scheme, `map.mark.scheme-${scheme}`, { letters: schemeLetters[scheme] })),
    { ...answeredNo, word: 'map.mark.scheme-no' },
    { ...unknown, word: 'map.mark.scheme-unknown' },
    notAsked,
  ],
  visits: [
    calm('this-year', 'map.mark.this-year', {}),
    calm('since', 'map.mark.since', { fill: 'weak' }),
    alarm('long-ago', 'map.mark.long-ago', { fill: 'weak', line: 'dashed' }),
    alarm('never', 'map.mark.never', { fill: 'none', line: 'dotted', letters: '×', order: 5 }),
  ],
}

export interface Marked {
  readonly key: string
  /** The day of the fact that the mark shows, for its ink; `null`: not dated. */
  readonly on: string | null
}

/** Which mark a site gets. */
export function markOf(site: MapSite, choice: LayerChoice): Marked {
  switch (choice.layer) {
    case 'status':
      return { key: statusKey(site), on: site.lastVisitOn }
    case 'validity':
      return { key: validityKey(site, choice.today), on: choice.today }
    case 'minerals':
      return { key: mineralKey(site), on: site.lastVisitOn }
    case 'workforce':
      return { key: workforceKey(site.workers), on: site.workersOn }
    case 'interference':
      return interferenceMark(site, choice.actor)
    case 'services':
      return { key: serviceKey(site, choice.service), on: site.servicesOn }
    case 'traceability':
      return { key: schemeKey(site), on: site.schemeOn }
    case 'visits':
      return { key: visitKey(site, choice), on: choice.today }
  }
}

export function statusKey({ shown, basis, lapsedOn }: Pick<MapSite, 'shown' | 'basis' | 'lapsedOn'>): string {
  if (shown === 'none') return 'none'
  return `${shown}-${lapsedOn !== null ? 'lapsed' : basis === 'reported' ? 'reported' : 'order'}`
}

function validityKey({ shown, until, lapsedOn }: MapSite, today: string): string {
  if (shown === 'none' || until === null) return 'no-clock'
  if (lapsedOn !== null) return daysBetween(lapsedOn, today) <= 365 ? 'lapsed-year' : 'lapsed-more'
  const left = daysBetween(today, until)
  if (left <= 30) return 'to-30'
  if (left <= 90) return 'to-90'
  return left <= 365 ? 'to-year' : 'over-year'
}

function mineralKey({ minerals }: MapSite): string {
  const [first] = minerals
  if (first === undefined) return 'not-known'
  if (minerals.length === 1) return first
  return minerals.includes('Au') ? 'Au+' : '3T'
}

/** The classes that IPIS draws, with an answered zero apart from a question that nobody asked. */
function workforceKey(workers: number | null): string {
  if (workers === null) return 'not-asked'
  if (workers === 0) return 'nobody'
  return workers <= 50 ? '1-50' : workers <= 500 ? '51-500' : 'over-500'
}

function interferenceMark({ armed, interference, interferenceOn }: MapSite, actor: string): Marked {
  const newest = armed.find((note) => actor === '' || note.actor === actor)
  if (newest) return { key: newest.actor, on: newest.on }
  return { key: interference === null ? 'not-asked' : 'no', on: interferenceOn }
}

function serviceKey({ services }: MapSite, service: string): string {
  if (services === null) return 'not-asked'
  if (service !== '') return services.includes(service) ? 'present' : 'not-named'
  if (services.length === 0) return 'not-named'
  return services.length === 1 ? 'one' : services.length === 2 ? 'two' : 'three'
}

function schemeKey({ scheme }: MapSite): string {
  if (scheme === null) return 'not-asked'
  return scheme === 'NONE' ? 'no' : scheme === 'not-stated' ? 'unknown' : scheme
}

function visitKey({ lastVisitOn }: MapSite, { today, years }: LayerChoice): string {
  if (lastVisitOn === null) return 'never'
  if (lastVisitOn > addMonths(today, -12)) return 'this-year'
  return lastVisitOn > addMonths(today, -12 * years) ? 'since' : 'long-ago'
}
