/*
What an organisation may know of its own work in numbers. Every count of people under five is withheld, also to who supervises: a screen is seen by
others, and a list is printed; to who monitors, every count under ten, and what is told is rounded down. A share is told only where neither its part nor its rest is so small, because with the share the part could be worked out.
*/
import { type CellRule, floored, inside } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { safeTable } from '../../../../kernel/disclosure/safe-table.ts'
import type { Figure, FigureTable } from '../../contract-statistics.ts'
import { OPEN_CASE } from '../case/case-machine.ts'
import { CaseType } from '../case/case-words.ts'
import { clockFacesOf } from '../case/case-clocks.ts'
import { type IndicatorFacts, type Indicators, type Share, indicatorsOf, shareOf } from '../case/indicators.ts'
import type { Setting } from '../clocks/clock.ts'
import { ClockName } from '../clocks/clock-rulebook.ts'
import type { CaseWhole } from '../file/file-state.ts'
import { survives } from '../livelihood/grant.ts'
import { Gender, provinceOf } from '../profile/profile.ts'
import type { AnonymousFacts } from '../retention/shredding.ts'
import { type HouseNights, type Nights, justiceShares, nightsFigure, occupancyFigure, sentenceFigures } from './work-figures.ts'

export interface FigureFacts {
  readonly cases: readonly CaseWhole[]
  readonly tallies: readonly AnonymousFacts[]
  readonly setting: Setting
  /** Nights that people of these cases slept in a house. */
  readonly nights: Nights
  /** Of the houses of the organisation itself. */
  readonly houses?: HouseNights
  /** Who supervises in the organisation. */
  readonly supervisors: number
}

export function indicatorFacts({ cases, setting, supervisors }: FigureFacts): IndicatorFacts {
  const files = cases.map((one) => one.file)
  const referrals = files.flatMap((file) => [...file.referrals.values()])
  return {
    workers: new Set(files.flatMap(({ owner, standing }) => (owner !== null && isOpen(standing.at) ? [owner] : []))).size,
    supervisors,
    cases: files.flatMap(({ standing, owner, openedAt, closedAt, closureReason }) =>
      standing.at === null || openedAt === null
        ? []
        : [{ state: standing.at, isOpen: isOpen(standing.at), hasOwner: owner !== null, openedAt, closedAt, closureReason }],
    ),
    faces: files.flatMap((file) => clockFacesOf(file, setting)),
    referrals: referrals.flatMap(({ sentAt, state, answeredAt, serviceOn, feedback }) =>
      sentAt === null
        ? []
        : [
            {
              ...{ sentAt, isAnswered: answeredAt !== null, isAccepted: ['accepted', 'in-service', 'done'].includes(state) },
              ...{
                isDone: state === 'done',
                serviceAt: serviceOn === null ? null : notBefore(sentAt, `${serviceOn}T12:00:00.000Z`),
                hasFeedback: feedback !== null,
              },
            },
          ],
    ),
    withdrawals: files.filter(({ standing }) => standing.at === 'consent-withdrawn').length,
    overrides: files.reduce((sum, { consents }) => sum + consents.overrides.size, 0),
    grants: cases.flatMap(({ things }) =>
      [...things.grants.values()].map((one) => ({ at6: survives(one, '6'), at12: survives(one, '12') })),
    ),
  }
}
/** A day has no hour: help on the day of asking is no days before it. */
const notBefore = (from: string, at: string): string => (at < from ? from : at)
const noHouses: HouseNights = { slept: 0, persons: 0, available: 0 }
const isOpen = (state: string | null): boolean => OPEN_CASE.some((one) => one === state)

export interface Figures {
  readonly figures: readonly Figure[]
  readonly tables: readonly FigureTable[]
}
export function figuresOf(facts: FigureFacts, rule: CellRule = inside): Figures {
  const counted = indicatorFacts(facts)
  // Who was forgotten is counted in the first number as in the tables: their difference would be the forgotten ones.
  const all = counted.cases.length + facts.tallies.length
  const figures = [
    ...shownFigures({ found: indicatorsOf(counted), counted, all }, rule),
    nightsFigure(facts.nights, rule),
    occupancyFigure(facts.houses ?? noHouses, rule),
    ...justiceOf(facts.cases, rule),
  ]
  return { figures, tables: tablesOf(facts, rule) }
}

