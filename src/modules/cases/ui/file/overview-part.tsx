/* What stands of a case at one glance: its clocks, how the person may be reached, and what happened so far. */
import type { PartProps } from './case-parts.ts'

export function Part({ work }: PartProps) {
  return <p className="small">{work.whole.file.subject}</p>
}
