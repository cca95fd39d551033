/*
Releasing a report freezes it: its canonical text is hashed and numbered, and never changed again. What becomes known later is a new version with
a reason, which supersedes the one before; both stay. The event carries the hash and no word of the text: an author may write names in it.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, count, maybe, record, text, yesOrNo } from '../../../kernel/schema.ts'
import { OrganisationId } from '../../people/contract.ts'
import { ReportKind, ReportPeriod } from '../contract.ts'

export const ReportReleased = record({
  /** `RP-2026-0007-1`: year, sequence of the year, version. Reports of the first days are called `R-2026-0007-1`. */
  number: text(40),
  year: count(),
  sequence: count(),
  version: count(),
  kind: ReportKind,
  organisation: OrganisationId,
  period: ReportPeriod,
  /** Of the whole canonical text, number included. */
  sha256: text(64),
  /** Of its sections alone: whether a later version says anything new. */
  contentSha256: text(64),
  gaps: count(),
  isPublic: yesOrNo(),
  releasedOn: calendarDate(),
  supersedes: maybe(text(40)),
  correctionReason: maybe(text(400)),
})
export type ReportReleased = Infer<typeof ReportReleased>
export const releaseKinds = { 'report.released.v1': ReportReleased } as const
export type ReleaseEvent = DomainEvent<'report.released.v1', ReportReleased>

export interface ReleaseStanding {
  readonly year: number
  readonly sequence: number
  readonly version: number
  readonly number: string | null
  readonly contentSha256: string | null
}
export interface ReleaseCommand {
  readonly isPublic: boolean
  readonly gapsSeen: number
  readonly correctionReason?: string | undefined
}
/** What stands ready: the text as it would be frozen under the number. */
export interface Frozen extends Pick<ReportReleased, 'number' | 'year' | 'sequence' | 'version' | 'kind' | 'organisation' | 'period'> {
  readonly sha256: string
  readonly contentSha256: string
  readonly gaps: number
}
export interface ReleaseContext {
  readonly today: string
  /** Written by the organisation of who releases. */
  readonly own: boolean
  /** `null`: there is no such draft. */
  readonly frozen: Frozen | null
}

/** Risks are called `R-`; a later version keeps the series of the one before, so that both are found beside each other. */
export const reportNumber = (
  { year, sequence, version }: Pick<ReportReleased, 'year' | 'sequence' | 'version'>,
  before: string | null = null,
): string => `${before?.startsWith('R-') ? 'R' : 'RP'}-${year}-${String(sequence).padStart(4, '0')}-${version}`

/** Refusals: `unknown-report`, `report-not-yours`, `report-gaps-changed`, `report-nothing-new`, `report-correction-needs-reason`. */
export const releaseDecider: Decider<ReleaseStanding, ReleaseCommand, ReleaseEvent, ReleaseContext> = {
  initial: { year: 0, sequence: 0, version: 0, number: null, contentSha256: null },
  decide: (state, { isPublic, gapsSeen, correctionReason }, { today, own, frozen }) => {
    if (frozen === null) return refused('unknown-report')
    if (!own) return refused('report-not-yours')
    if (frozen.gaps !== gapsSeen) return refused('report-gaps-changed', { seen: gapsSeen, now: frozen.gaps })
    if (state.number !== null && state.contentSha256 === frozen.contentSha256)
      return refused('report-nothing-new', { number: state.number })
    if (state.number !== null && correctionReason === undefined) return refused('report-correction-needs-reason', { number: state.number })
    const payload: ReportReleased = {
      ...frozen,
      ...{ isPublic, releasedOn: today },
      ...(state.number === null ? {} : { supersedes: state.number, ...(correctionReason === undefined ? {} : { correctionReason }) }),
    }
    return accepted([{ kind: 'report.released.v1', payload }])
  },
  evolve: (_state, { payload: { year, sequence, version, number, contentSha256 } }) => ({ year, sequence, version, number, contentSha256 }),
}
