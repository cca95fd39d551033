/* A query as JSON, named and kept: the same language as the query string, lists as arrays, prefixes in its own `@context`. */
import { type Outcome, refused } from '../../../kernel/outcome.ts'
import { type Json, type JsonObject, isList, isObject } from '../domain/json.ts'
import type { Extensions } from './headers.ts'
import type { Query } from './query.ts'
import { type Parameters, readQuery } from './read-query.ts'
import type { Given } from './read-values.ts'

export interface Stored {
  readonly parameters: Parameters
  readonly extensions: Extensions
}
/** Null where a value is neither text, number, truth nor a list of these. */
export function storedIn(query: JsonObject): Stored | null {
  const { '@context': context = null, ...rest } = query
  const parameters = Object.entries(rest).map(([name, value]) => [name, givenIn(value)] as const)
  if (parameters.some(([, given]) => given === undefined)) return null
  return {
    parameters: parameters.flatMap(([name, given]) => (given === undefined ? [] : [[name, given] as const])),
    extensions: prefixesIn(context),
  }
}
function givenIn(value: Json): Given | undefined {
  if (isList(value)) return value.every(isScalar) ? value.filter(isScalar) : undefined
  return isObject(value) ? undefined : value
}
const isScalar = (value: Json): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value)
function prefixesIn(context: Json): Extensions {
  const parts = isList(context) ? context : [context]
  return Object.fromEntries(
    parts.filter(isObject).flatMap((one) => Object.entries(one).flatMap(([name, uri]) => (typeof uri === 'string' ? [[name, uri]] : []))),
  )
}
export function readStored(query: JsonObject): Outcome<Query> {
  const stored = storedIn(query)
  return stored === null ? refused('a value is neither text, number nor a list of these') : readQuery(stored.parameters, stored.extensions)
}
