/* Rules of protection as they are asked for and answered: what is in force for a body, what waits, what was before. No name of a person. */
import {
  type Infer,
  calendarDate,
  eitherOf,
  id,
  instant,
  listOf,
  oneOf,
  orNull,
  record,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { OrganisationId } from '../people/contract.ts'

export const ProposalId = id('rules-proposal')
export const Mark = oneOf('V', 'S', 'U', 'D')
export const NumberChange = record({ key: text(60), value: whole() })
export const ListChange = record({
  list: oneOf('zone', 'free-weekdays', 'free-days', 'free-day-moves', 'may-identify'),
  items: listOf(text(60), 80),
})
export const Change = eitherOf(NumberChange, ListChange)
/** In which function somebody proposes or confirms: said on the screen in place of a name. */
export const RulesAs = oneOf('data-protection', 'supervision')

/** What a body chose in place of the program's own values; everything else is as `firstRules` says. */
export const RulesInForce = record({
  /** P-code of the province in which the body works: its zone, where it chose none. */
  area: orNull(text(20)),
  numbers: listOf(record({ ...NumberChange.shape, evidence: Mark, source: text(300) }), 200),
  lists: listOf(record({ ...ListChange.shape, evidence: Mark, source: text(300) }), 20),
})
export type RulesInForce = Readonly<Infer<typeof RulesInForce>>

export const ProposalShown = record({
  ...{ proposal: ProposalId, changes: listOf(Change, 100), from: calendarDate(), evidence: Mark, source: text(300), reason: text(1000) },
  /** In which function, not who: the log knows the account. */
  ...{ proposedAs: RulesAs, proposedAt: instant(), isOwn: yesOrNo() },
  state: oneOf('waits', 'confirmed', 'declined'),
  ...{ answeredAs: orNull(RulesAs), answeredAt: orNull(instant()), inForceFrom: orNull(calendarDate()) },
})
export type ProposalShown = Readonly<Infer<typeof ProposalShown>>

export const RulesShown = record({
  organisation: OrganisationId,
  body: text(200),
  ...{ today: calendarDate(), since: orNull(calendarDate()), hash: text(64), inForce: RulesInForce },
  /** What holds later, though it is decided. */
  ahead: listOf(calendarDate(), 1000),
  waiting: orNull(ProposalShown),
  history: listOf(ProposalShown, 10_000),
  ...{ mayPropose: yesOrNo(), noticeDays: whole() },
})
export type RulesShown = Readonly<Infer<typeof RulesShown>>

export const ProposeRules = record({
  ...{ changes: listOf(Change, 100), from: calendarDate() },
  ...{ evidence: Mark, source: text(300).min(5, 'too-short'), reason: text(1000).min(10, 'too-short') },
})
export const AnswerRules = record({ proposal: ProposalId, step: oneOf('confirm', 'decline') })
