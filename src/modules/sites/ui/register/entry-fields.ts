/*
The fields of each group of register entries, as data: what the form asks, and how what was typed becomes the content that is sent.
A name is a path into that content. What is left empty is left out: not asked is never 0 and never no.
*/
import type { WordKey } from '../../../../app/words.ts'
import type { EntryGroup } from '../../contract-register.ts'
import { routesOf } from './routes.ts'

export type FieldKind = 'text' | 'whole' | 'decimal' | 'choice' | 'lines' | 'yes-no' | 'date' | 'outline' | 'routes'
export interface FieldSpec {
  readonly name: string
  readonly kind: FieldKind
  readonly word: WordKey
  readonly hint?: WordKey
  readonly options?: readonly string[]
  readonly required?: true
  /** Stands in the field when the form opens, and counts only where its part is filled in. */
  readonly first?: string
  readonly most?: number
}
export type Typed = { readonly [name: string]: string }

const entity = (prefix: string): readonly FieldSpec[] => [
  { name: `${prefix}.name`, kind: 'text', word: 'register.entity.name', most: 200 },
  { name: `${prefix}.identifier`, kind: 'text', word: 'register.entity.identifier', hint: 'register.entity.identifier.hint', most: 80 },
  { name: `${prefix}.tin`, kind: 'text', word: 'register.entity.tin', hint: 'register.entity.tin.hint', first: 'N/A', most: 40 },
  { name: `${prefix}.legalAddress.addressLocalityText`, kind: 'text', word: 'register.address.locality', most: 200 },
  { name: `${prefix}.legalAddress.subnationalDivisionL1Text`, kind: 'text', word: 'register.address.province', most: 120 },
  { name: `${prefix}.legalAddress.country`, kind: 'text', word: 'register.address.country', first: 'CD', most: 2 },
]
const access = (season: 'dry' | 'wet'): readonly FieldSpec[] => [
  { name: `${season}.way`, kind: 'choice', word: `register.access.${season}`, options: ['car', 'motorbike', 'foot', 'boat', 'none'] },
  { name: `${season}.hoursOnFoot`, kind: 'decimal', word: `register.access.${season}.hours` },
  { name: `${season}.note`, kind: 'text', word: `register.access.${season}.note`, most: 200 },
]

