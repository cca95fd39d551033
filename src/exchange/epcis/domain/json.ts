/*
Plain JSON as it came over the wire, with the few questions that every reader of it asks. EPCIS lets anybody add fields at every
level, so most of an event is never a record of ours: it is carried as it is.
*/
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
export const isText = (value: Json | undefined): value is string => typeof value === 'string'

/** The texts in a list; nothing where there is no list. */
export const textsOf = (value: Json | undefined): readonly string[] => (isList(value) ? value.filter(isText) : [])
export const objectsOf = (value: Json | undefined): readonly JsonObject[] => (isList(value) ? value.filter(isObject) : [])
export const textOf = (value: Json | undefined): string | null => (isText(value) ? value : null)

/** An object without some of its fields. */
export const without = (value: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))
