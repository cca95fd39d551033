/*
Two published cases as figures, so that anybody can see the rules speak on real numbers: Kalimbi (Sud-Kivu), August to October 2017, where
traders recorded more than the mines, and national coltan, where exports were above production. They are read and shown, never stored
among the facts of a country, and they name no person and no firm. For 2020 to 2023 the source says only that exports were above
production in every year; what it does not give in figures stays empty here and no rule is asked about it.
*/
export const sources = {
  kalimbi: { key: 'kalimbi-2017', evidence: 'V' },
  coltan: { key: 'coltan-2024', evidence: 'V' },
} as const

const month = (of: string, boughtKilograms: number, producedKilograms: number) => ({
  ...{ group: 'Kalimbi', month: of, boughtGrams: boughtKilograms * 1_000, producedGrams: producedKilograms * 1_000 },
})
export const kalimbiMonths = [month('2017-08', 22_307, 19_946), month('2017-09', 27_340, 22_753), month('2017-10', 17_178, 9_543)]

const TONNE = 1_000_000
/** Years of which the source says only that exports were above production. */
export const coltanYearsWithoutFigures = ['2020', '2021', '2022', '2023'] as const
export const coltanYears = [
  { area: 'RDC', period: '2024-01/2024-09', mineral: 'Ta', exportedGrams: 2_485 * TONNE, producedGrams: 872 * TONNE, openingGrams: 0 },
]
/** Exports of 2023 as published (section 16): shown beside, without production to compare. */
export const coltanExports2023Grams = 1_918 * TONNE
