/*
Requests made from the interface's own document: for each operation the same request with numbers that are wrong, that never were, and that belong to
others, with bodies from nothing at all to what the schema asks for. Drawn from a seed, so that a request that was answered badly comes again.
*/
import { uuidV7 } from '../../src/kernel/ids.ts'

export interface Operation {
  readonly method: string
  /** With `{name}` for its holes. */
  readonly path: string
  readonly body: unknown
  readonly holes: readonly string[]
}
type Json = { readonly [name: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const at = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>((found, name) => (isObject(found) ? found[name] : undefined), value)

/** Operations of the document whose path begins with one of `under`. */
export function operationsIn(document: unknown, under: readonly string[]): readonly Operation[] {
  const paths = at(document, 'paths')
  if (!isObject(paths)) throw new Error('the interface has no document')
  return Object.entries(paths)
    .filter(([path]) => under.some((one) => path === one || path.startsWith(`${one}/`)))
    .flatMap(([path, methods]) =>
      Object.entries(isObject(methods) ? methods : {}).map(([method, operation]) => ({
        ...{ method: method.toUpperCase(), path, holes: [...path.matchAll(/\{([A-Za-z]+)\}/g)].map((found) => found[1] ?? '') },
        body: at(operation, 'requestBody', 'content', 'application/json', 'schema'),
      })),
    )
}

/** A generator that gives the same numbers for the same seed (mulberry32). */
export function drawFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
export type Draw = () => number
const pick = <T>(draw: Draw, from: readonly T[]): T | undefined => from[Math.floor(draw() * from.length)]
export const neverWas = (draw: Draw, now: number): string =>
  uuidV7(
    now,
    Uint8Array.from({ length: 10 }, () => Math.floor(draw() * 256)),
  )

export interface Making {
  readonly draw: Draw
  readonly now: number
  /** What stands for an identifier where one is asked for. */
  readonly idFor: (name: string) => string
}
/** Something that a schema might take: required parts always, others sometimes. */
export function sampleOf(schema: unknown, making: Making, name = ''): unknown {
  const { draw } = making
  if (!isObject(schema)) return null
  const alternatives = [schema['oneOf'], schema['anyOf']].find(Array.isArray)
  if (Array.isArray(alternatives)) return sampleOf(pick(draw, alternatives), making, name)
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return pick(draw, schema['enum'])
  switch (schema['type']) {
    case 'object':
      return objectOf(schema, making)
    case 'array':
      return Array.from({ length: Math.floor(draw() * 3) }, () => sampleOf(schema['items'], making, name))
    case 'integer':
    case 'number':
      return Math.floor(draw() * 5)
    case 'boolean':
      return draw() < 0.5
    case 'null':
      return null
    default:
      return stringOf(schema, making, name)
  }
}
function objectOf(schema: Json, making: Making): unknown {
  const properties = isObject(schema['properties']) ? schema['properties'] : {}
  const required: readonly unknown[] = Array.isArray(schema['required']) ? schema['required'] : []
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, part]) =>
      required.includes(name) || making.draw() < 0.3 ? [[name, sampleOf(part, making, name)]] : [],
    ),
  )
}
const DAY = /(on|day|due|from|until|date)$/i
function stringOf(schema: Json, { draw, now, idFor }: Making, name: string): string {
  if (schema['format'] === 'uuid') return idFor(name)
  if (schema['format'] === 'base64' || schema['contentEncoding'] === 'base64') return 'Y2hhbnpv'
  const pattern = String(schema['pattern'] ?? '')
  if (pattern.startsWith('^age1')) return `age1${'q'.repeat(58)}`
  if (pattern.includes('T(?:')) return new Date(now).toISOString()
  if (DAY.test(name)) return new Date(now).toISOString().slice(0, 10)
  return pick(draw, ['x', 'Canari', '2026-11-20', 'CD61', '0', 'مرحبا']) ?? 'x'
}

/** Bodies that are wrong in every way that is not the schema's business. */
export const WRONG_BODIES: readonly unknown[] = [undefined, null, [], 'x', 7, {}, { data: null }, { id: 'x', data: {} }, { id: 1 }]
/** Paths where a number should be. */
export const WRONG_IDS: readonly string[] = [
  ...['x', '0', 'null', '%2e%2e%2f', "1' or '1'='1", '%00', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'é'.repeat(40), '{}', '-1'],
]
