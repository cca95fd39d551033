/*
Lots of an incident: named, stopped, freed. Confirming stops them; severity 1 stops them on reasonable suspicion. They are freed when it is
over, by a second person: neither the one who stopped them nor the one who ended the file.
*/
import { accepted, refused } from '../../../kernel/outcome.ts'
import { asId } from '../../../kernel/schema.ts'
import { isOpen } from './clocks.ts'
import { type Of, type Result, wrongState } from './incident-commands.ts'
import type { IncidentEvent } from './incident-events.ts'
import type { IncidentContext, IncidentFile } from './incident-state.ts'

export const heldBy = (lots: readonly string[], ground: 'confirmed' | 'reasonable-suspicion', reason: string): IncidentEvent => ({
  kind: 'incident.lots-held.v1',
  payload: { lots: lots.map((lot) => asId('lot', lot)), ground, reason: reason.slice(0, 1_000) },
})
const isConfirmed = (file: IncidentFile): boolean => ['confirmed', 'actions-agreed', 'mitigating'].includes(file.state)
/** Most lots that one file speaks of: each is stopped in the same transaction. */
export const MOST_LOTS = 500

export function decideLots(file: IncidentFile, command: Of<'name-lots' | 'hold-lots' | 'free-lots'>, context: IncidentContext): Result {
  switch (command.type) {
    case 'name-lots': {
      if (!isOpen(file.state)) return wrongState(file)
      const lots = context.named.lots.filter((lot) => !file.lots.includes(lot))
      if (lots.length === 0) return refused('no-new-lots', { number: file.number })
      if (file.lots.length + lots.length > MOST_LOTS) return refused('too-many-lots-of-incident', { most: MOST_LOTS })
      const parties = context.named.parties.filter((one) => !file.parties.some((known) => known.organisation === one.organisation))
      const named = { lots: lots.map((lot) => asId('lot', lot)), parties: [...parties], reason: command.reason }
      return accepted<readonly IncidentEvent[]>([
        { kind: 'incident.lots-concerned.v1', payload: named },
        ...(isConfirmed(file) ? [heldBy(lots, 'confirmed', command.reason)] : []),
      ])
    }
    case 'hold-lots': {
      if (!isOpen(file.state)) return wrongState(file)
      if (file.severity !== 1 && !isConfirmed(file)) return refused('suspicion-needs-severity-one', { number: file.number })
      const lots = file.lots.filter((lot) => !file.held.includes(lot))
      if (lots.length === 0) return refused('no-lots-to-hold', { number: file.number })
      return accepted([heldBy(lots, isConfirmed(file) ? 'confirmed' : 'reasonable-suspicion', command.reason)])
    }
    case 'free-lots': {
      if (isOpen(file.state)) return refused('incident-still-open', { number: file.number })
      if (file.held.length === 0) return refused('no-lots-to-free', { number: file.number })
      const { held, concluded, resolved } = context.doneBy
      const ender = file.state === 'unfounded' ? concluded : (resolved ?? concluded)
      if (held.includes(context.account) || ender === context.account) return refused('second-person-for-incident', { number: file.number })
      const lots = file.held.map((lot) => asId('lot', lot))
      return accepted([{ kind: 'incident.lots-freed.v1', payload: { lots, reason: command.reason } }])
    }
  }
}
