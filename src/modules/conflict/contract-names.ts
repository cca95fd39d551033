/*
Secret names of the conflict map: of an actor, or of who benefits in the end. A name is written and read on devices alone; what travels and is kept is an age box
sealed to personal keys of named readers. The server knows that there is a name, whose keys open it, who looked and when; never what it says. Nothing here
can be searched, sorted or exported.
*/
import {
  type Id,
  type Infer,
  base64,
  exactly,
  id,
  instant,
  listOf,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  yesOrNo,
} from '../../kernel/schema.ts'
import { PersonalKeyId } from '../cases/contract-vault.ts'
import { AccountId } from '../people/contract.ts'
import { ActorId, SheetId } from './contract-ids.ts'

export const SecretNameId = id('secret-name')
export type SecretNameId = Id<'secret-name'>

/** Few on purpose: each reader is one more person who can be made to speak (D). */
export const MOST_NAME_READERS = 6

/** To whom a box was sealed. */
export const NameReader = record({ account: AccountId, key: PersonalKeyId })
export type NameReader = Readonly<Infer<typeof NameReader>>

const box = base64().max(4000, 'too-long')
/** What a sheet or an actor carries: an id that leads to a box, for who may open it. Made by the device that sealed the name. */
export const SealedName = record({ id: SecretNameId, readers: listOf(NameReader, MOST_NAME_READERS), box })
export type SealedName = Readonly<Infer<typeof SealedName>>

/** Each opening, before the answer leaves; the keeper of the sheet sees who looked. */
export const NameLook = record({ account: AccountId, at: instant() })
export type NameLook = Readonly<Infer<typeof NameLook>>

/** What carries the name. */
export const NameOf = taggedBy('kind', [
  record({ kind: exactly('sheet'), sheet: SheetId }),
  record({ kind: exactly('actor'), actor: ActorId }),
])
export type NameOf = Readonly<Infer<typeof NameOf>>

export const KeepName = record({ sealed: SealedName, of: NameOf })
export type KeepName = Readonly<Infer<typeof KeepName>>
/** By a reader, who opened it first: the same name, or a corrected one, for these readers and no others. */
export const ResealName = record({ readers: listOf(NameReader, MOST_NAME_READERS), box })
export type ResealName = Readonly<Infer<typeof ResealName>>
/** The box is destroyed; what stays is the category. */
export const ForgetName = record({ because: oneOf('reviewed', 'sealed-by-mistake', 'danger') })
export type ForgetName = Readonly<Infer<typeof ForgetName>>

/** Days within which another reader agrees; then what was asked is over (D). */
export const DAYS_TO_AGREE = 14
/** What no reader does to the others alone. Who agrees does it: seals anew without them, or has the box destroyed. */
export const AskOverName = taggedBy('what', [
  record({ what: exactly('leave-out'), readers: listOf(AccountId, MOST_NAME_READERS) }),
  record({ what: exactly('destroy'), because: ForgetName.shape.because }),
])
export type AskOverName = Readonly<Infer<typeof AskOverName>>
/** A reader says no to what was asked, or takes back their own. */
export const RefuseAsking = record({})

export const NameRequestId = id('name-request')
export type NameRequestId = Id<'name-request'>
/** A prosecution asks by its number; there is no field in which a name could stand (D: 7 days of reading, 30 days of waiting). */
export const GRANT_DAYS = 7
export const REQUEST_DAYS = 30
export const RequestReason = oneOf('investigation', 'trial', 'sanctions', 'judicial-cooperation')
export const RequestNames = record({
  reason: RequestReason,
  /** As the prosecution numbers its cases: digits, capitals and signs. */
  caseNumber: text(40).regex(/^(?=.*\d)[A-Z0-9][A-Z0-9 ./-]{1,39}$/, 'not-a-case-number'),
})
export type RequestNames = Readonly<Infer<typeof RequestNames>>
export const DeclineRequest = record({ because: oneOf('no-name-of-this-case', 'not-founded', 'danger') })
/** A reader opened the name and sealed it anew to the key of who asked. */
export const GrantName = record({ request: NameRequestId, reader: NameReader, box })
export type GrantName = Readonly<Infer<typeof GrantName>>

/** The box, after the look was written down. */
export const OpenedName = record({ box })
export type OpenedName = Readonly<Infer<typeof OpenedName>>

/** Who somebody is, as far as a reader needs it: function and body, never a name. */
const person = { account: AccountId, roles: listOf(text(60), 20), body: orNull(text(160)) } as const
export const NameState = record({
  of: NameOf,
  keptAt: instant(),
  /** `isPresent`: still has the right and the key to which it was sealed; otherwise the box does not open for them any more. */
  readers: listOf(record({ ...person, isPresent: yesOrNo() }), MOST_NAME_READERS),
  /** What another reader asked and waits for agreement until then. */
  asked: orNull(
    record({ ...person, what: oneOf('leave-out', 'destroy'), leaveOut: listOf(AccountId), isOwn: yesOrNo(), until: instant() }),
  ),
  /** Whether leaving out another reader, or destroying, needs another reader's agreement. */
  needsSecond: yesOrNo(),
  /** Given to a justice liaison for a time. */
  grants: listOf(record({ ...person, until: instant(), isOver: yesOrNo() }), 50),
  /** Newest first, at most 200. */
  looks: listOf(record({ ...person, at: instant() }), 200),
})
export type NameState = Readonly<Infer<typeof NameState>>

/** For who protects data: that somebody looked, at what sort of name and when; which name it was stays among its readers. */
export const NameLooks = record({ looks: listOf(record({ ...person, at: instant(), of: oneOf('sheet', 'actor') }), 500) })
export type NameLooks = Readonly<Infer<typeof NameLooks>>

/** For who asked: the own requests and what they may read until when. For readers of names: those that wait. */
export const NameRequests = record({
  requests: listOf(
    record({
      ...{ id: NameRequestId, ...person, reason: RequestReason, caseNumber: text(40), askedAt: instant(), isOwn: yesOrNo() },
      state: oneOf('waiting', 'granted', 'declined', 'over'),
      grants: listOf(record({ name: SecretNameId, until: instant() }), 50),
    }),
    200,
  ),
  asks: yesOrNo(),
  grants: yesOrNo(),
})
export type NameRequests = Readonly<Infer<typeof NameRequests>>
