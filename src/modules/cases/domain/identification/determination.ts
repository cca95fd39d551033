/*
From a screening to a documented determination: presumed by a worker, looked at by a second qualified person, determined by a named body.
Each step keeps the pair of HTCDS: status and who decided. Several bodies may differ about the same person; all is kept, the newest of each is
shown, and what a body outside decided is an observation that is always taken. What a person receives depends on none of it.
*/
import { type Decider as DecisionFunction } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import type { Id, Infer } from '../../../../kernel/schema.ts'
import type * as words from './determination-words.ts'
import type { Decider, DecidingBody, DeterminationEvent, TraffickingStatus } from './determination-words.ts'
import type { Row } from './findings.ts'

export const determinationSteps = ['SCREENED', 'PRESUMED', 'REVIEWED', 'DETERMINED'] as const
export type DeterminationStep = (typeof determinationSteps)[number]

export interface HtcdsPair {
  readonly status: TraffickingStatus
  readonly decider: Decider
  readonly decidedOn: string
}
export interface DeterminationFile {
  /** `null`: nobody was screened yet, only another body's decision is known. */
  readonly step: DeterminationStep | null
  readonly presumedBy: Id<'account'> | null
  /** The pair of each step, in their order. */
  readonly pairs: readonly (HtcdsPair & { readonly step: DeterminationStep })[]
  /** Ours and those of others, as they came. */
  readonly determinations: readonly HtcdsPair[]
}
export type MaybeDetermination = DeterminationFile | null

/** Which bodies may say "identified". The law of the country was not verified: configurable (U). */
export const competentToIdentify: { readonly bodies: readonly DecidingBody[]; readonly evidence: Evidence; readonly source: string } = {
  bodies: ['Police', 'CourtOrProsecution', 'NonPoliceGovernmentalOrganization'],
  evidence: 'U',
  source: 'Only a competent body identifies a victim; which ones, the country says (not verified)',
}

export interface DeterminationContext {
  readonly account: Id<'account'>
  /** The body for which the account acts. */
  readonly decider: Decider
  readonly qualifiedToReview: boolean
  readonly today: string
  readonly competent: readonly DecidingBody[]
  /** For a screening: what the engine found. */
  readonly assessed: { readonly rows: readonly Row[]; readonly instrument: string; readonly instrumentSha256: string } | null
}
export type DeterminationCommand =
  | ({ readonly type: 'screen' } & Infer<typeof words.Screen>)
  | ({ readonly type: 'presume' } & Infer<typeof words.Presume>)
  | ({ readonly type: 'review' } & Infer<typeof words.Review>)
  | ({ readonly type: 'determine' } & Infer<typeof words.Determine>)
  | ({ readonly type: 'note-determination' } & Infer<typeof words.NoteDetermination>)
type Of<Type extends DeterminationCommand['type']> = Extract<DeterminationCommand, { type: Type }>
type Result = Outcome<readonly DeterminationEvent[]>

const notSoFar = (file: MaybeDetermination) => refused('identification-not-so-far', { step: file?.step ?? null })

function decide(file: MaybeDetermination, command: DeterminationCommand, context: DeterminationContext): Result {
  const { account: by, decider, today } = context
  switch (command.type) {
    case 'screen':
      // A second interview is one more screening; it takes no step back.
      if (!context.assessed) return refused('assessment-not-there')
      return accepted([
        {
          kind: 'identification.screened.v1',
          payload: { assessment: command.assessment, ...context.assessed, rows: [...context.assessed.rows] },
        },
      ])
    case 'presume':
      if (file?.step !== 'SCREENED') return notSoFar(file)
      return accepted([
        {
          kind: 'identification.presumed.v1',
          payload: { status: 'PossibleVictimOfTrafficking', decider, decidedOn: today, by, grounds: command.grounds },
        },
      ])
    case 'review': {
      if (file?.step !== 'PRESUMED') return notSoFar(file)
      if (by === file.presumedBy) return refused('second-person-for-review')
      if (!context.qualifiedToReview) return refused('not-qualified-to-review')
      const { status, grounds } = command
      return accepted([{ kind: 'identification.reviewed.v1', payload: { status, decider, decidedOn: today, by, grounds } }])
    }
    case 'determine':
      return determine(file, command, context)
    case 'note-determination': {
      const { status, decidedOn, document } = command
      if (decidedOn > today) return refused('identification-day-in-the-future', { day: decidedOn })
      if (bodyKey(command.decider) === bodyKey(decider)) return refused('own-determination-needs-its-steps')
      return accepted([
        { kind: 'identification.determination-noted.v1', payload: { status, decider: command.decider, decidedOn, by, document } },
      ])
    }
  }
}

function determine(file: MaybeDetermination, command: Of<'determine'>, context: DeterminationContext): Result {
  const { account: by, decider, today, competent } = context
  const { status, decidedOn, grounds } = command
  if (file?.step !== 'REVIEWED' && file?.step !== 'DETERMINED') return notSoFar(file)
  if (by === file.presumedBy) return refused('second-person-for-determination')
  if (status === 'ActualVictimOfTrafficking' && !competent.includes(decider.type))
    return refused('body-not-competent-to-identify', { body: decider.type, competent })
  if (decidedOn > today) return refused('identification-day-in-the-future', { day: decidedOn })
  return accepted([{ kind: 'identification.determined.v1', payload: { status, decider, decidedOn, by, grounds } }])
}

const empty: DeterminationFile = { step: null, presumedBy: null, pairs: [], determinations: [] }

function evolve(file: MaybeDetermination, event: DeterminationEvent): MaybeDetermination {
  const before = file ?? empty
  if (event.kind === 'identification.screened.v1') return { ...before, step: before.step ?? 'SCREENED' }
  const { status, decider, decidedOn } = event.payload
  const pair = { status, decider, decidedOn }
  const taken = (step: DeterminationStep): DeterminationFile => ({ ...before, step, pairs: [...before.pairs, { ...pair, step }] })
  switch (event.kind) {
    case 'identification.presumed.v1':
      return { ...taken('PRESUMED'), presumedBy: event.payload.by }
    case 'identification.reviewed.v1':
      return taken('REVIEWED')
    case 'identification.determined.v1':
      return { ...taken('DETERMINED'), determinations: [...before.determinations, pair] }
    case 'identification.determination-noted.v1':
      return { ...before, determinations: [...before.determinations, pair] }
  }
}
export const determinationDecider: DecisionFunction<MaybeDetermination, DeterminationCommand, DeterminationEvent, DeterminationContext> = {
  ...{ initial: null, decide, evolve },
}

const bodyKey = ({ type, organisation, name }: Decider): string => organisation ?? `${type} ${name ?? ''}`

/** By the day of the decision; of one day the one that came last. */
export function newestOfEachBody(file: MaybeDetermination): readonly HtcdsPair[] {
  const found = new Map<string, HtcdsPair>()
  for (const one of file?.determinations ?? []) {
    const key = bodyKey(one.decider)
    const before = found.get(key)
    if (!before || one.decidedOn >= before.decidedOn) found.set(key, one)
  }
  return [...found.values()]
}

/** Help is owed to whoever needs it. The answer does not look at the file, and its type leaves no other. */
export const mayReceiveAssistance = (_file: MaybeDetermination): true => true
