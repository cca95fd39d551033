/*
The table of Annex II: for each risk what the guidance demands, what was reported and confirmed, where trade stands still. The split into
risks that stop and risks that are mitigated was read (V); that a plan has six months is from memory (U) and shown so.
*/
import { AnnexRisk } from '../../incidents/contract.ts'
import type { ReportSection, ReportTable } from '../contract.ts'
import { counted, section, table } from './lines.ts'
import type { ReportRecord } from './record.ts'

const STOPS: readonly string[] = ['A1a', 'A1b', 'A1c', 'A1d', 'A1e', 'A2']
export const RED_FLAGS = ['L1', 'L2', 'L3', 'L4', 'S1', 'S2', 'C1'] as const

export const stops = (code: string): boolean => STOPS.includes(code)

export function annexTable({ incidents, suspensions, risks }: Pick<ReportRecord, 'incidents' | 'suspensions' | 'risks'>): ReportTable {
  const rows = AnnexRisk.options.map((code) => {
    const found = incidents?.filter(({ risks }) => risks.includes(code)) ?? null
    const stopped = suspensions?.filter((one) => one.code === code) ?? null
    return [
      `risk.${code}`,
      stops(code) ? 'response.stop' : 'response.mitigate',
      stops(code) ? 'deadline.at-once' : 'deadline.six-months',
      risks?.filter((one) => one.code === code).length ?? null,
      found?.length ?? null,
      found?.filter(({ confirmed }) => confirmed).length ?? null,
      found?.filter(({ open }) => open).length ?? null,
      stopped?.length ?? null,
    ]
  })
  return table(
    'annex',
    [
      ['risk', 'word'],
      ['response', 'word'],
      ['deadline', 'word'],
      ['recorded', 'number', 'asked'],
      ['reported', 'number', 'asked'],
      ['confirmed', 'number', 'asked'],
      ['open', 'number', 'asked'],
      ['suspended', 'number', 'asked'],
    ],
    rows,
    { from: ['incidents', 'risks'], mark: 'U', who: 'risk-desk', where: '/incidents' },
  )
}

export function flagTable({ risks, suspensions }: Pick<ReportRecord, 'risks' | 'suspensions'>): ReportTable {
  const rows = RED_FLAGS.map((code) => [
    `flag.${code}`,
    risks?.filter((one) => one.code === code).length ?? null,
    risks?.filter((one) => one.code === code && one.endedOn === null).length ?? null,
    suspensions?.filter((one) => one.code === code).length ?? null,
  ])
  return table(
    'flags',
    [
      ['flag', 'word'],
      ['recorded', 'number', 'asked'],
      ['open', 'number', 'asked'],
      ['suspended', 'number', 'asked'],
    ],
    rows,
    { from: ['risks'], mark: 'V', who: 'risk-desk', where: '/risks' },
  )
}

export function suspensionTable({ suspensions, names, sites }: Pick<ReportRecord, 'suspensions' | 'names' | 'sites'>): ReportTable {
  const nameOf = (subject: NonNullable<typeof suspensions>[number]['subject']): string =>
    subject.kind === 'route'
      ? subject.route
      : subject.kind === 'site'
        ? (sites.find(({ id }) => id === subject.site)?.name ?? names.get(subject.site) ?? subject.site)
        : (names.get(subject.organisation) ?? subject.organisation)
  return table(
    'suspensions',
    [
      ['subject', 'text'],
      ['risk', 'word'],
      ['because', 'word'],
      ['since', 'day'],
    ],
    // By an incident that is not public: counted in the table of Annex II for who sees it, named to nobody.
    (suspensions ?? [])
      .flatMap((one) => (one.kept === true ? [] : [one]))
      .map((one) => [
        nameOf(one.subject),
        /^A/.test(one.code) ? `risk.${one.code}` : `flag.${one.code}`,
        `because.${one.because}`,
        one.since,
      ]),
    { from: ['risks'], mark: 'V' },
  )
}

/** Each risk with its evidence, its answer and its clock; nothing of who handles it. */
export const riskTable = ({ risks }: Pick<ReportRecord, 'risks'>): ReportTable =>
  table(
    'risks',
    [
      ['reference', 'text'],
      ['risk', 'word'],
      ['subject', 'text'],
      ['grade-of-evidence', 'word'],
      ['state', 'word'],
      ['since', 'day'],
      ['plan-adopted', 'day'],
      ['deadline', 'day'],
      ['ended', 'day'],
    ],
    (risks ?? []).map((one) => [
      ...[one.number, /^A/.test(one.code) ? `risk.${one.code}` : `flag.${one.code}`, one.subjectName, `grade.${one.grade}`],
      ...[`risk-state.${one.state}`, one.recordedOn, one.plan?.adoptedOn ?? null, one.plan?.deadline ?? null, one.endedOn],
    ]),
    { from: ['risks'], mark: 'V', who: 'risk-desk', where: '/risks' },
  )

export const annexRisks = (given: ReportRecord): readonly ReportSection[] => [
  section(given, 'annex', {
    lines: [
      counted('incidents', given.incidents, { from: ['incidents'], who: 'incident-desk', where: '/incidents' }),
      counted('open-incidents', given.incidents?.filter(({ open }) => open) ?? null, {
        from: ['incidents'],
        who: 'incident-desk',
        where: '/incidents',
      }),
      counted('suspensions', given.suspensions, { from: ['risks'], who: 'risk-desk', where: '/risks' }),
    ],
    tables: [annexTable(given), flagTable(given), riskTable(given), suspensionTable(given)],
    written: true,
  }),
]