export const fieldsOf: { readonly [Group in EntryGroup]: readonly FieldSpec[] } = {
  licence: [
    {
      name: 'licence.licenceType',
      kind: 'choice',
      word: 'register.licence.type',
      options: ['claim', 'exploration_permit', 'mining_license', 'artisanal_permit', 'unlicensed', 'other'],
      required: true,
    },
    { name: 'licence.subtype', kind: 'choice', word: 'register.licence.subtype', options: ['PR', 'PE', 'PEPM', 'PER', 'ZEA', 'NONE'] },
    { name: 'licence.number', kind: 'text', word: 'register.licence.number', most: 80 },
    { name: 'licence.appliedOn', kind: 'date', word: 'register.licence.applied' },
    { name: 'licence.grantedOn', kind: 'date', word: 'register.licence.granted' },
    { name: 'licence.expiresOn', kind: 'date', word: 'register.licence.expires' },
    { name: 'licence.coveredCommodities', kind: 'lines', word: 'register.licence.covers', hint: 'register.hs.hint', required: true },
    ...entity('licence.holder'),
  ],
  party: [
    {
      name: 'role',
      kind: 'choice',
      word: 'register.party.role',
      options: ['owner', 'operator', 'cooperative', 'concession-holder', 'buyer'],
      required: true,
    },
    ...entity('entity').map((field) => (/name|identifier|locality/i.test(field.name) ? { ...field, required: true as const } : field)),
    {
      name: 'entity.entityType',
      kind: 'choice',
      word: 'register.entity.type',
      options: [
        'cooperative',
        'trader',
        'comptoir',
        'processing-entity',
        'refinery',
        'transporter',
        'concession-holder',
        'importer',
        'smelter',
        'other',
      ],
    },
    { name: 'entity.legalForm', kind: 'text', word: 'register.entity.legal-form', most: 80 },
    { name: 'entity.rccmNumber', kind: 'text', word: 'register.entity.rccm', most: 60 },
    { name: 'entity.nationalIdNumber', kind: 'text', word: 'register.entity.national-id', most: 60 },
    { name: 'entity.nif', kind: 'text', word: 'register.entity.nif', most: 40 },
    { name: 'entity.approvalNumber', kind: 'text', word: 'register.entity.approval', most: 80 },
    { name: 'entity.congolese', kind: 'yes-no', word: 'register.entity.congolese' },
    {
      name: 'entity.legalRepresentativeFunction',
      kind: 'text',
      word: 'register.entity.representative',
      hint: 'register.entity.representative.hint',
    },
  ],
  description: [
    { name: 'altitudeMetres', kind: 'decimal', word: 'register.field.altitudeMetres' },
    { name: 'areaHectares', kind: 'decimal', word: 'register.field.areaHectares' },
    { name: 'nationalCadasterLocalization', kind: 'text', word: 'register.field.nationalCadasterLocalization', most: 200 },
    { name: 'localGeographicDesignation', kind: 'text', word: 'register.field.localGeographicDesignation', most: 200 },
    { name: 'address.addressLocalityText', kind: 'text', word: 'register.address.locality', most: 200 },
    { name: 'address.subnationalDivisionL1Text', kind: 'text', word: 'register.address.province', most: 120 },
    { name: 'address.country', kind: 'text', word: 'register.address.country', first: 'CD', most: 2 },
    {
      name: 'scheme',
      kind: 'choice',
      word: 'register.field.scheme',
      options: ['ITSCI', 'RCS_BETTERMINING', 'ITOA', 'JUST_GOLD', 'OTHER', 'NONE'],
    },
    { name: 'schemeSector', kind: 'text', word: 'register.field.schemeSector', most: 120 },
    { name: 'hsCodes', kind: 'lines', word: 'register.field.hsCodes', hint: 'register.hs.hint' },
    { name: 'mineralRoutes', kind: 'routes', word: 'register.field.mineralRoutes' },
    { name: 'polygon', kind: 'outline', word: 'register.field.polygon', hint: 'register.polygon.hint' },
  ],
  workforce: [
    { name: 'men', kind: 'whole', word: 'register.workforce.men' },
    { name: 'women', kind: 'whole', word: 'register.workforce.women' },
    { name: 'under15', kind: 'whole', word: 'register.workforce.under15' },
    { name: 'from15To18', kind: 'whole', word: 'register.workforce.from15To18' },
  ],
  pits: [
    { name: 'count', kind: 'whole', word: 'register.pits.count' },
    { name: 'pitType', kind: 'choice', word: 'register.pits.type', options: ['open', 'shaft', 'gallery', 'alluvial', 'mixed'] },
    { name: 'depthMetres', kind: 'decimal', word: 'register.pits.depth' },
  ],
  mercury: [{ name: 'use', kind: 'choice', word: 'register.mercury.use', options: ['yes', 'no', 'no_data'], required: true }],
  access: [...access('dry'), ...access('wet')],
  activity: [
    {
      name: 'activity',
      kind: 'choice',
      word: 'register.activity',
      options: ['active', 'non-active', 'abandoned', 'unknown'],
      required: true,
    },
  ],
}

/** A part counts only where this field of it is filled in: its other fields may hold what stood there first. */
const DECIDES: { readonly [part: string]: string } = {
  'licence.holder': 'licence.holder.name',
  'licence.holder.legalAddress': 'licence.holder.legalAddress.addressLocalityText',
  'entity.legalAddress': 'entity.legalAddress.addressLocalityText',
  address: 'address.addressLocalityText',
  dry: 'dry.way',
  wet: 'wet.way',
}
const counts = (name: string, typed: Typed): boolean =>
  Object.entries(DECIDES).every(([part, decides]) => !name.startsWith(`${part}.`) || (typed[decides] ?? '').trim() !== '')

export const firstValues = (group: EntryGroup): Typed =>
  Object.fromEntries(fieldsOf[group].flatMap(({ name, first }) => (first === undefined ? [] : [[name, first]])))

