/*
The query language of EPCIS (§ 8.2.7 of the standard): names and families of parameters, read into conditions. An unknown name, a value
that cannot be read and a name given twice are refused: a filter that is ignored gives more than was asked for.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { canonicalUri } from '../domain/identifiers.ts'
import { type VocabularyField, fullTerm } from '../domain/terms.ts'
import { likeOfPattern } from './epc-pattern.ts'
import type { Extensions } from './headers.ts'
import { type Condition, type Operator, type Query, comparable, term } from './query.ts'
import { readExtension } from './read-extension.ts'
import { type Given, countIn, instantIn, isUri, listOfTexts, nothingIn, numberIn, numbersIn } from './read-values.ts'

export type Parameters = readonly (readonly [name: string, given: Given])[]
type Reader = (given: Given) => Outcome<Condition>

export const EVENT_TYPES: readonly string[] = [
  'ObjectEvent',
  'AggregationEvent',
  'TransformationEvent',
  'TransactionEvent',
  'AssociationEvent',
]
const ACTIONS = ['ADD', 'OBSERVE', 'DELETE']
const MOST_CONDITIONS = 50

const inList = (given: Given, allowed: readonly string[]): Outcome<readonly string[]> => {
  const values = listOfTexts(given)
  if (!values.ok) return values
  const bad = values.value.find((one) => !allowed.includes(one))
  return bad === undefined ? values : refused(`"${bad.slice(0, 100)}" is not one of ${allowed.join(', ')}`)
}
const valueOf = (names: readonly string[], values: readonly string[], patterns: readonly string[] = []): Outcome<Condition> =>
  accepted({ kind: 'value', names, values: [...new Set(values)], patterns })

/** A word of CBV, short or in full, or a URI of somebody's own. */
const words =
  (name: string, field: VocabularyField): Reader =>
  (given) => {
    const values = listOfTexts(given)
    if (!values.ok) return values
    const full = values.value.map((one) => fullTerm(field, one))
    const bad = full.findIndex((one) => !isUri(one))
    return bad < 0 ? valueOf([name], full) : refused(`"${values.value[bad]?.slice(0, 100)}" is no word of CBV and no URI`)
  }
const uris =
  (...names: readonly string[]): Reader =>
  (given) => {
    const values = listOfTexts(given)
    if (!values.ok) return values
    const bad = values.value.find((one) => !isUri(one))
    return bad === undefined ? valueOf(names, values.value.map(canonicalUri)) : refused(`"${bad.slice(0, 100)}" is not a URI`)
  }
/** Identifiers, or pure identity patterns. */
const identifiers =
  (...names: readonly string[]): Reader =>
  (given) => {
    const values = listOfTexts(given)
    if (!values.ok) return values
    const exact: string[] = []
    const patterns: string[] = []
    for (const one of values.value) {
      if (!isUri(one)) return refused(`"${one.slice(0, 100)}" is not a URI`)
      exact.push(canonicalUri(one))
      if (!one.startsWith('urn:epc:idpat:')) continue
      const like = likeOfPattern(one)
      if (like === null) return refused(`the pattern "${one.slice(0, 100)}" cannot be answered`)
      patterns.push(like)
    }
    return valueOf(names, exact, patterns)
  }
const texts =
  (name: string): Reader =>
  (given) => {
    const values = listOfTexts(given)
    return values.ok ? valueOf([name], values.value) : values
  }
const within =
  (name: string): Reader =>
  (given) => {
    const values = uris(name)(given)
    return values.ok && values.value.kind === 'value' ? accepted({ kind: 'within', name, values: values.value.values }) : values
  }
const timeOf =
  (of: 'event' | 'record', operator: 'GE' | 'LT'): Reader =>
  (given) => {
    const at = instantIn(given)
    return at.ok ? accepted({ kind: 'time', of, operator, at: at.value }) : at
  }
const instantOf =
  (name: string, operator: Operator): Reader =>
  (given) => {
    const at = instantIn(given)
    return at.ok ? accepted({ kind: 'at', name, operator, at: at.value }) : at
  }
