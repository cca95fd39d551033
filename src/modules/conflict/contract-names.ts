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
  /** Newest first, at most 200. */
  looks: listOf(record({ ...person, at: instant() }), 200),
})
export type NameState = Readonly<Infer<typeof NameState>>

/** For who protects data: that somebody looked, at what sort of name and when; which name it was stays among its readers. */
export const NameLooks = record({ looks: listOf(record({ ...person, at: instant(), of: oneOf('sheet', 'actor') }), 500) })
export type NameLooks = Readonly<Infer<typeof NameLooks>>
