/*
The dictionary of values that every module shares: one name, one meaning, one parser. A schema and its type share a name.
This is the only file that imports the schema library, so that a unit, a limit or a format is decided once and the type,
the parser, the JSON Schema and the API page all follow from it. It refuses to know any word of a single module.
*/
import { z } from 'zod'
import { isCalendarDate } from './calendar.ts'

export type Schema<Value> = z.ZodType<Value>
export type Infer<S extends z.ZodType> = z.infer<S>
export type Id<Kind extends string> = string & { readonly __kind: Kind }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** An identifier made by the sender: a UUIDv7 (version 7) in lower case, typed by the kind of thing it names. */
export const id = <Kind extends string>(kind: Kind) =>
  z
    .custom<Id<Kind>>((value) => typeof value === 'string' && uuid.test(value), { error: `not-an-id:${kind}` })
    .meta({ type: 'string', format: 'uuid', description: `identifier of a ${kind}` })

/** A point in time, UTC, milliseconds: `2026-11-21T09:40:00.000Z`. Names end in `At`. */
export const instant = () =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/, 'not-an-instant')
    .refine((text) => isCalendarDate(text.slice(0, 10)), 'not-an-instant')

/** A day as people write it on an order or a slip, without time zone: `2026-11-21`. */
export const calendarDate = () => z.string().refine(isCalendarDate, 'not-a-date')

/** Trimmed text that is not empty; `most` bounds what a form may send. */
export const text = (most = 400) =>
  z
    .string()
    .trim()
    .min(1, 'empty')
    .max(most, 'too-long')
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), 'not-plain-text')
/** A mass in whole grams. Gold is kept in `milligrams`. */
export const grams = () => z.int().nonnegative('negative-mass')
export const milligrams = () => z.int().nonnegative('negative-mass')
export const count = () => z.int().nonnegative('negative-count')
export const whole = () => z.int()
export const decimal = () => z.number()
export const yesOrNo = () => z.boolean()

/** WGS84 decimal degrees. */
export const position = () => z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
export type Position = Infer<ReturnType<typeof position>>

export const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) => z.enum(values)
export const exactly = <const Value extends string | number | boolean>(value: Value) => z.literal(value)
export const listOf = <S extends z.ZodType>(item: S, most = 10_000) => z.array(item).max(most, 'too-many')
export const record = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape)
export const looseRecord = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape)
export const keyed = <S extends z.ZodType>(value: S) => z.record(z.string(), value)
export const eitherOf = <const Options extends readonly [z.ZodType, ...z.ZodType[]]>(...options: Options) => z.union(options)
export const taggedBy = z.discriminatedUnion
/** May be absent. Absent means *not asked*; it is never 0 and never no. */
export const maybe = <S extends z.ZodType>(schema: S) => schema.optional()
export const orNull = <S extends z.ZodType>(schema: S) => schema.nullable()
/** Numbers and flags that come as text in a URL. */
export const numberInUrl = () => z.coerce.number()
export const flagInUrl = () => z.stringbool()
export const anything = () => z.unknown()
/** Any plain JSON. */
export const json = () => z.json()
export const base64 = () => z.base64()
export const email = () => z.email().max(254)

export interface Fault {
  readonly path: string
  readonly problem: string
}
export type Parsed<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly faults: readonly Fault[] }

/** Reads `input` by `schema`; faults name the field and the problem, never the value, so they may be logged. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): Parsed<z.infer<S>> {
  const result = schema.safeParse(input)
  if (result.success) return { ok: true, value: result.data }
  const faults = result.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), problem: problemOf(issue) }))
  return { ok: false, faults }
}

/** Reads what we wrote ourselves (an event, a row): a mismatch is a fault of the program and is thrown. */
export function mustParse<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const result = parse(schema, input)
  if (result.ok) return result.value
  throw new Error(`stored value does not fit its schema: ${result.faults.map((fault) => `${fault.path} ${fault.problem}`).join('; ')}`)
}

/** JSON Schema 2020-12 of a schema, for the API page. */
export const toJsonSchema = (schema: z.ZodType): object => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })

function problemOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `expected-${issue.expected}`
  if (issue.code === 'unrecognized_keys') return `unknown-field:${issue.keys.join(',')}`
  if (issue.code === 'invalid_value') return 'not-in-the-list'
  return /^[a-z-]+(:[a-z-]+)?$/.test(issue.message) ? issue.message : issue.code.replaceAll('_', '-')
}

/** The one door through which text that was already checked becomes a typed identifier. */
export const asId = <Kind extends string>(kind: Kind, value: string): Id<Kind> => {
  if (!uuid.test(value)) throw new Error(`not an identifier of a ${kind}`)
  return value as Id<Kind>
}
