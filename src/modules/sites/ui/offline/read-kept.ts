/* Reads what this phone keeps: answers of our own server, known again by a few of their fields. Whatever has another shape counts as not kept. */
import type { InspectionList, InspectionPage, MissionPage } from '../../domain/missions/mission-answers.ts'

type Fields = { readonly [name: string]: unknown }
export const fieldsIn = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {})
const textIn = (value: unknown, name: string): string | null => {
  const found = fieldsIn(value)[name]
  return typeof found === 'string' ? found : null
}
export const nameIn = (value: unknown): string | null => textIn(value, 'name')
export const siteIn = (value: unknown): string | null => textIn(value, 'site')
/** In whose name a command speaks. */
export const bodyIn = (value: unknown): string | null => textIn(value, 'by') ?? textIn(value, 'body')

export const isInspectionPage = (value: unknown): value is InspectionPage => {
  const { inspection, findings, members, answers, rulebook } = fieldsIn(value)
  return typeof inspection === 'string' && [findings, members, answers].every((one) => Array.isArray(one)) && rulebook !== undefined
}
export const isInspectionList = (value: unknown): value is InspectionList => Array.isArray(fieldsIn(value)['inspections'])
export const isMissionPage = (value: unknown): value is MissionPage => {
  const { mission, members, sites, inspections } = fieldsIn(value)
  return typeof mission === 'string' && [members, sites, inspections].every((one) => Array.isArray(one))
}
