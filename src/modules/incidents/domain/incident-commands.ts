/* What may be asked of an incident, and words that all its decisions share. */
import { type Outcome, refused } from '../../../kernel/outcome.ts'
import type { Infer } from '../../../kernel/schema.ts'
import type * as words from '../contract-report.ts'
import type { IncidentEvent } from './incident-events.ts'
import type { IncidentFile } from './incident-state.ts'

export type IncidentCommand =
  | ({ readonly type: 'report' } & Infer<typeof words.ReportIncident>)
  | ({ readonly type: 'describe' } & Infer<typeof words.DescribeIncident>)
  | ({ readonly type: 'take-up' } & Infer<typeof words.TakeUp>)
  | ({ readonly type: 'begin-verification' } & Infer<typeof words.BeginVerification>)
  | ({ readonly type: 'conclude' } & Infer<typeof words.ConcludeVerification>)
  | ({ readonly type: 'agree-action'; readonly action: string } & Infer<typeof words.AgreeAction>)
  | ({ readonly type: 'finish-action'; readonly action: string } & Infer<typeof words.FinishAction>)
  | ({ readonly type: 'check-action'; readonly action: string } & Infer<typeof words.CheckAction>)
  | ({ readonly type: 'drop-action'; readonly action: string } & Infer<typeof words.DropAction>)
  | ({ readonly type: 'name-lots' } & Infer<typeof words.NameLots>)
  | ({ readonly type: 'hold-lots' } & Infer<typeof words.HoldLots>)
  | ({ readonly type: 'free-lots' } & Infer<typeof words.FreeLots>)
  | ({ readonly type: 'escalate' } & Infer<typeof words.Escalate>)
  /** By the round alone; no person asks for it. */
  | { readonly type: 'escalate-by-clock'; readonly to: IncidentFile['level'] }
  | ({ readonly type: 'resolve' } & Infer<typeof words.Resolve>)
  | ({ readonly type: 'close' } & Infer<typeof words.CloseIncident>)
  | ({ readonly type: 'reopen' } & Infer<typeof words.ReopenIncident>)
  | ({ readonly type: 'publish' } & Infer<typeof words.PublishOutcome>)
  | ({ readonly type: 'withdraw' } & Infer<typeof words.WithdrawOutcome>)
export type Of<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>
export type Result = Outcome<readonly IncidentEvent[]>

/** The file has not come to where this may be done, or is past it. */
export const wrongState = (file: Pick<IncidentFile, 'number' | 'state'>) =>
  refused('incident-not-so-far', { number: file.number, state: file.state })

/** `SK-2022-0002-1` → `SK-2022-0002-2`: how often the file was opened. What the last digit means elsewhere was not verified (U); so we use it (D). */
export function reopenedNumber(number: string): string {
  const at = number.lastIndexOf('-')
  return `${number.slice(0, at)}-${Number(number.slice(at + 1)) + 1}`
}
