/*
Revising the head of a project: who pays, who does it, its title and days. A project is prolonged or begins earlier; no quarter that has a value or money leaves it. What protects people goes on
to do so. Values that were locked and reports that were frozen keep what they said; each earlier head stays with the reason.
*/
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { OpenedProject, ProjectHead } from '../contract.ts'
import { periodOf } from './periods.ts'

export const headOf = ({ code: _code, organisation: _organisation, ...head }: OpenedProject): ProjectHead => head
/** Who carries the project and its code stay. */
export const withHead = ({ code, organisation }: OpenedProject, head: ProjectHead): OpenedProject => ({
  ...{ code, ...head },
  ...(organisation === undefined ? {} : { organisation }),
})
export interface HeadFacts {
  readonly version: number
  readonly basedOn: number
  /** Quarters of which a value or money stands. */
  readonly used: ReadonlySet<string>
}
/** Refusals: `head-changed-since`, `project-days-reversed`, `head-nothing-new`, `project-protection-stays`, `project-quarter-in-use`. */
export function headFault(opened: OpenedProject, head: ProjectHead, { version, basedOn, used }: HeadFacts): Outcome<null> {
  if (basedOn !== version) return refused('head-changed-since', { version })
  if (head.endsOn <= head.startsOn) return refused('project-days-reversed')
  if (canonicalJson(head) === canonicalJson(headOf(opened))) return refused('head-nothing-new')
  if (opened.isProtection && !head.isProtection) return refused('project-protection-stays')
  const lost = [...used].toSorted().find((period) => periodOf(period, head) === null)
  return lost === undefined ? accepted(null) : refused('project-quarter-in-use', { period: lost })
}
