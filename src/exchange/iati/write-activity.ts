/*
A project as an activity of IATI 2.03: who pays and who acts, days, money, and results with baseline, target and what was reached by quarter. It holds locked values as they were told, no
point, no place below a province, no name of a person; and of a project that protects people only the country and the province.
*/
import { addDays, addMonths } from '../../kernel/calendar.ts'
import type { BudgetLine, OpenProject, PlanResult } from '../../modules/projects/contract.ts'
import type { ProjectPublication, PublishedIndicator } from '../../modules/projects/contract-publication.ts'
import { type XmlNode, node, xmlText } from './xml.ts'

export interface IatiFacts {
  /** Two letters of the country, for projects whose provinces have no P-code. */
  readonly country: string
  readonly madeAt: string
}
/** Codes of the standard's lists. */
const ORG_ROLE = { funding: '1', implementing: '4' } as const
const DATE_TYPE = { plannedStart: '1', plannedEnd: '3' } as const
const RESULT_TYPE = { objective: '3', outcome: '2', output: '1' } as const
const MEASURE = { number: '1', percent: '2', score: '1' } as const
/** Purpose codes of the DAC. */
const SECTOR: { readonly [sector: string]: string } = {
  ...{
    protection: '15160',
    mining: '32210',
    livelihoods: '16020',
    coordination: '15110',
    education: '11110',
    health: '12110',
    peace: '15220',
  },
}
const XML_LANG = 'xml:lang'

