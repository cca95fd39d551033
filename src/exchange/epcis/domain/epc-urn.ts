/*
EPC URNs in and out. A URN says where the company prefix ends; a Digital Link does not. So a link becomes a URN only with the length of
the prefix, and a URN always becomes a link. What is no key of GS1 (`urn:epc:id:gid`, `usdod`, …) has no link and stays as it is.
*/
import { type Gs1Key, checkDigit, keyOf } from './gs1-keys.ts'
import { decoded, encodedForUrn } from './percent.ts'

const none: ReadonlyMap<string, string> = new Map()
const one = (ai: string, value: string): ReadonlyMap<string, string> => new Map([[ai, value]])
const closed = (digits: string): string => digits + checkDigit(digits)
/** The first digit of the reference is the indicator, which stands before the company prefix in the key. */
const indicatorFirst = (prefix: string, reference: string): string => closed(reference.slice(0, 1) + prefix + reference.slice(1))

/** How many digits company prefix and reference have together; 0: the reference is text of any length. */
const digitsOf: ReadonlyMap<string, number> = new Map([
  ['sgtin', 13],
  ['lgtin', 13],
  ['upui', 13],
  ['itip', 13],
  ['sscc', 17],
  ['sgln', 12],
  ['pgln', 12],
  ['grai', 12],
  ['gdti', 12],
  ['sgcn', 12],
  ['gsrn', 17],
  ['gsrnp', 17],
  ['gsin', 16],
  ['giai', 0],
  ['ginc', 0],
  ['cpi', 0],
])

