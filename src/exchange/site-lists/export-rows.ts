/*
A list of sites as a file: a table with one row a site, or GeoJSON. Every row says as of which day, by whom it may be read at which
precision, and where it comes from, because files travel without their page. A cell that a spreadsheet would run as a formula is
disarmed.
*/
import { fillPhrase } from '../../kernel/phrase.ts'
import { type Dictionary, columnWords } from './export-words.ts'

export interface ExportedSite {
  readonly name: string
  readonly nationalId: string
  readonly icglrId: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly province: { readonly code: string; readonly name: string } | null
  readonly territoire: { readonly code: string; readonly name: string } | null
  readonly minerals: readonly string[]
  readonly colour: string
  readonly basis: string
  readonly since: string | null
  readonly validUntil: string | null
  readonly lapsedOn: string | null
  readonly orderNumber: string | null
  readonly held: boolean
  readonly lastVisitOn: string | null
}
export interface ExportedList {
  readonly sites: readonly ExportedSite[]
  readonly asOf: string
  readonly knownAt: string
  readonly precision: 'exact' | 'coarse'
}
export type Cell = string | number | null

/** Column, HXL tag, value. */
const COLUMNS: readonly (readonly [
  keyof typeof columnWords.fr & `column.${string}`,
  string,
  (site: ExportedSite, list: ExportedList) => Cell,
])[] = [
  ['column.name', '#loc+name', (site) => site.name],
  ['column.nationalId', '#loc+code', (site) => site.nationalId],
  ['column.icglrId', '#loc+code+icglr', (site) => site.icglrId],
  ['column.latitude', '#geo+lat', (site) => site.latitude],
  ['column.longitude', '#geo+lon', (site) => site.longitude],
  ['column.precision', '#geo+precision', (_site, list) => list.precision],
  ['column.province', '#adm1+name', (site) => site.province?.name ?? null],
  ['column.provinceCode', '#adm1+code', (site) => site.province?.code ?? null],
  ['column.territoire', '#adm2+name', (site) => site.territoire?.name ?? null],
  ['column.territoireCode', '#adm2+code', (site) => site.territoire?.code ?? null],
  ['column.minerals', '#item+mineral', (site) => site.minerals.join(';')],
  ['column.colour', '#status', (site) => site.colour],
  ['column.basis', '#status+basis', (site) => site.basis],
  ['column.since', '#date+start', (site) => site.since],
  ['column.validUntil', '#date+end', (site) => site.validUntil],
  ['column.lapsedOn', '#date+lapsed', (site) => site.lapsedOn],
  ['column.order', '#meta+order', (site) => site.orderNumber],
  ['column.held', '#status+hold', (site) => (site.held ? 1 : 0)],
  ['column.lastVisitOn', '#date+visit', (site) => site.lastVisitOn],
  ['column.asOf', '#date', (_site, list) => list.asOf],
  ['column.knownAt', '#date+known', (_site, list) => list.knownAt],
]

export interface Told {
  readonly words: Dictionary
  readonly language: 'fr' | 'en'
  readonly hxl: boolean
}
export function tableOf(list: ExportedList, told: Told): readonly (readonly Cell[])[] {
  const say = (key: string): string => fillPhrase(told.language, told.words[key] ?? key, { day: list.asOf })
  const source = say('source')
  return [
    [...COLUMNS.map(([key]) => say(key)), say('column.source')],
    ...(told.hxl ? [[...COLUMNS.map(([, tag]) => tag), '#org']] : []),
    ...list.sites.map((site) => [...COLUMNS.map(([key, , value]) => wordOf(key, value(site, list), told)), source]),
  ]
}

/** Codes of colours, bases and precision in the reader's language. */
function wordOf(key: string, value: Cell, { words }: Told): Cell {
  if (key === 'column.colour' || key === 'column.basis' || key === 'column.precision') return words[`value.${String(value)}`] ?? value
  return value
}

export function csvOf(table: readonly (readonly Cell[])[]): string {
  return `\ufeff${table.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}
function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function geoJsonOf(list: ExportedList, { words, language }: Told): object {
  return {
    type: 'FeatureCollection',
    asOf: list.asOf,
    knownAt: list.knownAt,
    positionPrecision: list.precision,
    source: fillPhrase(language, words['source'] ?? '', { day: list.asOf }),
    features: list.sites.map(({ latitude, longitude, ...site }) => ({
      type: 'Feature',
      id: site.nationalId,
      geometry: latitude === null || longitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] },
      properties: {
        ...site,
        province: site.province?.name ?? null,
        provinceCode: site.province?.code ?? null,
        territoire: site.territoire?.name ?? null,
        territoireCode: site.territoire?.code ?? null,
        minerals: site.minerals.join(';'),
        positionPrecision: list.precision,
        asOf: list.asOf,
      },
    })),
  }
}
