/*
What must be put right at a site after an inspection, by whom and until when. An action belongs to the inspection that asked for it and
stays open until somebody says what was done; the next team reads it. It gives no colour and takes none.
*/
import { addMonths } from '../../../../kernel/calendar.ts'
import { type Infer, calendarDate, id, listOf, maybe, oneOf, record, text } from '../../../../kernel/schema.ts'
import { Attachment } from '../../../documents/contract.ts'
import { memberBodies } from './member-bodies.ts'

/** Who has to act: a body of the team, or those who work the site. Never a person. */
export const ActionOwner = oneOf(...memberBodies, 'cooperative', 'operator', 'title-holder', 'security-forces', 'local-authority')
export type ActionOwner = Infer<typeof ActionOwner>

/** Without a text the action is to end the violation itself, in the words of the criterion. */
export const ActionSet = record({
  action: id('action'),
  criterion: text(20),
  text: maybe(text(1000)),
  owner: ActionOwner,
  due: calendarDate(),
  /** `rule`: made by the program when a yellow was accepted without one. */
  origin: oneOf('team', 'reviewer', 'rule'),
})
export type ActionSet = Infer<typeof ActionSet>
export const ActionDone = record({
  action: id('action'),
  on: calendarDate(),
  note: text(1000),
  evidence: maybe(listOf(Attachment, 10)),
})
export type ActionDone = Infer<typeof ActionDone>
export const ActionDropped = record({ action: id('action'), reason: text(1000) })

/** When nobody said otherwise: as long as a yellow lasts, from the day of the visit (D; the algorithm of the rulebook says + yellow months). */
export const dueOfAction = (visitedOn: string, yellowMonths: number): string => addMonths(visitedOn, yellowMonths)

export type ActionPhase = 'open' | 'overdue' | 'done' | 'dropped'
export const phaseOfAction = (
  { due, doneOn, dropped }: { readonly due: string; readonly doneOn: string | null; readonly dropped: boolean },
  today: string,
): ActionPhase => (dropped ? 'dropped' : doneOn !== null ? 'done' : due < today ? 'overdue' : 'open')
