/*
What an organisation may know of its own work in numbers. Every count of people under five is withheld, also to who supervises: a screen is seen by
others, and a list is printed; to who monitors, every count under ten, and what is told is rounded down. A share is told only where neither its part nor its rest is so small, because with the share the part could be worked out.
*/
import { type CellRule, floored, inside } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { safeTable } from '../../../../kernel/disclosure/safe-table.ts'
import type { Figure, FigureTable } from '../../contract-statistics.ts'
import { OPEN_CASE } from '../case/case-machine.ts'
import { clockFacesOf } from '../case/case-clocks.ts'
import { type IndicatorFacts, type Indicators, type Share, indicatorsOf, shareOf } from '../case/indicators.ts'
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

export interface Figures {
  readonly figures: readonly Figure[]
  readonly tables: readonly FigureTable[]
}
export function figuresOf(facts: FigureFacts, rule: CellRule = inside): Figures {
  const counted = indicatorFacts(facts)
  // Who was forgotten is counted in the first number as in the tables: their difference would be the forgotten ones.
  const all = counted.cases.length + facts.tallies.length
  return { figures: shownFigures({ found: indicatorsOf(counted), counted, all }, rule), tables: tablesOf(facts, rule) }
}

const shares = [
  ...(['highRiskSeenInTime', 'plansApprovedInTime', 'followUpsInTime', 'referralsAccepted', 'referralsCompleted'] as const),
  ...(['closuresWithGoalsMet', 'feedbackGiven'] as const),
]
interface Found {
  readonly found: Indicators
  readonly counted: IndicatorFacts
  readonly all: number
}
function shownFigures({ found, counted, all }: Found, rule: CellRule): readonly Figure[] {
  const few = (count: number): boolean => count < rule.least
  const number = (figure: string, count: number): Figure =>
    few(count) ? { ...plain(figure), isWithheld: true } : { ...plain(figure), value: floored(count, rule.floorTo) }
  const days = (figure: 'medianDaysToService' | 'medianDaysOpen', of: number): Figure => {
    const value = found[figure]
    return { ...plain(figure), unit: 'days', value: few(of) || value === null ? null : Math.round(value), isWithheld: few(of) && of > 0 }
  }
  return [
    number('cases', all),
    // Of workers, not of persons; but with how many workers there are it would tell how many cases.
    ...(rule.floorTo > 1 ? [] : [{ ...plain('casesPerWorker'), unit: 'hundredths' as const, value: found.casesPerWorker }]),
    ...shares.map((figure) => shownShare(figure, found[figure], rule)),
    days('medianDaysToService', counted.referrals.filter((one) => one.serviceAt !== null).length),
    days('medianDaysOpen', counted.cases.filter((one) => one.closedAt !== null).length),
    ...(['withdrawals', 'overrides'] as const).map((figure) => number(figure, found[figure])),
  ]
}
const plain = (figure: string): Figure => ({ figure, unit: 'number', value: null, count: null, of: null, isWithheld: false })

export function shownShare(figure: string, { count, of }: Share, { least, floorTo }: CellRule = inside): Figure {
  const base: Figure = { ...plain(figure), unit: 'share' }
  if (of === 0) return base
  if (of < least) return { ...base, isWithheld: true }
  // All and none are told as little as few: each of them tells about everybody.
  const isTold = count >= least && of - count >= least
  const told = { count: floored(count, floorTo), of: floored(of, floorTo) }
  // A share of the numbers told, never of those counted: it would tell them again.
  return isTold ? { ...base, value: shareOf(told.count, told.of).share, ...told } : { ...base, of: told.of, isWithheld: true }
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
function tablesOf(facts: FigureFacts, rule: CellRule): readonly FigureTable[] {
  const coded = codedOf(facts)
  const types = [...new Set(coded.map((one) => one.type))].toSorted()
  const table = (name: FigureTable['table'], by: 'gender' | 'province'): FigureTable => {
    const columns = [...new Set(coded.map((one) => one[by]))].toSorted()
    const counts = types.map((type) => columns.map((column) => coded.filter((one) => one.type === type && one[by] === column).length))
    const cells = safeTable(counts, rule).map((row) => row.map((cell) => ('shown' in cell ? cell.shown : null)))
    return { table: name, columns, rows: cells.map((row, at) => ({ row: types[at] ?? 'all', cells: [...row] })) }
  }
  return coded.length === 0 ? [] : [table('type-by-gender', 'gender'), table('type-by-province', 'province')]
}