const existence =
  (name: string): Reader =>
  (given) => {
    const nothing = nothingIn(given)
    return nothing.ok ? accepted({ kind: 'exists', name }) : nothing
  }

const FIXED: { readonly [name: string]: Reader } = {
  eventType: (given) => {
    const values = inList(given, EVENT_TYPES)
    return values.ok ? accepted({ kind: 'event-type', values: values.value }) : values
  },
  EQ_eventID: (given) => {
    const values = uris('')(given)
    return values.ok && values.value.kind === 'value' ? accepted({ kind: 'event-id', values: values.value.values }) : values
  },
  GE_eventTime: timeOf('event', 'GE'),
  LT_eventTime: timeOf('event', 'LT'),
  GE_recordTime: timeOf('record', 'GE'),
  LT_recordTime: timeOf('record', 'LT'),
  EQ_action: (given) => {
    const values = inList(given, ACTIONS)
    return values.ok ? valueOf(['action'], values.value) : values
  },
  EQ_bizStep: words('bizStep', 'bizStep'),
  EQ_disposition: words('disposition', 'disposition'),
  EQ_persistentDisposition_set: words('set', 'disposition'),
  EQ_persistentDisposition_unset: words('unset', 'disposition'),
  EQ_readPoint: uris('readPoint'),
  WD_readPoint: within('readPoint'),
  EQ_bizLocation: uris('bizLocation'),
  WD_bizLocation: within('bizLocation'),
  EQ_transformationID: uris('transformationID'),
  MATCH_epc: identifiers('epc'),
  MATCH_parentID: identifiers('parentID'),
  MATCH_inputEPC: identifiers('inputEPC'),
  MATCH_outputEPC: identifiers('outputEPC'),
  MATCH_anyEPC: identifiers(...term.anyEpc),
  MATCH_epcClass: identifiers('epcClass'),
  MATCH_inputEPCClass: identifiers('inputEPCClass'),
  MATCH_outputEPCClass: identifiers('outputEPCClass'),
  MATCH_anyEPCClass: identifiers(...term.anyEpcClass),
  EXISTS_errorDeclaration: existence('errorDeclarationTime'),
  // The two published files spell these in two ways; both are read.
  GE_errorDeclarationTime: instantOf('errorDeclarationTime', 'GE'),
  LT_errorDeclarationTime: instantOf('errorDeclarationTime', 'LT'),
  GE_errorDeclaration_Time: instantOf('errorDeclarationTime', 'GE'),
  LT_errorDeclaration_Time: instantOf('errorDeclarationTime', 'LT'),
  EQ_errorReason: words('errorReason', 'errorReason'),
  EQ_correctiveEventID: uris('correctiveEventID'),
  EXISTS_sensorElementList: existence('sensorElementList'),
  ...Object.fromEntries(
    (['GE', 'LT'] as const).flatMap((operator) =>
      ['time', 'startTime', 'endTime'].map((name) => [`${operator}_${name}`, instantOf(name, operator)]),
    ),
  ),
  EQ_type: words('type', 'measurementType'),
  EQ_deviceID: uris('deviceID'),
  EQ_dataProcessingMethod: uris('dataProcessingMethod'),
  EQ_microorganism: uris('microorganism'),
  EQ_chemicalSubstance: uris('chemicalSubstance'),
  EQ_bizRules: uris('bizRules'),
  EQ_stringValue: texts('stringValue'),
  EQ_hexBinaryValue: (given) => {
    const values = listOfTexts(given)
    if (!values.ok) return values
    return values.value.every((one) => /^[0-9A-Fa-f]+$/.test(one))
      ? valueOf(
          ['hexBinaryValue'],
          values.value.map((one) => one.toUpperCase()),
        )
      : refused('not hexadecimal')
  },
  EQ_uriValue: uris('uriValue'),
  EQ_booleanValue: (given) => {
    const values = inList(given, ['true', 'false'])
    return values.ok ? valueOf(['booleanValue'], values.value) : values
  },
}

