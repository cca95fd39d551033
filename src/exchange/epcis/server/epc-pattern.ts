/*
Pure identity patterns (`urn:epc:idpat:sgtin:0614141.107346.*`) as patterns over the one form in which identifiers are kept. A pattern
gives the company prefix and what follows it; the kept form moves the first digit of the item reference to the front and adds the check digit.
*/
const KEYS: {
  readonly [scheme: string]: { readonly ai: string; readonly digits: number; readonly serial: string | null; readonly hasLead: boolean }
} = {
  sgtin: { ai: '01', digits: 14, serial: '21', hasLead: true },
  sscc: { ai: '00', digits: 18, serial: null, hasLead: true },
  grai: { ai: '8003', digits: 14, serial: '', hasLead: false },
  gdti: { ai: '253', digits: 13, serial: '', hasLead: false },
  sgln: { ai: '414', digits: 13, serial: '254', hasLead: false },
}
const BASE = 'https://id.gs1.org'
const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

/** Null where it is no pattern that we can answer. */
export function likeOfPattern(pattern: string): string | null {
  const found = /^urn:epc:idpat:([a-z]+):([^:]+)$/.exec(pattern)
  const key = KEYS[found?.[1] ?? '']
  if (!key || !found?.[2]) return null
  const [company = '*', reference = '*', serial = '*'] = found[2].split('.')
  // A star stands at the end only: after it nothing is fixed.
  if (company === '*' ? reference !== '*' || serial !== '*' : reference === '*' && key.serial !== null && serial !== '*') return null
  const number = keyDigits(key, company, reference)
  if (number === null) return null
  const tail = key.serial === null ? '' : key.serial === '' ? serialOf(serial) : `/${key.serial}/${serialOf(serial)}`
  return `${BASE}/${key.ai}/${key.ai === '8003' ? '0' : ''}${number}${tail}`
}
const serialOf = (serial: string): string => (serial === '*' ? '%' : escaped(encodeURIComponent(decodeURIComponent(serial))))
function keyDigits(
  key: { readonly digits: number; readonly hasLead: boolean; readonly ai: string },
  company: string,
  reference: string,
): string | null {
  const length = key.ai === '8003' ? 13 : key.digits
  if (company === '*') return '_'.repeat(length)
  if (!/^\d{6,12}$/.test(company) || !(reference === '*' || /^\d*$/.test(reference))) return null
  const known = reference === '*' ? '' : reference
  const lead = key.hasLead ? (reference === '*' ? '_' : known.slice(0, 1)) : ''
  const rest = key.hasLead ? known.slice(1) : known
  const head = `${lead}${company}${rest}`
  const missing = length - head.length
  return missing < 1 || (reference !== '*' && missing !== 1) ? null : `${head}${'_'.repeat(missing)}`
}
