/* The work list as it is read: in the order of the domain, with the one thing that is due next. */
import type { CaseList, CaseListItem } from '../../contract.ts'
import { type WorkItem, inOrder } from '../../domain/case/work-list.ts'
import type { ClockFace } from '../../domain/clocks/clock.ts'
import { ClockName } from '../../domain/clocks/clock-rulebook.ts'

const facesOf = (item: CaseListItem): readonly ClockFace[] =>
  item.clocks.flatMap((face) => {
    const clock = ClockName.options.find((one) => one === face.clock)
    return clock === undefined ? [] : [{ ...face, clock, pauses: [], evidence: 'D' } as const]
  })

export interface WorkLine {
  readonly item: CaseListItem
  /** Late before running, then the soonest; `null`: nothing runs. */
  readonly next: ClockFace | null
  readonly late: number
}
export type ListFilter = 'all' | 'mine' | 'late' | 'waits'

export function nextOf(faces: readonly ClockFace[]): ClockFace | null {
  const open = faces.filter((one) => one.state === 'overdue' || one.state === 'running')
  return open.toSorted((a, b) => b.lateHours - a.lateHours || (a.dueAt < b.dueAt ? -1 : 1))[0] ?? null
}
export function workLines({ cases }: Pick<CaseList, 'cases'>, filter: ListFilter = 'all'): readonly WorkLine[] {
  const items = cases.map((item): WorkItem & { readonly item: CaseListItem } => ({
    ...{
      caseNumber: item.case,
      level: item.level,
      faces: facesOf(item),
      hasConflict: item.hasConflict,
      vulnerability: item.vulnerability,
      item,
    },
  }))
  const byNumber = new Map(items.map((one) => [one.caseNumber, one]))
  return inOrder(items)
    .map((one) => byNumber.get(one.caseNumber))
    .filter((one) => one !== undefined)
    .map(({ item, faces }) => ({ item, next: nextOf(faces), late: faces.filter((one) => one.state === 'overdue').length }))
    .filter(
      ({ item, late }) => filter === 'all' || (filter === 'mine' ? item.isMine : filter === 'late' ? late > 0 : item.waits.length > 0),
    )
}
/** Whole hours below two days, then days: `-3 h`, `5 d`; positive lies ahead. */
export function distanceOf(from: string, to: string): { readonly unit: 'hours' | 'days'; readonly n: number; readonly isLate: boolean } {
  const hours = (Date.parse(to) - Date.parse(from)) / 3_600_000
  const n = Math.abs(hours)
  return n < 48
    ? { unit: 'hours', n: Math.max(1, Math.round(n)), isLate: hours < 0 }
    : { unit: 'days', n: Math.floor(n / 24), isLate: hours < 0 }
}
