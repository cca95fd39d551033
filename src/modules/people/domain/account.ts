/*
An account: roles, an organisation, a territory. No name and no e-mail, because the log keeps what it is told for ever; those
are plain rows of sign-in. Who gave a role and when is the event itself. Three rules guard against a house with one master:
nobody gives a role to themselves, nobody hands on more ground than they hold, and the two checks of a certificate are two persons.
*/
import type { Decider } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, eitherOf, exactly, listOf, oneOf, orNull, record, text } from '../../../kernel/schema.ts'
import { OrganisationId, type Territory } from '../contract.ts'
import { INCOMPATIBLE_ROLES, isRole, MACHINE_ROLES } from './roles.ts'
import { isWithin } from './territory.ts'

export const TerritorySchema = eitherOf(exactly('everywhere'), listOf(text(12), 300))
const reason = () => text(400)

export const AccountRegistered = record({
  kind: oneOf('person', 'machine'),
  organisation: orNull(OrganisationId),
  roles: listOf(text(40), 30),
  territory: TerritorySchema,
})
export const RoleGranted = record({ role: text(40) })
export const RoleWithdrawn = record({ role: text(40), reason: reason() })
export const TerritorySet = record({ territory: TerritorySchema, reason: reason() })
export const AccountClosed = record({ reason: reason() })
export const accountKinds = {
  'account.registered.v1': AccountRegistered,
  'account.role-granted.v1': RoleGranted,
  'account.role-withdrawn.v1': RoleWithdrawn,
  'account.territory-set.v1': TerritorySet,
  'account.closed.v1': AccountClosed,
}
type Registered = Infer<typeof AccountRegistered>

export type AccountEvent =
  | { readonly kind: 'account.registered.v1'; readonly payload: Registered }
  | { readonly kind: 'account.role-granted.v1'; readonly payload: Infer<typeof RoleGranted> }
  | { readonly kind: 'account.role-withdrawn.v1'; readonly payload: Infer<typeof RoleWithdrawn> }
  | { readonly kind: 'account.territory-set.v1'; readonly payload: Infer<typeof TerritorySet> }
  | { readonly kind: 'account.closed.v1'; readonly payload: Infer<typeof AccountClosed> }

export type AccountCommand =
  | ({ readonly type: 'register' } & Registered)
  | ({ readonly type: 'grant-role' } & Infer<typeof RoleGranted>)
  | ({ readonly type: 'withdraw-role' } & Infer<typeof RoleWithdrawn>)
  | ({ readonly type: 'set-territory' } & Infer<typeof TerritorySet>)
  | ({ readonly type: 'close' } & Infer<typeof AccountClosed>)

export interface AccountState {
  readonly kind: 'person' | 'machine'
  readonly roles: readonly string[]
  readonly territory: Territory
  readonly closed: boolean
}

export interface AccountContext {
  /** Whether the account belongs to whoever asks. */
  readonly isSelf: boolean
  readonly organisationKnown: boolean
  readonly actorTerritory: Territory
  /** Of every area that the command names: its province, or `null` for a province. An area that is missing here is unknown. */
  readonly parents: { readonly [code: string]: string | null }
  /** Open accounts of other persons that may manage people everywhere. */
  readonly otherAdministrators: number
}

type Decided = Outcome<readonly AccountEvent[]>

export const accountDecider: Decider<AccountState | null, AccountCommand, AccountEvent, AccountContext> = {
  initial: null,
  decide: (state, command, context) => {
    if (command.type === 'register') return state ? refused('account-exists') : register(command, context)
    if (!state) return refused('unknown-account')
    if (state.closed) return refused('account-closed')
    if (!isWithin(state.territory, context.actorTerritory, (code) => context.parents[code] ?? null)) return refused('beyond-your-territory')
    switch (command.type) {
      case 'grant-role':
        return grantRole(state, command.role, context)
      case 'withdraw-role': {
        if (!state.roles.includes(command.role)) return refused('role-not-held', { role: command.role })
        if (command.role === 'ADMINISTRATOR' && context.otherAdministrators === 0) return refused('last-administrator')
        return accepted([{ kind: 'account.role-withdrawn.v1', payload: { role: command.role, reason: command.reason } }])
      }
      case 'set-territory':
        return setTerritory(command, context)
      case 'close': {
        if (state.roles.includes('ADMINISTRATOR') && context.otherAdministrators === 0) return refused('last-administrator')
        return accepted([{ kind: 'account.closed.v1', payload: { reason: command.reason } }])
      }
    }
  },
  evolve: (state, event) => {
    if (event.kind === 'account.registered.v1') {
      const { kind, roles, territory } = event.payload
      return { kind, roles, territory, closed: false }
    }
    if (!state) return state
    switch (event.kind) {
      case 'account.role-granted.v1':
        return { ...state, roles: [...state.roles, event.payload.role] }
      case 'account.role-withdrawn.v1':
        return { ...state, roles: state.roles.filter((role) => role !== event.payload.role) }
      case 'account.territory-set.v1':
        return { ...state, territory: event.payload.territory }
      case 'account.closed.v1':
        return { ...state, closed: true }
    }
  },
}

function register({ type: _type, ...payload }: Extract<AccountCommand, { type: 'register' }>, context: AccountContext): Decided {
  if (!context.organisationKnown) return refused('organisation-unknown')
  const roles = [...new Set(payload.roles)]
  const fault = roles.map((role, at) => faultOfRole(role, roles.slice(0, at), payload.kind)).find((found) => found !== null)
  if (fault) return fault
  return faultOfTerritory(payload.territory, context) ?? accepted([{ kind: 'account.registered.v1', payload: { ...payload, roles } }])
}

function grantRole(state: AccountState, role: string, context: AccountContext): Decided {
  if (context.isSelf) return refused('not-to-yourself', { role })
  if (state.roles.includes(role)) return refused('role-already-held', { role })
  return faultOfRole(role, state.roles, state.kind) ?? accepted([{ kind: 'account.role-granted.v1', payload: { role } }])
}

function setTerritory({ territory, reason: why }: Extract<AccountCommand, { type: 'set-territory' }>, context: AccountContext): Decided {
  if (context.isSelf) return refused('not-to-yourself')
  return faultOfTerritory(territory, context) ?? accepted([{ kind: 'account.territory-set.v1', payload: { territory, reason: why } }])
}

function faultOfRole(role: string, held: readonly string[], kind: AccountState['kind']): ReturnType<typeof refused> | null {
  if (!isRole(role)) return refused('role-unknown', { role })
  if (MACHINE_ROLES.includes(role) !== (kind === 'machine')) return refused('role-for-other-kind', { role })
  const clash = INCOMPATIBLE_ROLES.find((pair) => pair.includes(role) && pair.some((other) => other !== role && held.includes(other)))
  return clash ? refused('two-persons-needed', { role, held: clash.find((other) => other !== role) ?? null }) : null
}

function faultOfTerritory(territory: Territory, context: AccountContext): ReturnType<typeof refused> | null {
  if (territory !== 'everywhere') {
    if (territory.length === 0) return refused('territory-empty')
    const unknown = territory.find((code) => !Object.hasOwn(context.parents, code))
    if (unknown !== undefined) return refused('area-unknown', { area: unknown })
  }
  const within = isWithin(territory, context.actorTerritory, (code) => context.parents[code] ?? null)
  return within ? null : refused('beyond-your-territory')
}
