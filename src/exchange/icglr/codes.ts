/*
The code lists of the ICGLR (MDC.01 to MDC.04) as they stand on the wire, and how they meet our words. Numbers are never copied from
another list: IPIS writes 0 for "none" where the ICGLR writes 0 for blue.
*/
import type { Mineral } from '../../modules/sites/contract-observations.ts'
import { hsCodeOfMineral } from '../../modules/sites/contract-register.ts'

/** Of the documents read and written here; stands in every answer. */
export const SCHEMA_VERSION = '1.0.0'

/** MDC.01. */
export const STATUS_CODES = [0, 1, 2, 3] as const
export type StatusCode = (typeof STATUS_CODES)[number]
const colours = ['blue', 'green', 'yellow', 'red'] as const
export const colourOfCode = (code: number): ReportedColourWord => colours[code] ?? 'unclassified'
type ReportedColourWord = 'blue' | 'green' | 'yellow' | 'red' | 'unclassified'
export const isStatusCode = (value: number): value is StatusCode => STATUS_CODES.some((code) => code === value)

/** MDC.02: 0 abandoned, 1 active, 2 non-active. */
const activities = ['abandoned', 'active', 'non-active'] as const
export const ACTIVITY_CODES = [0, 1, 2] as const
export const activityOfCode = (code: number): (typeof activities)[number] | 'unknown' => activities[code] ?? 'unknown'
export function codeOfActivity(activity: string | null): number | null {
  const code = activities.findIndex((one) => one === activity)
  return code < 0 ? null : code
}

/** MDC.03: the designated minerals by the name of their species (IMA) as well. */
const species: { readonly [ima: string]: Mineral } = {
  'IMA1960-A': 'Au',
  'IMA1960-001': 'Sn',
  'IMA2000-014': 'W',
  'IMA1979-A': 'Ta',
}
const HS = /^\d{4}\.?\d{2}(\.?\d{2})?$/

/** An HS code with its points, from any writing of it or of the mineral's species; `null` for anything else. */
export function hsCodeFrom(written: string): string | null {
  const plain = written.trim().toUpperCase()
  const mineral = species[plain]
  if (mineral !== undefined) return hsCodeOfMineral[mineral]
  if (!HS.test(plain)) return null
  const figures = plain.replaceAll('.', '').padEnd(8, '0')
  return `${figures.slice(0, 4)}.${figures.slice(4, 6)}.${figures.slice(6, 8)}`
}
/** Our mineral of an HS code, `other` for what is not designated. */
export function mineralOfHsCode(code: string): Mineral {
  if (code === hsCodeOfMineral.Au) return 'Au'
  if (code === hsCodeOfMineral.Sn) return 'Sn'
  if (code === hsCodeOfMineral.Ta) return 'Ta'
  return code === hsCodeOfMineral.W ? 'W' : 'other'
}