const shares = [
  ...(['highRiskSeenInTime', 'plansApprovedInTime', 'followUpsInTime', 'referralsAccepted', 'referralsCompleted'] as const),
  ...(['assessmentsInTime', 'referralsAnsweredInTime', 'supervisorReviewsInTime', 'casesClosed'] as const),
  ...(['closuresWithGoalsMet', 'feedbackGiven', 'grantsRunningAt6', 'grantsRunningAt12'] as const),
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
    return {
      ...plain(figure),
      unit: 'days',
      value: few(of) || value === null ? null : Math.round(value),
      isWithheld: few(of) && (of > 0 || rule.floorTo > 1),
    }
  }
  return [
    number('cases', all),
    // Of workers, not of persons; but with how many workers there are it would tell how many cases.
    ...(rule.floorTo > 1
      ? []
      : (['casesPerWorker', 'workersPerSupervisor'] as const).map((figure) => ({
          ...plain(figure),
          unit: 'hundredths' as const,
          value: found[figure],
        }))),
    ...shares.map((figure) => shownShare(figure, found[figure], rule)),
    days('medianDaysToService', counted.referrals.filter((one) => one.serviceAt !== null).length),
    days('medianDaysOpen', counted.cases.filter((one) => one.closedAt !== null).length),
    ...(['withdrawals', 'overrides'] as const).map((figure) => number(figure, found[figure])),
    // As things are now; of a quarter that is over, what was late is in the shares.
    ...(rule.floorTo > 1 ? [] : ClockName.options.map((clock) => number(`overdue-${clock}`, overdueIn(counted.faces, clock)))),
  ]
}
const overdueIn = (faces: IndicatorFacts['faces'], clock: ClockName): number =>
  faces.filter((face) => face.clock === clock && face.state === 'overdue').length
/** By person: what a case led to before a court. */
function justiceOf(cases: readonly CaseWhole[], rule: CellRule): readonly Figure[] {
  const { complaints, shares: told } = justiceShares(cases.map(({ things }) => [...things.tracks.values()]))
  const total: Figure =
    complaints < rule.least
      ? { ...plain('complaints'), isWithheld: true }
      : { ...plain('complaints'), value: floored(complaints, rule.floorTo) }
  const sentences = sentenceFigures(
    cases.map(({ things }) => [...things.tracks.values()]),
    rule,
  )
  return [total, ...told.map(([figure, share]) => shownShare(figure, share, rule)), ...sentences]
}
const plain = (figure: string): Figure => ({ figure, unit: 'number', value: null, count: null, of: null, isWithheld: false })

export function shownShare(figure: string, { count, of }: Share, { least, floorTo }: CellRule = inside): Figure {
  const base: Figure = { ...plain(figure), unit: 'share' }
  // Inside, that there is nothing to count is said; outside, none is as little told as few.
  if (of === 0 && floorTo === 1) return base
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
    file.type === null
      ? []
      : [{ type: file.type, gender: profile?.gender ?? 'NonSpecifiedUnknown', province: provinceOf(profile, file.provinceCode) ?? '-' }],
  ),
  // Who was forgotten is still counted.
  ...tallies.map(({ type, gender, provinceCode }) => ({ type, gender, province: provinceCode ?? '-' })),
]
function tablesOf(facts: FigureFacts, rule: CellRule): readonly FigureTable[] {
  const isOutside = rule.floorTo > 1
  const found = codedOf(facts)
  // Outside, what the lines are called tells nothing: every type and gender stands there, and a province with few people is one of the others.
  const coded = isOutside ? found.map((one) => ({ ...one, province: isLarge(found, one.province, rule) ? one.province : '-' })) : found
  const named = (values: readonly string[]): readonly string[] => [...new Set(values)].toSorted()
  const types = isOutside ? CaseType.options : named(coded.map((one) => one.type))
  const columnsBy = {
    gender: isOutside ? Gender.options : named(coded.map((one) => one.gender)),
    province: named([...coded.map((one) => one.province), ...(isOutside ? ['-'] : [])]),
  }
  const table = (name: FigureTable['table'], by: 'gender' | 'province'): FigureTable => {
    const columns = [...columnsBy[by]]
    const counts = types.map((type) => columns.map((column) => coded.filter((one) => one.type === type && one[by] === column).length))
    const cells = safeTable(counts, rule).map((row) => row.map((cell) => ('shown' in cell ? cell.shown : null)))
    return { table: name, columns, rows: cells.map((row, at) => ({ row: types[at] ?? 'all', cells: [...row] })) }
  }
  return coded.length === 0 || (isOutside && coded.length < rule.least)
    ? []
    : [table('type-by-gender', 'gender'), table('type-by-province', 'province')]
}
const isLarge = (coded: readonly Coded[], province: string, { least }: CellRule): boolean =>
  coded.filter((one) => one.province === province).length >= least
