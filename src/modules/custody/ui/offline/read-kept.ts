/* Reads what this phone keeps: answers of our own server, known again by a few of their fields. Whatever has another shape counts as not kept. */
import type { Standing } from '../../../sites/contract.ts'
import type { LotDetail, LotSummary } from '../../contract.ts'
import type { CarriedTags } from '../../contract-weighing.ts'

type Fields = { readonly [name: string]: unknown }
export const fieldsIn = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {})
export const textIn = (value: unknown, name: string): string | null => {
  const found = fieldsIn(value)[name]
  return typeof found === 'string' ? found : null
}
export const isLotDetail = (value: unknown): value is LotDetail => {
  const { lot, findings, weighings } = fieldsIn(value)
  return typeof fieldsIn(lot)['id'] === 'string' && Array.isArray(findings) && Array.isArray(weighings)
}
export const isLotList = (value: unknown): value is { readonly lots: readonly LotSummary[]; readonly next: string | null } =>
  Array.isArray(fieldsIn(value)['lots'])
export const isStanding = (value: unknown): value is Standing => {
  const { site, internal, allows } = fieldsIn(value)
  return typeof site === 'string' && typeof internal === 'string' && typeof allows === 'object'
}
export const isCarriedTags = (value: unknown): value is CarriedTags => {
  const { site, batches } = fieldsIn(value)
  return typeof site === 'string' && Array.isArray(batches)
}
