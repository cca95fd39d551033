/* Whether the path of an address can be a key of GS1, with its check digit. Written here and not taken from EPCIS: folders of exchanges do not meet. */
const LENGTHS: { readonly [key: string]: number } = { '00': 18, '01': 14, '402': 17, '414': 13, '417': 13, '8017': 18, '8018': 18 }
const QUALIFIERS: { readonly [key: string]: readonly string[] } = {
  '01': ['22', '10', '21', '235'],
  '414': ['254', '7040'],
  '417': ['7040'],
  '8017': ['8019'],
  '8018': ['8019'],
}
const TEXT = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,30}$/

export function isGs1Path([key = '', value = '', ...rest]: readonly string[]): boolean {
  if (value.length !== LENGTHS[key] || !/^\d+$/.test(value) || !hasRightDigit(value)) return false
  const [name = '', part = ''] = rest
  return rest.length === 0 || (rest.length === 2 && (QUALIFIERS[key] ?? []).includes(name) && TEXT.test(part))
}

/** Weights 3 and 1 from the right. */
function hasRightDigit(value: string): boolean {
  const digits = value.slice(0, -1)
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) sum += Number(digits[digits.length - 1 - place]) * (place % 2 === 0 ? 3 : 1)
  return (10 - (sum % 10)) % 10 === Number(value.at(-1))
}
