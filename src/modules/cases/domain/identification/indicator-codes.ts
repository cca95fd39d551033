/*
The codes of the ILO/EC operational indicators (2009) and of the eleven ILO indicators (2012), as lists only: what each weighs stands in a
dated instrument, what each is called in the labels. The order is that of the source and decides every order that a reader sees.
*/
export const dimensions = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'] as const
export type Dimension = (typeof dimensions)[number]

const d1 = [
  'D1.JOB',
  'D1.WAGE',
  'D1.COND',
  'D1.CONTRACT',
  'D1.HOUSING',
  'D1.STATUS',
  'D1.TRAVEL',
  'D1.FAMILY',
  'D1.MARRIAGE',
  'D1.EDU',
] as const
const d2 = [
  ...(['D2.VIOLENCE', 'D2.THREAT', 'D2.ABDUCT', 'D2.DEBT', 'D2.DOCS'] as const),
  ...(['D2.CONFINE', 'D2.DENOUNCE', 'D2.SHAME', 'D2.FAMVIOL', 'D2.MONEY'] as const),
] as const
const d3 = [
  ...(['D3.FAMDIFF', 'D3.PERSONAL', 'D3.ILLEGAL', 'D3.DEPEND', 'D3.LANG', 'D3.AUTH', 'D3.INFO', 'D3.PAST'] as const),
  ...(['D3.CONTROL', 'D3.TRAVELORG', 'D3.ECON', 'D3.BELIEF', 'D3.FALSEMIG', 'D3.CONTEXT', 'D3.FALSELAW', 'D3.FAMILY'] as const),
] as const
const d4 = [
  ...(['D4.HOURS', 'D4.LOWPAY', 'D4.WAGEMAN', 'D4.LIVING', 'D4.VERYBAD'] as const),
  ...(['D4.HAZARD', 'D4.NOLAW', 'D4.NOSOC', 'D4.NOEDU'] as const),
] as const
const d5 = [
  ...(['D5.DOCS', 'D5.DEBT', 'D5.CONFINE', 'D5.VIOLENCE', 'D5.THREAT', 'D5.ILLICIT', 'D5.TASKS', 'D5.INFLUENCE'] as const),
  ...(['D5.PEERS', 'D5.LIE', 'D5.DENOUNCE', 'D5.WORSE', 'D5.FAMVIOL', 'D5.WAGES', 'D5.SHAME'] as const),
] as const
const d6 = ['D6.DEPEND', 'D6.UNKNOWN', 'D6.ECON', 'D6.FAMILY', 'D6.AUTH', 'D6.PAST', 'D6.PERSONAL'] as const

export const indicatorCodes = [...d1, ...d2, ...d3, ...d4, ...d5, ...d6] as const
export type IndicatorCode = (typeof indicatorCodes)[number]
export const codesOf: { readonly [dimension in Dimension]: readonly IndicatorCode[] } = { D1: d1, D2: d2, D3: d3, D4: d4, D5: d5, D6: d6 }

const places = new Map<IndicatorCode, number>(indicatorCodes.map((code, at) => [code, at]))
export const inOrder = (a: IndicatorCode, b: IndicatorCode): number => (places.get(a) ?? 0) - (places.get(b) ?? 0)

/** A screening aid in plain words: one may be enough, several may not be; how many there are decides nothing. */
export const iloIndicators = [
  ...(['ABUSE_OF_VULNERABILITY', 'DECEPTION', 'RESTRICTION_OF_MOVEMENT', 'ISOLATION', 'PHYSICAL_OR_SEXUAL_VIOLENCE'] as const),
  ...(['INTIMIDATION_AND_THREATS', 'RETENTION_OF_DOCUMENTS', 'WITHHOLDING_OF_WAGES', 'DEBT_BONDAGE'] as const),
  ...(['ABUSIVE_CONDITIONS', 'EXCESSIVE_OVERTIME'] as const),
] as const
export type IloIndicator = (typeof iloIndicators)[number]
