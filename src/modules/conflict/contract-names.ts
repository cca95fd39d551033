/*
Secret names of the conflict map: of an actor, or of who benefits in the end. A name is written and read on devices alone; what travels and is kept is an age box
sealed to personal keys of named readers. The server knows that there is a name, whose keys open it, who looked and when; never what it says. Nothing here
can be searched, sorted or exported.
*/
import { type Id, type Infer, base64, id, instant, listOf, record } from '../../kernel/schema.ts'
import { PersonalKeyId } from '../cases/contract-vault.ts'
import { AccountId } from '../people/contract.ts'

export const SecretNameId = id('secret-name')
export type SecretNameId = Id<'secret-name'>

/** Few on purpose: each reader is one more person who can be made to speak (D). */
export const MOST_NAME_READERS = 6

/** To whom a box was sealed. */
export const NameReader = record({ account: AccountId, key: PersonalKeyId })
export type NameReader = Readonly<Infer<typeof NameReader>>

/** What a sheet or an actor carries: an id that leads to a box, for who may open it. Made by the device that sealed the name. */
export const SealedName = record({ id: SecretNameId, readers: listOf(NameReader, MOST_NAME_READERS), box: base64().max(4000, 'too-long') })
export type SealedName = Readonly<Infer<typeof SealedName>>

/** Each opening, before the answer leaves; the keeper of the sheet sees who looked. */
export const NameLook = record({ account: AccountId, at: instant() })
export type NameLook = Readonly<Infer<typeof NameLook>>
