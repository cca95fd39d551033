/*
Parameters about fields that somebody added (`EQ_ILMD_asm:mineral`) and about master data (`HASATTR_bizLocation`, `EQ_ATTR_…`). A prefix
means what a GS1-Extensions header or the stored query says; one that nobody bound is refused.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { canonicalUri } from '../domain/identifiers.ts'
import type { Extensions } from './headers.ts'
import { type Condition, type Operator, term } from './query.ts'
import { type Given, instantIn, listOfTexts, nothingIn, numberIn } from './read-values.ts'

const EXTENSION =
  /^(EQ|GT|GE|LT|LE|EXISTS)_(INNER_)?(ILMD_|ERROR_DECLARATION_|SENSORELEMENT_|SENSORMETADATA_|SENSORREPORT_)?(INNER_)?([A-Za-z][A-Za-z0-9.-]*):([A-Za-z_][\w.-]*)$/
/** Fields whose values may have master data. */
const WITH_MASTER_DATA: { readonly [field: string]: readonly string[] } = {
  readPoint: ['readPoint'],
  bizLocation: ['bizLocation'],
  epcList: ['epc'],
  childEPCs: ['epc'],
  parentID: ['parentID'],
  epcClass: term.anyEpcClass,
  bizStep: ['bizStep'],
  disposition: ['disposition'],
}
/** Fields with a type at their end: a party in a list of sources. */
const LISTED = ['source', 'destination', 'bizTransaction']

export function readExtension(name: string, given: Given, extensions: Extensions): Outcome<Condition> | null {
  if (name.startsWith('HASATTR_') || name.startsWith('EQ_ATTR_')) return readAttribute(name, given, extensions)
  const found = EXTENSION.exec(name)
  if (!found) return null
  const [, operator = '', inner, scope = '', innerAfter, prefix = '', local = ''] = found
  const base = Object.hasOwn(extensions, prefix) ? extensions[prefix] : undefined
  if (base === undefined) return refused(`nobody says what the prefix ${prefix} means; send GS1-Extensions: ${prefix}=https://…`)
  const field = term.extension(scope.replace(/_$/, ''), inner !== undefined || innerAfter !== undefined, `${base}${local}`)
  if (operator === 'EXISTS') {
    const nothing = nothingIn(given)
    return nothing.ok ? accepted({ kind: 'exists', name: field }) : nothing
  }
  return operator === 'EQ' ? equals(field, given) : compares(field, operator, given)
}

/** A text; where it reads as a number or an instant, that number or instant too. */
function equals(field: string, given: Given): Outcome<Condition> {
  const values = listOfTexts(given)
  if (!values.ok) return values
  const number = values.value.length === 1 ? numberIn(given) : null
  const at = values.value.length === 1 ? instantIn(given) : null
  const texts = [...new Set(values.value.flatMap((one) => [one, canonicalUri(one)]))]
  const asText: Condition = { kind: 'value', names: [field], values: texts, patterns: [] }
  if (number?.ok) return either(asText, { kind: 'amount', name: field, operator: 'EQ', amounts: [number.value] })
  return at?.ok ? either(asText, { kind: 'at', name: field, operator: 'EQ', at: at.value }) : accepted(asText)
}
const either = (...of: readonly Condition[]): Outcome<Condition> => accepted({ kind: 'either', of })

function compares(field: string, operator: string, given: Given): Outcome<Condition> {
  if (!isOrder(operator)) return refused('not an operator')
  const number = numberIn(given)
  if (number.ok) return accepted({ kind: 'amount', name: field, operator, amounts: [number.value] })
  const at = instantIn(given)
  return at.ok ? accepted({ kind: 'at', name: field, operator, at: at.value }) : refused('neither a number nor a time with its offset')
}
const isOrder = (text: string): text is Operator => ['GT', 'GE', 'LT', 'LE'].includes(text)

function readAttribute(name: string, given: Given, extensions: Extensions): Outcome<Condition> | null {
  const [, asked, rest = ''] = /^(HASATTR|EQ_ATTR)_(\S+)$/.exec(name) ?? []
  const values = listOfTexts(given)
  if (asked === 'HASATTR') {
    const names = fieldNames(rest)
    if (names === null) return null
    return values.ok
      ? accepted({ kind: 'attribute', names, attributes: values.value.flatMap((one) => spellings(one, extensions)), values: null })
      : values
  }
  const cut = rest.lastIndexOf('_')
  const names = cut < 1 ? null : fieldNames(rest.slice(0, cut))
  if (names === null) return null
  return values.ok
    ? accepted({ kind: 'attribute', names, attributes: spellings(rest.slice(cut + 1), extensions), values: values.value })
    : values
}
function fieldNames(field: string): readonly string[] | null {
  if (Object.hasOwn(WITH_MASTER_DATA, field)) return WITH_MASTER_DATA[field] ?? null
  return LISTED.includes(field) ? [`${field}/*`] : null
}
/** As written, and with its prefix spelled out. */
function spellings(attribute: string, extensions: Extensions): readonly string[] {
  const [prefix = '', local] = attribute.split(/:(.*)/)
  const base = Object.hasOwn(extensions, prefix) ? extensions[prefix] : undefined
  return base === undefined || local === undefined ? [attribute] : [attribute, `${base}${local}`]
}