/** Decimal comma or point. */
export function numberOf(text: string): number | null {
  const value = Number(text.trim().replace(/\s/g, '').replace(',', '.'))
  return text.trim() === '' || !Number.isFinite(value) ? null : value
}

/** A GeoJSON outline, or one point a line: longitude, then latitude. The ring is closed when it was left open. */
export function outlineOf(
  text: string,
): { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] } | null {
  const ring = text.trim().startsWith('{') ? ringOfJson(text) : ringOfLines(text)
  if (ring === null || ring.length === 0) return null
  const [first, last] = [ring[0] ?? [], ring.at(-1) ?? []]
  const closed = first.length === last.length && first.every((value, at) => value === last[at])
  return { type: 'Polygon', coordinates: [closed ? ring : [...ring, first]] }
}
function ringOfLines(text: string): readonly (readonly number[])[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const points = lines.map((line) =>
    line
      .trim()
      .split(/[\s;]+|,\s+/)
      .map((part) => numberOf(part)),
  )
  return points.every((point): point is number[] => point.length === 2 && point.every((value) => value !== null)) ? points : null
}
function ringOfJson(text: string): readonly (readonly number[])[] | null {
  try {
    const found: unknown = JSON.parse(text)
    const shape = isRecord(found) && isRecord(found['geometry']) ? found['geometry'] : found
    const rings: unknown = isRecord(shape) && shape['type'] === 'Polygon' ? shape['coordinates'] : null
    const ring: unknown = Array.isArray(rings) && rings.length === 1 ? rings[0] : null
    return isRing(ring) ? ring : null
  } catch {
    return null
  }
}
const isRecord = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null
const isRing = (value: unknown): value is readonly (readonly number[])[] =>
  Array.isArray(value) && value.every((point: unknown) => Array.isArray(point) && point.every((part: unknown) => typeof part === 'number'))

/** What a field says, or `null` when it cannot be read. Undefined: left empty. */
export function valueOf({ kind }: FieldSpec, text: string): unknown {
  if (text.trim() === '') return undefined
  if (kind === 'whole') return /^\d+$/.test(text.trim()) ? Number(text.trim()) : null
  if (kind === 'decimal') return numberOf(text)
  if (kind === 'yes-no') return text === 'yes'
  if (kind === 'outline') return outlineOf(text)
  if (kind === 'routes') return routesOf(text)
  if (kind === 'lines') return text.split(/[\n,;]+/).flatMap((line) => line.trim() || [])
  return text.trim()
}

export interface Read {
  readonly content: { readonly [name: string]: unknown }
  /** Fields that cannot be read, and required ones that are empty. */
  readonly faulty: readonly string[]
  readonly empty: boolean
}
export function readEntry(group: EntryGroup, typed: Typed): Read {
  const content: { [name: string]: unknown } = { group }
  const faulty: string[] = []
  let empty = true
  for (const field of fieldsOf[group]) {
    const text = typed[field.name] ?? ''
    const value = valueOf(field, text)
    if (value === null || (field.required && value === undefined)) faulty.push(field.name)
    if (value === undefined || value === null || !counts(field.name, typed)) continue
    empty = false
    put(content, field.name.split('.'), value)
  }
  return { content, faulty, empty }
}
function put(into: { [name: string]: unknown }, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[name] = value
    return
  }
  const part: { [name: string]: unknown } = { ...(isRecord(into[name]) ? into[name] : {}) }
  put(part, rest, value)
  into[name] = part
}

/** The form filled with what an entry says, to correct it. */
export function typedFrom(group: EntryGroup, content: { readonly [name: string]: unknown }): Typed {
  const typed: { [name: string]: string } = {}
  for (const { name, kind } of fieldsOf[group]) {
    let at: unknown = content
    for (const part of name.split('.')) at = isRecord(at) ? at[part] : undefined
    if (at === undefined) continue
    typed[name] = kind === 'yes-no' ? (at === true ? 'yes' : 'no') : kind === 'routes' ? JSON.stringify(at) : textOf(at)
  }
  return typed
}
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join('\n')
  return isRecord(value) ? JSON.stringify(value) : String(value)
}
