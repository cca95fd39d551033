/*
What a list would do to the record of actors, row after row: each sees what those before it added. The same letters are the same actor; whatever is
less waits for a person. Nothing is added twice.
*/
import type { ActorKind, ActorsDoor } from '../../modules/conflict/contract-actors.ts'
import type { DamagedRow, Doubt, ListRead, ListedActor } from './read-list.ts'

export interface KnownSpelling {
  readonly actor: string
  readonly written: string
}
export type Step =
  | { readonly kind: 'register'; readonly actor: string; readonly name: string; readonly as: ActorKind }
  | { readonly kind: 'alias'; readonly actor: string; readonly written: string }
export interface ListPlan {
  readonly steps: readonly Step[]
  readonly waiting: readonly { readonly row: number; readonly written: string; readonly because: 'near' | Doubt }[]
  /** Rows that led to an actor by the same letters. */
  readonly exact: number
}
export interface ActorListReport {
  readonly list: 'ipis' | 'ucdp'
  readonly rows: number
  readonly exact: number
  readonly added: number
  readonly aliases: number
  readonly near: number
  /** Those that are near among them. */
  readonly waiting: number
  /** Peoples: never made armed groups. */
  readonly leftOut: readonly string[]
  readonly damaged: readonly DamagedRow[]
  readonly dryRun: boolean
}
interface Planning {
  readonly known: readonly KnownSpelling[]
  readonly match: ActorsDoor<unknown>['match']
  /** The number of an actor that is new, from how it is written. */
  readonly numberOf: (written: string) => string
}

export function planList({ actors }: ListRead, { known, match, numberOf }: Planning): ListPlan {
  const standing = [...known]
  const steps: Step[] = []
  const waiting: ListPlan['waiting'][number][] = []
  let exact = 0
  const alias = (actor: string, { written }: ListedActor): void => {
    for (const one of written) {
      // Whose letters lead to somebody already is no further spelling, of this one or of another.
      if (match([one], standing).kind === 'exact') continue
      standing.push({ actor, written: one })
      steps.push({ kind: 'alias', actor, written: one })
    }
  }
  for (const listed of actors) {
    const { row, doubt, kind } = listed
    const [name] = listed.written
    const found = match(listed.written, standing)
    if (found.kind === 'exact') {
      exact += 1
      alias(found.actor, listed)
    } else if (found.kind === 'near' || doubt !== null) {
      waiting.push({ row, written: name, because: doubt === null || found.kind === 'near' ? 'near' : doubt })
    } else {
      const actor = numberOf(name)
      standing.push({ actor, written: name })
      steps.push({ kind: 'register', actor, name, as: kind })
      alias(actor, listed)
    }
  }
  return { steps, waiting, exact }
}

export function reportOf(read: ListRead, plan: ListPlan, dryRun: boolean): ActorListReport {
  return {
    ...{ list: read.list, rows: read.rows, exact: plan.exact, dryRun },
    added: plan.steps.filter((one) => one.kind === 'register').length,
    aliases: plan.steps.filter((one) => one.kind === 'alias').length,
    near: plan.waiting.filter((one) => one.because === 'near').length,
    waiting: plan.waiting.length,
    ...{ leftOut: read.peoples, damaged: read.damaged },
  }
}
