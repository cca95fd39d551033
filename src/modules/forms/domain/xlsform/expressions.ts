/*
Looks at the conditions and calculations of a form before a phone does: brackets and quotes closed, functions known. It does not compute.
*/
const FUNCTIONS = new Set(
  `if coalesce once selected selected-at count-selected jr:choice-name regex string-length substr substring substring-before substring-after contains
  starts-with ends-with concat join translate normalize-space string number int round boolean boolean-from-string not true false sum count
  count-non-empty max min pow abs sqrt exp exp10 log log10 sin cos tan asin acos atan atan2 pi ceiling floor today now date date-time decimal-date-time
  decimal-time format-date format-date-time position instance current indexed-repeat area distance random randomize uuid checklist weighted-checklist
  digest last name`.split(/\s+/),
)
const OPERATORS = new Set(['and', 'or', 'div', 'mod'])

export interface ExpressionFault {
  readonly code: 'expression-not-closed' | 'unknown-function'
  readonly what: string
}

/** Strings and references are taken out, so that their content is not read as words. */
const bare = (expression: string): string => expression.replaceAll(/\$\{[^}]*\}/g, ' 0 ')

export function expressionFault(expression: string): ExpressionFault | null {
  const stripped = withoutStrings(bare(expression))
  if (stripped === null) return { code: 'expression-not-closed', what: "'" }
  const bracket = openBracket(stripped)
  if (bracket !== null) return { code: 'expression-not-closed', what: bracket }
  if (stripped.includes('${')) return { code: 'expression-not-closed', what: '${' }
  for (const [, name = ''] of stripped.matchAll(/([A-Za-z][\w-]*(?::[\w-]+)?)\s*\(/g))
    if (!OPERATORS.has(name) && !FUNCTIONS.has(name)) return { code: 'unknown-function', what: name }
  return null
}

function withoutStrings(text: string): string | null {
  const stripped = text.replaceAll(/'[^']*'|"[^"]*"/g, ' 0 ')
  return /['"]/.test(stripped) ? null : stripped
}

const PAIRS: { readonly [closing: string]: string } = { ')': '(', ']': '[' }
function openBracket(text: string): string | null {
  const open: string[] = []
  for (const [character] of text.matchAll(/[()[\]]/g)) {
    const opening = PAIRS[character]
    if (opening === undefined) open.push(character)
    else if (open.pop() !== opening) return character
  }
  return open.at(-1) ?? null
}

/** The names in a choice filter that must be columns of the list. */
export function columnsIn(filter: string): readonly string[] {
  const stripped = withoutStrings(bare(filter)) ?? ''
  return [...stripped.matchAll(/(?<![\w/:.-])([A-Za-z_][\w.-]*)(?!\s*\(|[\w/:.-])/g)]
    .map(([, name = '']) => name)
    .filter((name) => !OPERATORS.has(name))
}
