/*
The means of control of older editions, and where each went in 2024: some were merged, `meansOfControlOther` is no longer told. Older
files write 1, 0 and -99 (unknown); only a 1 says anything in 2024.
*/
import type { CtdcColumn } from './columns.ts'
import type { CtdcRow } from './microdata.ts'

export const olderMeans = {
  meansOfControlDebtBondage: 'meansDebtBondageEarnings',
  meansOfControlTakesEarnings: 'meansDebtBondageEarnings',
  meansOfControlThreats: 'meansThreats',
  meansOfControlUsesChildren: 'meansThreats',
  meansOfControlThreatOfLawEnforcement: 'meansThreats',
  meansOfControlPsychologicalAbuse: 'meansAbusePsyPhySex',
  meansOfControlPhysicalAbuse: 'meansAbusePsyPhySex',
  meansOfControlSexualAbuse: 'meansAbusePsyPhySex',
  meansOfControlFalsePromises: 'meansFalsePromises',
  meansOfControlPsychoactiveSubstances: 'meansDrugsAlcohol',
  meansOfControlRestrictsFinancialAccess: 'meansDenyBasicNeeds',
  meansOfControlRestrictsMovement: 'meansDenyBasicNeeds',
  meansOfControlRestrictsMedicalCare: 'meansDenyBasicNeeds',
  meansOfControlWithholdsNecessities: 'meansDenyBasicNeeds',
  meansOfControlExcessiveWorkingHours: 'meansExcessiveWorkHours',
  meansOfControlWithholdsDocuments: 'meansWithholdDocs',
} as const satisfies { readonly [older: string]: CtdcColumn }
/** Read, and told nowhere. */
export const DROPPED = 'meansOfControlOther'

export type OlderMeans = keyof typeof olderMeans
export const isOlderMeans = (name: string): name is OlderMeans => Object.hasOwn(olderMeans, name)
const VALUES: readonly string[] = ['', 'NULL', '0', '1', '-99']

export interface MergedMeans {
  readonly means: Pick<CtdcRow, (typeof olderMeans)[OlderMeans]>
  readonly complaints: readonly { readonly row: number; readonly field: string; readonly problem: 'unknown-value' | 'unknown-means' }[]
}

const noMeans: MergedMeans['means'] = {
  ...{ meansDebtBondageEarnings: null, meansThreats: null, meansAbusePsyPhySex: null, meansFalsePromises: null },
  ...{ meansDrugsAlcohol: null, meansDenyBasicNeeds: null, meansExcessiveWorkHours: null, meansWithholdDocs: null },
}

/** `cells`: by the older column's name, as written in the file. */
export function mergeOlderMeans(cells: { readonly [older: string]: string }, row: number): MergedMeans {
  const means: { [Column in (typeof olderMeans)[OlderMeans]]: string | null } = { ...noMeans }
  const complaints: { row: number; field: string; problem: 'unknown-value' | 'unknown-means' }[] = []
  for (const [name, cell] of Object.entries(cells)) {
    if (!name.startsWith('meansOfControl')) continue
    const value = cell.trim()
    if (!VALUES.includes(value)) complaints.push({ row, field: name, problem: 'unknown-value' })
    if (isOlderMeans(name)) means[olderMeans[name]] = value === '1' ? '1' : means[olderMeans[name]]
    else if (name !== DROPPED) complaints.push({ row, field: name, problem: 'unknown-means' })
  }
  return { means, complaints }
}
