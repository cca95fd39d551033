/*
Freezing a report to the donor: its canonical text is hashed and numbered and never changed. What becomes known later is a new version with a reason; both stay. The event carries the hash
and no word of the text: an author may write names in it. Who wrote in it does not freeze it.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, count, maybe, record, text } from '../../../kernel/schema.ts'
import { ProjectId } from '../contract.ts'

export const DonorReportFrozen = record({
  /** `DR-2026-0007-1`: year, sequence of the year, version. */
  number: text(40),
  year: count(),
  sequence: count(),
  version: count(),
  project: ProjectId,
  from: calendarDate(),
  until: calendarDate(),
  sha256: text(64),
  /** Without number, version and day: whether a later version says anything new. */
  contentSha256: text(64),
  gaps: count(),
  frozenOn: calendarDate(),
  supersedes: maybe(text(40)),
  correctionReason: maybe(text(400)),
  by: text(60),
})
export type DonorReportFrozen = Readonly<Infer<typeof DonorReportFrozen>>
export const frozenKinds = { 'donor-report.frozen.v1': DonorReportFrozen } as const
export type FrozenEvent = DomainEvent<'donor-report.frozen.v1', DonorReportFrozen>

export type FrozenStanding = Pick<DonorReportFrozen, 'year' | 'sequence' | 'version' | 'contentSha256'> & { readonly number: string | null }
export interface FreezeCommand {
  readonly gapsSeen: number
  readonly correctionReason?: string | undefined
}
export interface FreezeContext {
  readonly today: string
  readonly account: string
  /** The account acts for who carries the project, or for a partner that it named. */
  readonly acts: boolean
  /** The account wrote a text of it. */
  readonly wrote: boolean
  readonly ready:
    | (Omit<DonorReportFrozen, 'frozenOn' | 'supersedes' | 'correctionReason' | 'by'> & { readonly withoutReason: readonly string[] })
    | null
}
export const reportNumber = ({ year, sequence, version }: Pick<DonorReportFrozen, 'year' | 'sequence' | 'version'>): string =>
  `DR-${year}-${String(sequence).padStart(4, '0')}-${version}`

/** Refusals: `unknown-donor-report`, `not-your-project`, `own-donor-report`, `variance-needs-reason`, `donor-report-gaps-changed`, `donor-report-nothing-new`, `donor-report-correction-needs-reason`. */
export const frozenDecider: Decider<FrozenStanding, FreezeCommand, FrozenEvent, FreezeContext> = {
  initial: { year: 0, sequence: 0, version: 0, number: null, contentSha256: '' },
  decide: (state, { gapsSeen, correctionReason }, { today, account, acts, wrote, ready }) => {
    if (ready === null) return refused('unknown-donor-report')
    if (!acts) return refused('not-your-project')
    if (wrote) return refused('own-donor-report')
    const { withoutReason, ...frozen } = ready
    if (withoutReason.length > 0) return refused('variance-needs-reason', { indicators: withoutReason })
    if (frozen.gaps !== gapsSeen) return refused('donor-report-gaps-changed', { seen: gapsSeen, now: frozen.gaps })
    if (state.number !== null && state.contentSha256 === frozen.contentSha256)
      return refused('donor-report-nothing-new', { number: state.number })
    if (state.number !== null && correctionReason === undefined)
      return refused('donor-report-correction-needs-reason', { number: state.number })
    const later = state.number === null ? {} : { supersedes: state.number, ...(correctionReason === undefined ? {} : { correctionReason }) }
    return accepted([{ kind: 'donor-report.frozen.v1', payload: { ...frozen, ...later, frozenOn: today, by: account } }])
  },
  evolve: (_state, { payload: { year, sequence, version, number, contentSha256 } }) => ({ year, sequence, version, number, contentSha256 }),
}
