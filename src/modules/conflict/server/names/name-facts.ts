/* What decisions about secret names rest on: who is fit to read, a name as it stands, and who somebody is, by function and body. */
import { type Id, asId, listOf, mustParse, orNull } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Route } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { OrganisationId, type PeopleDoor } from '../../../people/contract.ts'
import { NameReader } from '../../contract-names.ts'
import { NameAsked } from '../../domain/names/name-events.ts'
import { isRequestOpen } from '../../domain/names/name-request.ts'
import { type SecretNameContext, openGrants, presentReaders } from '../../domain/names/secret-name.ts'
import { findName } from './store-names.ts'
import { listGrants, listRequests } from './store-requests.ts'

/** An open account, without who that is. */
export interface NameAccount {
  readonly account: string
  readonly organisation: string | null
  readonly roles: readonly string[]
}
export interface NameDoors {
  readonly people: PeopleDoor<Tx>
  readonly accounts: (tx: Tx, tenant: string) => Promise<readonly NameAccount[]>
  /** Who may read secret names and has a key, with that key. */
  readonly fitReaders: (tx: Tx, tenant: string) => Promise<readonly NameReader[]>
  /** Who asks for names on behalf of justice and has a key. */
  readonly liaisons: (tx: Tx, tenant: string) => Promise<readonly NameReader[]>
  /** Whoever opens has a second factor and signed the undertaking. */
  readonly underSigned: (routes: readonly Route[]) => readonly Route[]
}
export const accountOf = (account: string): Id<'account'> => asId('account', account)

export const contextOf =
  (doors: NameDoors, { tenant, who, request }: { readonly tenant: string; readonly who: Who; readonly request?: string }) =>
  async (tx: Tx, _state: unknown, { now }: { readonly now: string }): Promise<SecretNameContext> => {
    const [asked] = request === undefined ? [] : await listRequests(tx, tenant, { id: request })
    const isOpen = asked !== undefined && isRequestOpen({ askedAt: asked.askedAt, isDeclined: asked.declinedAs !== null }, now)
    return {
      ...{ now, account: accountOf(who.account), fit: await doors.fitReaders(tx, tenant), liaisons: await doors.liaisons(tx, tenant) },
      requester: isOpen ? asked.account : null,
    }
  }

interface Standing {
  readonly tenant: string
  readonly name: string
  readonly account: string
  readonly now: string
}
/** A name as it stands in this transaction, and whether the account is a reader who is present, or was given it for a time that runs. */
export async function standingOf(doors: NameDoors, tx: Tx, { tenant, name, account, now }: Standing) {
  const row = await findName(tx, tenant, name)
  const readers = row === null ? [] : mustParse(listOf(NameReader), row.readers)
  const present = presentReaders(readers, await doors.fitReaders(tx, tenant))
  const grants = (await listGrants(tx, tenant, { name })).map(({ reader, until, isOver }) => ({
    to: mustParse(NameReader, reader),
    until,
    isOver,
  }))
  const running = openGrants({ grants: grants.filter((one) => !one.isOver) }, await doors.liaisons(tx, tenant), now)
  return {
    ...{ row, readers, present, isReader: present.some((one) => one.account === account) },
    asked: mustParse(orNull(NameAsked), row?.asked ?? null),
    grants: grants.map((one) => ({
      account: one.to.account,
      until: one.until,
      isOver: !running.some(({ to, until }) => to.key === one.to.key && until === one.until),
    })),
    isGiven: running.some(({ to }) => to.account === account),
  }
}

/** Function and body of an account; of one that is closed, its number alone. */
export async function personsOf({ accounts, people }: NameDoors, tx: Tx, tenant: string) {
  const known = new Map((await accounts(tx, tenant)).map((one) => [one.account, one]))
  const ids = [...new Set([...known.values()].flatMap(({ organisation }) => (organisation === null ? [] : [organisation])))]
  const bodies = await people.organisations(tx, mustParse(listOf(OrganisationId), ids), tenant)
  return (account: string) => {
    const found = known.get(account)
    const body = bodies.find((one) => one.id === found?.organisation)?.name ?? null
    return { account: accountOf(account), roles: [...(found?.roles ?? [])], body }
  }
}