const AMOUNT = /^(EQ|GT|GE|LT|LE)_(quantity|value|minValue|maxValue|meanValue|sDev|percValue|percRank)(?:_([A-Z0-9]{1,4}))?$/
const TYPED = /^EQ_(bizTransaction|source|destination)_(\S{1,400})$/
const isOperator = (text: string | undefined): text is Operator => ['EQ', 'GT', 'GE', 'LT', 'LE'].includes(text ?? '')

/** The condition of one parameter; null where no name or family is meant. */
function readCondition(name: string, given: Given, extensions: Extensions): Outcome<Condition> | null {
  const fixed = Object.hasOwn(FIXED, name) ? FIXED[name] : undefined
  if (fixed) return fixed(given)
  const amount = AMOUNT.exec(name)
  if (amount && isOperator(amount[1])) return readAmount({ field: amount[2] ?? '', operator: amount[1], unit: amount[3] ?? null }, given)
  const typed = TYPED.exec(name)
  if (typed) {
    const [, what = '', type = ''] = typed
    const full = fullTerm(what === 'bizTransaction' ? 'bizTransactionType' : 'sourceDestinationType', type)
    if (!isUri(full)) return refused(`"${type.slice(0, 100)}" is no word of CBV and no URI`)
    return uris(what === 'bizTransaction' ? term.transaction(full) : what === 'source' ? term.source(full) : term.destination(full))(given)
  }
  return readExtension(name, given, extensions)
}
function readAmount(
  asked: { readonly field: string; readonly operator: Operator; readonly unit: string | null },
  given: Given,
): Outcome<Condition> {
  const numbers = asked.operator === 'EQ' ? numbersIn(given) : one(numberIn(given))
  if (!numbers.ok) return numbers
  const { unit } = comparable(0, asked.unit)
  const amounts = numbers.value.map((number) => comparable(number, asked.unit).amount)
  return accepted({ kind: 'amount', name: term.amount(asked.field, unit), operator: asked.operator, amounts })
}
const one = (number: Outcome<number>): Outcome<readonly number[]> => (number.ok ? accepted([number.value]) : number)

const CONTROLS = ['orderBy', 'orderDirection', 'eventCountLimit', 'maxEventCount']
const ORDERS: { readonly [name: string]: Query['orderBy'] } = { eventTime: 'event', recordTime: 'record' }

/** The whole query. A refusal's code is the sentence that goes into `detail`. */
export function readQuery(parameters: Parameters, extensions: Extensions): Outcome<Query> {
  const seen = new Map<string, Given>()
  const conditions: Condition[] = []
  for (const [name, given] of parameters) {
    if (seen.has(name)) return refused(`${name.slice(0, 100)} is given twice; list values are parted by |`)
    seen.set(name, given)
    if (CONTROLS.includes(name)) continue
    const condition = readCondition(name, given, extensions)
    if (condition === null) return refused(`unknown parameter ${name.slice(0, 200)}`)
    if (!condition.ok) return refused(`${name.slice(0, 200)}: ${condition.refusal.code}`)
    conditions.push(condition.value)
  }
  if (conditions.length > MOST_CONDITIONS) return refused(`more than ${MOST_CONDITIONS} parameters`)
  return withControls(seen, conditions)
}

function withControls(seen: ReadonlyMap<string, Given>, conditions: readonly Condition[]): Outcome<Query> {
  const orderBy = seen.has('orderBy') ? ORDERS[String(seen.get('orderBy'))] : 'event'
  if (orderBy === undefined) return refused('orderBy is eventTime or recordTime')
  const direction = seen.has('orderDirection') ? seen.get('orderDirection') : 'DESC'
  if (direction !== 'ASC' && direction !== 'DESC') return refused('orderDirection is ASC or DESC')
  const limits = ['eventCountLimit', 'maxEventCount'].map((name) => (seen.has(name) ? countIn(seen.get(name) ?? null) : accepted(null)))
  const [limit, most] = limits
  if (!limit?.ok || !most?.ok) return refused('eventCountLimit and maxEventCount are numbers of events, from 1')
  if (limit.value !== null && most.value !== null) return refused('eventCountLimit and maxEventCount exclude each other')
  return accepted({ conditions, orderBy, direction, eventCountLimit: limit.value, maxEventCount: most.value })
}