const inUrn = /^(?:%[0-9A-Fa-f]{2}|[!'()*+,\-.0-9:;=A-Z_a-z])*$/

/** `null`: no EPC URN of a GS1 key, or one whose digits do not add up. */
export function keyOfUrn(uri: string): Gs1Key | null {
  const found = /^urn:epc:(id|class|idpat):([a-z]+):(\d{6,12})\.(.*)$/.exec(uri)
  if (!found) return null
  const [, family = '', scheme = '', prefix = '', tail = ''] = found
  if ((family === 'class') !== (scheme === 'lgtin') || !digitsOf.has(scheme)) return null
  if (!inUrn.test(tail)) return null
  const encoded = tail.split('.')
  // Text references may hold dots of their own: only the schemes of a fixed number of parts are split.
  const parts = (scheme === 'giai' || scheme === 'ginc' ? [tail] : splitFor(scheme, encoded)).map(decoded)
  const [reference, ...rest] = parts
  if (reference === null || reference === undefined || rest.includes(null)) return null
  const digits = digitsOf.get(scheme) ?? 0
  if (digits > 0 && (prefix.length + reference.length !== digits || !/^\d*$/.test(reference))) return null
  const texts = rest.map((part) => part ?? '')
  return family === 'idpat' ? patternKey(scheme, prefix, [reference, ...texts]) : instanceKey(scheme, prefix, [reference, ...texts])
}

/** Serials may hold dots; everything behind the fixed parts is the serial. */
function splitFor(scheme: string, parts: readonly string[]): readonly string[] {
  const fixed = scheme === 'itip' ? 3 : 1
  if (scheme === 'cpi') return [parts.slice(0, -1).join('.'), parts.at(-1) ?? '']
  return parts.length <= fixed ? parts : [...parts.slice(0, fixed), parts.slice(fixed).join('.')]
}

function instanceKey(scheme: string, prefix: string, parts: readonly string[]): Gs1Key | null {
  const [reference = '', second, third, fourth] = parts
  const alone = parts.length === 1
  switch (scheme) {
    case 'sscc':
      return alone ? keyOf('00', indicatorFirst(prefix, reference), none) : null
    case 'pgln':
      return alone ? keyOf('417', closed(prefix + reference), none) : null
    case 'gsrn':
      return alone ? keyOf('8018', closed(prefix + reference), none) : null
    case 'gsrnp':
      return alone ? keyOf('8017', closed(prefix + reference), none) : null
    case 'gsin':
      return alone ? keyOf('402', closed(prefix + reference), none) : null
    case 'giai':
      return keyOf('8004', prefix + reference, none)
    case 'ginc':
      return keyOf('401', prefix + reference, none)
  }
  if (second === undefined || second === '') return null
  switch (scheme) {
    case 'sgtin':
      return keyOf('01', indicatorFirst(prefix, reference), one('21', second))
    case 'lgtin':
      return keyOf('01', indicatorFirst(prefix, reference), one('10', second))
    case 'upui':
      return keyOf('01', indicatorFirst(prefix, reference), one('235', second))
    case 'sgln':
      return keyOf('414', closed(prefix + reference), one('254', second))
    case 'grai':
      return keyOf('8003', `0${closed(prefix + reference)}${second}`, none)
    case 'gdti':
      return keyOf('253', closed(prefix + reference) + second, none)
    case 'sgcn':
      return keyOf('255', closed(prefix + reference) + second, none)
    case 'cpi':
      return keyOf('8010', prefix + reference, one('8011', second))
    case 'itip':
      return fourth === undefined ? null : keyOf('8006', `${indicatorFirst(prefix, reference)}${second}${third}`, one('21', fourth))
    default:
      return null
  }
}

/** A pattern ends with a star: the class without its serial. */
function patternKey(scheme: string, prefix: string, parts: readonly string[]): Gs1Key | null {
  const [reference = '', second, third, fourth] = parts
  if (scheme === 'itip') return fourth === '*' ? keyOf('8006', `${indicatorFirst(prefix, reference)}${second}${third}`, none) : null
  if (second !== '*') return null
  switch (scheme) {
    case 'sgtin':
    case 'upui':
      return keyOf('01', indicatorFirst(prefix, reference), none)
    case 'grai':
      return keyOf('8003', `0${closed(prefix + reference)}`, none)
    case 'gdti':
      return keyOf('253', closed(prefix + reference), none)
    case 'sgcn':
      return keyOf('255', closed(prefix + reference), none)
    case 'cpi':
      return keyOf('8010', prefix + reference, none)
    default:
      return null
  }
}

/** The digits among which the company prefix stands, so that its length can be asked for. */
export function prefixDigits({ ai, value }: Gs1Key): string {
  if (ai === '00' || ai === '01' || ai === '8006' || ai === '8003') return value.slice(1)
  return value
}

/** The URN of a key whose company prefix has `length` digits; `null` where EPC has no word for it. */
export function urnOf(key: Gs1Key, length: number): string | null {
  const { ai, value, qualifier } = key
  const finer = qualifier === null ? null : encodedForUrn(qualifier.value)
  const prefix = prefixDigits(key).slice(0, length)
  const withIndicator = (digits: number): string => `${prefix}.${value.slice(0, 1)}${value.slice(1 + length, digits - 1)}`
  const plain = (digits: number): string => `${prefix}.${value.slice(length, digits - 1)}`
  switch (ai) {
    case '00':
      return `urn:epc:id:sscc:${withIndicator(18)}`
    case '01':
      if (qualifier?.ai === '10') return `urn:epc:class:lgtin:${withIndicator(14)}.${finer}`
      if (qualifier?.ai === '235') return `urn:epc:id:upui:${withIndicator(14)}.${finer}`
      return finer === null ? `urn:epc:idpat:sgtin:${withIndicator(14)}.*` : `urn:epc:id:sgtin:${withIndicator(14)}.${finer}`
    case '253':
    case '255': {
      const scheme = ai === '253' ? 'gdti' : 'sgcn'
      return value.length > 13
        ? `urn:epc:id:${scheme}:${plain(13)}.${encodedForUrn(value.slice(13))}`
        : `urn:epc:idpat:${scheme}:${plain(13)}.*`
    }
    case '401':
      return `urn:epc:id:ginc:${prefix}.${encodedForUrn(value.slice(length))}`
    case '402':
      return `urn:epc:id:gsin:${plain(17)}`
    case '414':
      return `urn:epc:id:sgln:${plain(13)}.${finer ?? '0'}`
    case '417':
      return `urn:epc:id:pgln:${plain(13)}`
    default:
      return urnOfAsset(key, { prefix, length, finer })
  }
}

function urnOfAsset(
  { ai, value, qualifier }: Gs1Key,
  { prefix, length, finer }: { readonly prefix: string; readonly length: number; readonly finer: string | null },
): string | null {
  switch (ai) {
    case '8003': {
      const type = `${prefix}.${value.slice(1 + length, 13)}`
      return value.length > 14 ? `urn:epc:id:grai:${type}.${encodedForUrn(value.slice(14))}` : `urn:epc:idpat:grai:${type}.*`
    }
    case '8004':
      return `urn:epc:id:giai:${prefix}.${encodedForUrn(value.slice(length))}`
    case '8006': {
      const item = `${prefix}.${value.slice(0, 1)}${value.slice(1 + length, 13)}.${value.slice(14, 16)}.${value.slice(16, 18)}`
      if (qualifier?.ai === '10') return null
      return finer === null ? `urn:epc:idpat:itip:${item}.*` : `urn:epc:id:itip:${item}.${finer}`
    }
    case '8010': {
      const part = `${prefix}.${encodedForUrn(value.slice(length))}`
      return finer === null ? `urn:epc:idpat:cpi:${part}.*` : `urn:epc:id:cpi:${part}.${finer}`
    }
    case '8017':
    case '8018':
      return `urn:epc:id:${ai === '8017' ? 'gsrnp' : 'gsrn'}:${prefix}.${value.slice(length, 17)}`
    default:
      return null
  }
}
