/*
What an organisation may know of its own work in numbers. Every count of people under five is withheld, also to who supervises: a screen is seen by
others, and a list is printed. A share is told only where neither its part nor its rest is so small, because with the share the part could be worked out.
*/
import { inside } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { safeTable } from '../../../../kernel/disclosure/safe-table.ts'
import type { Figure, FigureTable } from '../../contract-statistics.ts'
import { OPEN_CASE } from '../case/case-machine.ts'
import { clockFacesOf } from '../case/case-clocks.ts'
import { type IndicatorFacts, type Indicators, type Share, indicatorsOf } from '../case/indicators.ts'
import type { Setting } from '../clocks/clock.ts'
import type { CaseWhole } from '../file/file-state.ts'
import type { AnonymousFacts } from '../retention/shredding.ts'

export interface FigureFacts {
  readonly cases: readonly CaseWhole[]
  readonly tallies: readonly AnonymousFacts[]
  readonly setting: Setting
  readonly bedNights: IndicatorFacts['bedNights']
}

export function indicatorFacts({ cases, setting, bedNights }: FigureFacts): IndicatorFacts {
  const files = cases.map((one) => one.file)
  const referrals = files.flatMap((file) => [...file.referrals.values()])
  return {
    workers: new Set(files.flatMap(({ owner, standing }) => (owner !== null && isOpen(standing.at) ? [owner] : []))).size,
    supervisors: 0,
    cases: files.flatMap(({ standing, owner, openedAt, closedAt, closureReason }) =>
      standing.at === null || openedAt === null
        ? []
        : [{ state: standing.at, isOpen: isOpen(standing.at), hasOwner: owner !== null, openedAt, closedAt, closureReason }],
    ),
    faces: files.flatMap((file) => clockFacesOf(file, setting)),
    referrals: referrals.flatMap(({ sentAt, state, answeredAt, feedback }) =>
      sentAt === null
        ? []
        : [
            {
              ...{ sentAt, isAnswered: answeredAt !== null, isAccepted: ['accepted', 'in-service', 'done'].includes(state) },
              ...{ isDone: state === 'done', serviceAt: state === 'done' ? answeredAt : null, hasFeedback: feedback !== null },
            },
          ],
    ),
    withdrawals: files.filter(({ standing }) => standing.at === 'consent-withdrawn').length,
    overrides: files.reduce((sum, { consents }) => sum + consents.overrides.size, 0),
    bedNights,
    grants: [],
  }
}
const isOpen = (state: string | null): boolean => OPEN_CASE.some((one) => one === state)

export function figuresOf(facts: FigureFacts): { readonly figures: readonly Figure[]; readonly tables: readonly FigureTable[] } {
  const found = indicatorsOf(indicatorFacts(facts))
  return { figures: shownFigures(found, facts.cases.length), tables: tablesOf(facts) }
}

const shares = [
  ...(['highRiskSeenInTime', 'plansApprovedInTime', 'followUpsInTime', 'referralsAccepted', 'referralsCompleted'] as const),
  ...(['closuresWithGoalsMet', 'feedbackGiven'] as const),
]
function shownFigures(found: Indicators, all: number): readonly Figure[] {
  const isFew = all < inside.least
  const days = (figure: 'medianDaysToService' | 'medianDaysOpen'): Figure => {
    const value = found[figure]
    return {
      ...plain(figure),
      unit: 'days',
      value: isFew || value === null ? null : Math.round(value),
      isWithheld: isFew && value !== null,
    }
  }
  return [
    { ...plain('cases'), ...(isFew ? { isWithheld: true } : { value: all }) },
    { ...plain('casesPerWorker'), unit: 'hundredths', value: found.casesPerWorker },
    ...shares.map((figure) => shownShare(figure, found[figure])),
    ...[days('medianDaysToService'), days('medianDaysOpen')],
    ...(['withdrawals', 'overrides'] as const).map((figure) =>
      found[figure] < inside.least ? { ...plain(figure), isWithheld: true } : { ...plain(figure), value: found[figure] },
    ),
  ]
}
const plain = (figure: string): Figure => ({ figure, unit: 'number', value: null, count: null, of: null, isWithheld: false })

export function shownShare(figure: string, { count, of, share }: Share): Figure {
  const base: Figure = { ...plain(figure), unit: 'share' }
  if (of === 0) return base
  if (of < inside.least) return { ...base, isWithheld: true }
  // All and none are told as little as few: each of them tells about everybody.
  const isTold = count >= inside.least && of - count >= inside.least
  return isTold ? { ...base, value: share, count, of } : { ...base, of, isWithheld: true }
}

interface Coded {
  readonly type: string
  readonly gender: string
  readonly province: string
}
const codedOf = ({ cases, tallies }: FigureFacts): readonly Coded[] => [
  ...cases.flatMap(({ file, profile }) =>
    file.type === null ? [] : [{ type: file.type, gender: profile?.gender ?? 'NonSpecifiedUnknown', province: file.provinceCode ?? '-' }],
  ),
  // Who was forgotten is still counted.
  ...tallies.map(({ type, gender, provinceCode }) => ({ type, gender, province: provinceCode ?? '-' })),
]
function tablesOf(facts: FigureFacts): readonly FigureTable[] {
  const coded = codedOf(facts)
  const types = [...new Set(coded.map((one) => one.type))].toSorted()
  const table = (name: FigureTable['table'], by: 'gender' | 'province'): FigureTable => {
    const columns = [...new Set(coded.map((one) => one[by]))].toSorted()
    const counts = types.map((type) => columns.map((column) => coded.filter((one) => one.type === type && one[by] === column).length))
    const cells = safeTable(counts, inside).map((row) => row.map((cell) => ('shown' in cell ? cell.shown : null)))
    return { table: name, columns, rows: cells.map((row, at) => ({ row: types[at] ?? 'all', cells: [...row] })) }
  }
  return coded.length === 0 ? [] : [table('type-by-gender', 'gender'), table('type-by-province', 'province')]
}
