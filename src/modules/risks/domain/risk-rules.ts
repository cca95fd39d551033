/*
How the guidance answers each risk, and what each red flag makes one ask; data with a date, a source and a mark. Whatever is not V is a default
and is shown as such. It refuses to know any case.
*/
import type { Evidence, Rulebook } from '../../../kernel/rulebook.ts'
import type { EvidenceGrade, RedFlag, RiskCode, RiskResponse } from '../contract.ts'
import type { AnnexRisk } from '../../incidents/contract.ts'

interface Rule {
  readonly response: RiskResponse
  readonly evidence: Evidence
  readonly source: string
}
const ANNEX = 'OECD due diligence guidance, Annex II'
const STOP: Rule = { response: 'stop', evidence: 'V', source: `${ANNEX}: suspend or disengage at once on reasonable risk` }
const MITIGATE: Rule = { response: 'mitigate', evidence: 'V', source: `${ANNEX}: measurable plan, end after failed mitigation` }
const flag = (evidence: Evidence): Rule => ({ response: 'enhanced', evidence, source: 'OECD due diligence guidance, red flags' })

export const annexRules: { readonly [Code in AnnexRisk]: Rule } = {
  A1a: STOP,
  A1b: STOP,
  A1c: STOP,
  A1d: STOP,
  A1e: STOP,
  A2: STOP,
  A3: MITIGATE,
  A4: MITIGATE,
  A5: MITIGATE,
  A6: MITIGATE,
}
export const flagRules: { readonly [Flag in RedFlag]: Rule } = {
  L1: flag('V'),
  L2: flag('V'),
  L3: flag('V'),
  L4: flag('U'),
  S1: flag('U'),
  S2: flag('U'),
  C1: flag('U'),
}
export const ruleOf = (code: RiskCode): Rule => ({ ...annexRules, ...flagRules })[code]

/** The numbers; each tenant's choice of months may only be shorter by plan. */
export const riskRulebook = {
  id: 'oecd-annex-2-1',
  from: '2011-01-01',
  title: 'Annex II: answers and clocks',
  values: {
    planMonths: { value: 6, evidence: 'U', source: `${ANNEX}: six months from the adoption of the plan; wording not verified` },
    /** Paragraphs 11 to 14 say a reasonable time; that it is never longer than for A3 is ours. */
    reasonableMonths: { value: 6, evidence: 'D', source: 'proposal of this project' },
    caseDays: { value: 30, evidence: 'D', source: 'proposal of this project: a case of a red flag is answered within so many days' },
    warnDays: { value: 30, evidence: 'D', source: 'proposal of this project: a plan is told so many days before its end' },
    lastWarnDays: { value: 7, evidence: 'D', source: 'proposal of this project: and once more so many days before' },
    readingsFrom: {
      value: 'reasonable',
      evidence: 'D',
      source: 'proposal of this project: a reading counts towards success from this grade on',
    },
    secondPersonForSuccess: {
      ...{ value: true, evidence: 'D' },
      source: 'proposal of this project: who recorded a last reading does not call the plan a success',
    },
    sourcedMonths: { value: 12, evidence: 'U', source: 'red flag S2: sourced within the last twelve months' },
    /** From which grade a stopping risk stops. */
    stopsFrom: { value: 'reasonable', evidence: 'V', source: `${ANNEX}: where a reasonable risk is identified` },
  },
} as const satisfies Rulebook<{
  readonly [name: string]: { readonly value: unknown; readonly evidence: Evidence; readonly source: string }
}>

const RANK: { readonly [Grade in EvidenceGrade]: number } = { alleged: 0, reasonable: 1, established: 2 }
export const stops = (code: RiskCode, grade: EvidenceGrade): boolean =>
  ruleOf(code).response === 'stop' && RANK[grade] >= RANK[riskRulebook.values.stopsFrom.value]

export const gradeCounts = (grade: EvidenceGrade): boolean => RANK[grade] >= RANK[riskRulebook.values.readingsFrom.value]

/** What is asked once a flag is there (D): words of the questions are `risk.ask.<key>`. */
export const asksOf: { readonly [Flag in RedFlag]: readonly string[] } = {
  L1: ['site-visited', 'armed-actors', 'route-known', 'taxes-paid'],
  L2: ['figures-compared', 'stocks-seen', 'other-origin'],
  L3: ['export-papers', 'route-known', 'border-controls'],
  L4: ['scrap-proved', 'refiner-known'],
  S1: ['supplier-place', 'supplier-interests', 'supplier-owners'],
  S2: ['supplier-lots', 'supplier-papers', 'site-visited'],
  C1: ['what-happened', 'who-benefits', 'second-source'],
}
export const isFlag = (code: RiskCode): code is RedFlag => Object.hasOwn(flagRules, code)
