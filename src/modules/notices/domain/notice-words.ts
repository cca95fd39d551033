/* What the routes of notices take and answer. */
import { type Infer, count, exactly, instant, listOf, oneOf, orNull, record, text, yesOrNo } from '../../../kernel/schema.ts'

export const Notice = record({
  kind: text(60),
  count: count(),
  /** Of the count, what this account has not seen. */
  unseen: count(),
  path: text(200),
})
export type Notice = Infer<typeof Notice>

/** How an account wants to be told. `byMail: 'daily'`: one letter a day, when something waits. */
export const Preferences = record({ inApp: yesOrNo(), byMail: oneOf('daily', 'none'), language: oneOf('fr', 'en') })
export type Preferences = Infer<typeof Preferences>

export const NoticeList = record({
  notices: listOf(Notice, 100),
  unseen: count(),
  preferences: Preferences,
  /** Whether this server sends mail at all, and whether this account has an address. */
  mail: record({ sends: yesOrNo(), reachable: yesOrNo() }),
  lastLetter: orNull(record({ day: text(10), state: text(20), at: orNull(instant()) })),
})
export type NoticeList = Infer<typeof NoticeList>

export const Seen = record({ kinds: listOf(text(60), 100) })
export const Done = record({ done: exactly(true) })