export function iatiXml(project: ProjectPublication, facts: IatiFacts): string {
  const root = node('iati-activities', { version: '2.03', 'generated-datetime': facts.madeAt.replace(/\.\d+Z$/, 'Z') }, [
    activityOf(project, facts),
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(root)}\n`
}

type Said = { readonly fr: string; readonly en?: string | undefined }
const narratives = ({ fr, en }: Said): readonly XmlNode[] => [
  node('narrative', { [XML_LANG]: 'fr' }, [fr]),
  ...(en === undefined ? [] : [node('narrative', { [XML_LANG]: 'en' }, [en])]),
]
const called = (name: string, said: Said, facts: { readonly [key: string]: string } = {}): XmlNode => node(name, facts, narratives(said))

function activityOf(project: ProjectPublication, { country, madeAt }: IatiFacts): XmlNode {
  const { opened, results, budget, activities } = project
  const own = opened.implementerRef ?? `${country}-CHANZO-${slug(opened.implementer)}`
  const org = (name: string, ref: string | undefined, role: string): XmlNode =>
    node('participating-org', { ...(ref === undefined ? {} : { ref }), role }, [node('narrative', {}, [name])])
  const objective = results.find(({ level }) => level === 'objective')
  return node(
    'iati-activity',
    { 'last-updated-datetime': madeAt.replace(/\.\d+Z$/, 'Z'), 'default-currency': budget[0]?.currency ?? 'USD', [XML_LANG]: 'fr' },
    [
      node('iati-identifier', {}, [`${own}-${slug(opened.code)}`]),
      node('reporting-org', { ref: own, type: '22' }, [node('narrative', {}, [opened.implementer])]),
      called('title', opened.title),
      called('description', objective?.statement ?? opened.title, { type: '1' }),
      org(opened.donor, opened.donorRef, ORG_ROLE.funding),
      org(opened.implementer, opened.implementerRef, ORG_ROLE.implementing),
      ...othersIn(project).map((name) => org(name, undefined, ORG_ROLE.implementing)),
      node('activity-status', { code: statusOf(project, madeAt) }, []),
      node('activity-date', { type: DATE_TYPE.plannedStart, 'iso-date': opened.startsOn }, []),
      node('activity-date', { type: DATE_TYPE.plannedEnd, 'iso-date': opened.endsOn }, []),
      ...placesOf(project, country),
      ...sectorsOf(activities),
      ...budget.flatMap((line) => budgetsOf(line, opened)),
      ...results.flatMap((result) => resultOf(result, project)),
    ],
  )
}
/** A budget of the standard lasts a year at most: a line is spread over the years of the project by their days (D), the cents of all years are those of the line. */
function budgetsOf({ currency, cents }: BudgetLine, { startsOn, endsOn }: OpenProject): readonly XmlNode[] {
  const found: XmlNode[] = []
  const all = daysFrom(startsOn, endsOn)
  let told = 0
  for (let year = 0, from = startsOn; from <= endsOn; year += 1, from = addMonths(startsOn, 12 * year)) {
    const end = addDays(addMonths(startsOn, 12 * (year + 1)), -1)
    const until = end < endsOn ? end : endsOn
    const upTo = Math.round((cents * daysFrom(startsOn, until)) / all)
    found.push(
      node('budget', {}, [
        node('period-start', { 'iso-date': from }, []),
        node('period-end', { 'iso-date': until }, []),
        node('value', { currency, 'value-date': from }, [((upTo - told) / 100).toFixed(2)]),
      ]),
    )
    told = upTo
  }
  return found
}
const daysFrom = (from: string, until: string): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1
/** Who carries out an activity beside who carries the project. */
const othersIn = ({ opened, activities }: ProjectPublication): readonly string[] =>
  [...new Set(activities.flatMap(({ implementer }) => implementer ?? []))].filter((name) => name !== opened.implementer)
const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toUpperCase()
const statusOf = ({ opened }: ProjectPublication, madeAt: string): string => {
  const day = madeAt.slice(0, 10)
  return day < opened.startsOn ? '1' : day <= opened.endsOn ? '2' : '3'
}
/** Provinces alone, and only those with a P-code. */
function placesOf({ activities }: ProjectPublication, country: string): readonly XmlNode[] {
  const provinces = [...new Map(activities.map(({ province }) => [province.code, province])).values()].filter(({ code }) =>
    /^(?!X)[A-Z]{2}\d{2}$/.test(code),
  )
  const countries = new Set(provinces.map(({ code }) => code.slice(0, 2)))
  // Nobody wrote which share of the money goes to which of several countries: all are named, and no share is made up.
  const named = countries.size === 0 ? [country] : [...countries].toSorted()
  return [
    ...named.map((code) => node('recipient-country', { code }, [])),
    ...provinces.map(({ code, name }) =>
      node('location', {}, [
        node('name', {}, [node('narrative', {}, [name])]),
        node('administrative', { vocabulary: '99', code, level: '1' }, []),
      ]),
    ),
  ]
}
function sectorsOf(activities: ProjectPublication['activities']): readonly XmlNode[] {
  const counts = new Map<string, number>()
  for (const { sector } of activities) counts.set(SECTOR[sector] ?? '15110', (counts.get(SECTOR[sector] ?? '15110') ?? 0) + 1)
  const codes = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
  let left = 100
  return codes.map(([code, count], at) => {
    const percentage = at === codes.length - 1 ? left : Math.round((100 * count) / activities.length)
    left -= percentage
    return node('sector', { vocabulary: '1', code, percentage: String(percentage) }, [])
  })
}

function resultOf({ id, level, statement }: PlanResult, { indicators, opened }: ProjectPublication): readonly XmlNode[] {
  const own = indicators.filter(({ indicator }) => indicator.result === id)
  // The standard wants an indicator in every result.
  if (own.length === 0) return []
  return [node('result', { type: RESULT_TYPE[level] }, [called('title', statement), ...own.map((one) => indicatorOf(one, opened.endsOn))])]
}
function indicatorOf({ indicator, values }: PublishedIndicator, endsOn: string): XmlNode {
  const { unit, direction, statement, baseline, target } = indicator
  const facts = { measure: MEASURE[unit], ascending: direction === 'up' ? '1' : '0' }
  const base = baseline.value === null ? {} : { value: String(baseline.value) }
  const told = values.filter((one) => one.told.value !== null)
  return node('indicator', facts, [
    called('title', statement),
    node('baseline', { year: baseline.on.slice(0, 4), 'iso-date': baseline.on, ...base }, []),
    ...told.map(({ from, until, told: { value }, parts }) => {
      const milestone = [...indicator.milestones, target].find(({ on }) => on === (until > endsOn && from <= endsOn ? endsOn : until))
      return node('period', {}, [
        node('period-start', { 'iso-date': from }, []),
        node('period-end', { 'iso-date': until }, []),
        ...(milestone === undefined ? [] : [node('target', { value: String(milestone.value) }, [])]),
        node('actual', { value: String(value) }, []),
        ...parts
          .filter((one) => one.value !== null)
          .map((one) => node('actual', { value: String(one.value) }, [node('dimension', { name: one.by, value: one.key }, [])])),
      ])
    }),
  ])
}
