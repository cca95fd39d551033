/* Numbers by which committees work. All are our own proposal (D); a screen that applies one says so. It refuses nothing by itself. */
import type { CommitteeLevel, CommitteeRules } from '../contract.ts'

export const committeeRules: CommitteeRules = {
  /** Days between convocation and an ordinary meeting. */
  noticeDays: 7,
  /** Meetings of a local or territorial committee after which what is overdue goes to the one above. */
  unresolvedMeetings: 2,
  /** Days at a provincial committee after which it goes to the ministry. */
  provincialDays: 60,
  /** Between two scores: from here on both sides talk about it. */
  gap: 2,
  /** Days after a quarter in which it may still be rated. */
  scoringDays: 30,
  /** Red sites that stand on an agenda one by one; more of them stand by territoire. */
  redSitesOneByOne: 20,
  /** What the index of functioning looks back on. */
  indexMonths: 12,
}
/** Levels that pass on by meetings; the others by days. */
export const PASSES_BY_MEETINGS: readonly CommitteeLevel[] = ['CLS', 'CTS']
