/*
Decisions about who reads a case. Whoever joins gets vaults by name; whoever leaves makes every later text unreadable to them, so no text is taken
under an old key once somebody has left. Breaking the glass takes two persons, a ground and an end, and stays in the file for the owner to see.
Here is decided who may hold a key; that nobody else can open anything is not decided but made so, on devices.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import type { AccountId, OrganisationId } from '../../../people/contract.ts'
import type { VaultName } from '../../contract-vault.ts'
import { addHours } from '../clocks/instants.ts'
import type { SealedRef } from '../sealed-ref.ts'
import type { AccessCommand, AccessEvent, MemberAs } from './access-words.ts'

export interface Member {
  readonly account: AccountId
  readonly organisation: OrganisationId | null
  readonly as: MemberAs
  readonly vaults: readonly VaultName[]
  readonly joinedAt: string
  readonly until: string | null
}
export interface KeptText {
  readonly id: string
  readonly vault: VaultName
  readonly generation: number
  readonly slot: string
  readonly by: string
  readonly at: string
  /** Another text stands in its place; this one stays readable to who could read it. */
  readonly isReplaced: boolean
}
export interface BreakGlass {
  readonly by: AccountId
  readonly organisation: OrganisationId | null
  readonly vaults: readonly VaultName[]
  readonly ground: string
  /** In words, sealed to a vault of the case; `null` in what was asked before words were required. */
  readonly reason: SealedRef | null
  readonly askedAt: string
  readonly answeredAt: string | null
  readonly state: 'asked' | 'approved' | 'declined' | 'ended'
  readonly until: string | null
}
export interface Access {
  readonly members: readonly Member[]
  readonly generations: ReadonlyMap<VaultName, number>
  /** Since the last key of the vault was made somebody left who could read it. */
  readonly mustRenew: ReadonlySet<VaultName>
  readonly texts: ReadonlyMap<string, KeptText>
  readonly broken: ReadonlyMap<string, BreakGlass>
}
export const noAccess: Access = { members: [], generations: new Map(), mustRenew: new Set(), texts: new Map(), broken: new Map() }

export interface AccessContext {
  readonly by: AccountId
  readonly organisation: OrganisationId | null
  readonly at: string
  readonly maySupervise: boolean
  readonly mayProtectData: boolean
  /** `opening`: who shall read is being said for the first time, by whoever opens, also by somebody who keeps no key of it. */
  readonly standing: string
  readonly caseOrganisation: OrganisationId | null
  /** People with a key of their own, and of which body: whoever is not in it can be handed nothing. */
  readonly keyHolders: ReadonlyMap<string, OrganisationId | null>
  /** Keep shares of keys for others, and therefore read no case. */
  readonly custodians: ReadonlySet<string>
  /** Where the body settled another length than ours. */
  readonly breakGlassHours?: number
}
/** How long broken glass stays open (D). */
export const firstBreakGlassRule: { readonly hours: number; readonly evidence: Evidence } = { hours: 24, evidence: 'D' }

export const memberOf = ({ members }: Access, account: string): Member | null => members.find((one) => one.account === account) ?? null
/** What somebody may open now: of broken glass only until its hour. */
export const vaultsOf = (access: Access, account: string, now: string): readonly VaultName[] => {
  const member = memberOf(access, account)
  return member === null || (member.until !== null && member.until <= now) ? [] : member.vaults
}
export const readsVault = (access: Access, account: string, vault: VaultName): boolean =>
  memberOf(access, account)?.vaults.includes(vault) ?? false

type Result = Outcome<readonly AccessEvent[]>
export function decideAccess(access: Access, command: AccessCommand, context: AccessContext): Result {
  const stamp = { by: context.by, at: context.at }
  switch (command.step) {
    case 'join':
      return decideJoin(access, command, context)
    case 'leave':
      return decideLeave(access, command, context)
    case 'renew-keys': {
      // A key that is there is made anew by who reads the vault; the first one by whoever works the case.
      const alien = command.generations.filter(({ vault }) => access.generations.has(vault) && !readsVault(access, context.by, vault))
      if (alien.length > 0) return refused('vault-not-yours-to-hand-out', { vaults: alien.map((one) => one.vault) })
      const old = command.generations.filter(({ vault, generation }) => generation !== (access.generations.get(vault) ?? 0) + 1)
      if (old.length > 0) return refused('vault-key-renewed-meanwhile', { vaults: old.map((one) => one.vault) })
      return accepted([{ kind: 'case-keys.renewed.v1', payload: { ...command, ...stamp } }])
    }
    case 'keep-text':
      return decideText(access, command, context)
    default:
      return decideBreakGlass(access, command, context)
  }
}

function decideJoin(access: Access, command: Extract<AccessCommand, { step: 'join' }>, context: AccessContext): Result {
  const { account, as, vaults } = command
  // Somebody of the team may be given one more vault, by who reads it; nothing less is a joining.
  const before = memberOf(access, account)
  if (before && (before.as !== as || !vaults.some((vault) => !before.vaults.includes(vault)))) return refused('already-in-the-team')
  // While no vault has a key, who opens the case says who shall read it: theirs are the keys that come.
  const isFirst = access.generations.size === 0
  const mine = memberOf(access, context.by)
  if (!isFirst && mine === null && !context.maySupervise) return refused('unknown-case')
  if (!isFirst && account === context.by) return refused('nobody-joins-themselves')
  const fault = strangerFault(command, context)
  if (fault !== null) return fault
  // Who supervises from outside brings people to the case, and no vault: those are handed by who reads them.
  if (!isFirst && mine === null && vaults.length > 0) return refused('vault-not-yours-to-hand-out', { vaults })
  if (as === 'break-glass') return refused('break-glass-has-its-own-way')
  if (as === 'handed-over') return refused('handover-has-its-own-way')
  if (as === 'owner' && access.members.some((one) => one.as === 'owner' && one.account !== account)) return refused('case-has-an-owner')
  // Nobody hands out a vault that they cannot read themselves: at most its keys are handed by two custodians.
  // A vault that has no key yet holds nothing: whoever gets the first one is not handed anything.
  const handed = vaults.filter((vault) => !(before?.vaults.includes(vault) ?? false))
  const beyond = isFirst ? [] : handed.filter((vault) => access.generations.has(vault) && !(mine?.vaults.includes(vault) ?? false))
  if (beyond.length > 0) return refused('vault-not-yours-to-hand-out', { vaults: beyond })
  if (as === 'witness-reader' ? vaults.some((one) => one !== 'witness') : vaults.includes('witness')) return refused('witness-vault-apart')
  if (vaults.includes('witness') && access.members.filter((one) => one.vaults.includes('witness')).length >= 3)
    return refused('witness-readers-full', { most: 3 })
  return accepted([{ kind: 'case-team.joined.v1', payload: { ...command, by: context.by, at: context.at, until: null } }])
}

/** A team is of the body of the case; a witness has readers of their own, who may be of another. */
function strangerFault({ account, as, organisation, vaults }: Extract<AccessCommand, { step: 'join' }>, context: AccessContext) {
  if (context.custodians.has(account)) return refused('custodian-reads-no-case')
  if (as !== 'witness-reader' && organisation !== context.caseOrganisation) return refused('team-of-another-body')
  const known = context.keyHolders.get(account)
  if (vaults.length > 0 && known === undefined) return refused('reader-without-key')
  return known !== undefined && known !== organisation ? refused('team-of-another-body') : null
}

function decideLeave(access: Access, command: Extract<AccessCommand, { step: 'leave' }>, context: AccessContext): Result {
  const member = memberOf(access, command.account)
  if (!member) return refused('not-in-the-team')
  const mine = memberOf(access, context.by)
  // Who reads a witness is watched over by the others who do: nobody else knows what is in there.
  const readTogether = member.as === 'witness-reader' && mine?.as === 'witness-reader'
  const mayTakeOut = command.account === context.by || mine?.as === 'owner' || context.maySupervise || readTogether
  if (!mayTakeOut) return refused('team-not-yours-to-change')
  const readers = access.members.filter((one) => one.account !== command.account)
  const orphaned = member.vaults.filter((vault) => !readers.some((one) => one.vaults.includes(vault)))
  if (orphaned.length > 0) return refused('vault-needs-a-reader', { vaults: orphaned })
  return accepted([{ kind: 'case-team.left.v1', payload: { ...command, by: context.by, at: context.at } }])
}

function decideText(access: Access, command: Extract<AccessCommand, { step: 'keep-text' }>, context: AccessContext): Result {
  const { id, vault, generation } = command.sealed
  if (access.texts.has(id)) return accepted([])
  const newest = access.generations.get(vault)
  if (newest === undefined) return refused('vault-not-there', { vault })
  if (generation !== newest) return refused('vault-key-too-old', { vault, newest })
  // Who asks for emergency access cannot make a key anew, and cannot wait for who could: their reason goes under the last one.
  const isPlea = command.sealed.slot === 'reason' && !readsVault(access, context.by, vault)
  if (access.mustRenew.has(vault) && !isPlea) return refused('vault-key-must-be-renewed', { vault })
  if (command.replaces !== undefined && access.texts.get(command.replaces)?.vault !== vault) return refused('unknown-text')
  return accepted([{ kind: 'case-text.kept.v1', payload: { ...command, by: context.by, at: context.at } }])
}

type GlassCommand = Exclude<AccessCommand, { step: 'join' | 'leave' | 'renew-keys' | 'keep-text' }>
function decideBreakGlass(access: Access, command: GlassCommand, context: AccessContext): Result {
  const stamp = { by: context.by, at: context.at }
  const known = access.broken.get(command.request)
  if (command.step === 'ask-break-glass') {
    if (!context.maySupervise && !context.mayProtectData) return refused('break-glass-not-yours')
    if (known) return refused('break-glass-already-asked')
    if (command.vaults.includes('witness')) return refused('witness-vault-apart')
    if (!isOwnReason(access, command.reason, context.by)) return refused('break-glass-needs-a-reason')
    return accepted([{ kind: 'case-break-glass.asked.v1', payload: { ...command, ...stamp, organisation: context.organisation } }])
  }
  if (!known) return refused('unknown-break-glass')
  if (command.step === 'end-break-glass') {
    if (known.state !== 'approved') return refused('break-glass-not-open')
    if (known.until !== null && context.at < known.until) return refused('break-glass-still-open', { until: known.until })
    const leaving = { step: 'leave', account: known.by, reason: 'time-over', ...stamp } as const
    return accepted([
      { kind: 'case-break-glass.ended.v1', payload: { ...command, ...stamp } },
      ...(memberOf(access, known.by)?.as === 'break-glass' ? [{ kind: 'case-team.left.v1', payload: leaving } as const] : []),
    ])
  }
  if (known.state !== 'asked') return refused('break-glass-already-answered')
  if (known.by === context.by) return refused('break-glass-by-another-person')
  if (!context.maySupervise && !context.mayProtectData) return refused('break-glass-not-yours')
  // Asked while the case was another body's: nobody of that body comes back in.
  if (command.step === 'approve-break-glass' && known.organisation !== context.caseOrganisation)
    return refused('break-glass-of-another-body')
  if (command.step === 'decline-break-glass') return accepted([{ kind: 'case-break-glass.declined.v1', payload: { ...command, ...stamp } }])
  const until = addHours(context.at, context.breakGlassHours ?? firstBreakGlassRule.hours)
  const isIn = memberOf(access, known.by) !== null
  const opened: AccessEvent = { kind: 'case-break-glass.approved.v1', payload: { ...command, ...stamp, until } }
  const joined: AccessEvent = {
    kind: 'case-team.joined.v1',
    payload: {
      step: 'join',
      account: known.by,
      organisation: known.organisation,
      as: 'break-glass',
      vaults: [...known.vaults],
      ...stamp,
      until,
    },
  }
  return accepted(isIn ? [opened] : [opened, joined])
}

export function evolveAccess(access: Access, event: AccessEvent): Access {
  switch (event.kind) {
    case 'case-team.joined.v1': {
      const { account, organisation, as, vaults, at, until } = event.payload
      const others = access.members.filter((one) => one.account !== account)
      const before = memberOf(access, account)?.vaults ?? []
      const all = [...new Set([...before, ...vaults])]
      return { ...access, members: [...others, { account, organisation, as, vaults: all, joinedAt: at, until }] }
    }
    case 'case-team.left.v1': {
      const gone = memberOf(access, event.payload.account)
      const members = access.members.filter((one) => one.account !== event.payload.account)
      return { ...access, members, mustRenew: new Set([...access.mustRenew, ...(gone?.vaults ?? [])]) }
    }
    case 'case-keys.renewed.v1': {
      const renewed = event.payload.generations
      return {
        ...access,
        generations: new Map([...access.generations, ...renewed.map((one) => [one.vault, one.generation] as const)]),
        mustRenew: new Set([...access.mustRenew].filter((vault) => !renewed.some((one) => one.vault === vault))),
      }
    }
    case 'case-text.kept.v1': {
      const { sealed, replaces, by, at } = event.payload
      const { id, vault, generation, slot } = sealed
      const before = replaces === undefined ? undefined : access.texts.get(replaces)
      const kept = new Map(access.texts)
      if (before) kept.set(before.id, { ...before, isReplaced: true })
      return { ...access, texts: kept.set(id, { id, vault, generation, slot, by, at, isReplaced: false }) }
    }
    default:
      return { ...access, broken: evolveBroken(access.broken, event) }
  }
}
/** Who is responsible now; who was, stays in the team. */
export const withOwner = (access: Access, owner: string): Access => ({
  ...access,
  members: access.members.map((one) =>
    one.as === 'owner' || one.as === 'worker' || (one.as === 'handed-over' && one.account === owner)
      ? { ...one, as: one.account === owner ? 'owner' : 'worker' }
      : one,
  ),
})
type GlassEvent = Extract<AccessEvent, { kind: `case-break-glass.${string}` }>
/** Written for this by who asks, and not words that stood in the case for something else. */
function isOwnReason({ texts, broken }: Access, reason: SealedRef | undefined, by: string): boolean {
  const text = reason === undefined ? undefined : texts.get(reason.id)
  const isUsed = [...broken.values()].some((one) => one.reason !== null && one.reason.id === reason?.id)
  return text !== undefined && text.vault === reason?.vault && text.slot === 'reason' && text.by === by && !isUsed
}
function evolveBroken(broken: Access['broken'], event: GlassEvent): Access['broken'] {
  if (event.kind === 'case-break-glass.asked.v1') {
    const { request, by, organisation, vaults, ground, reason = null, at } = event.payload
    const asked: BreakGlass = { by, organisation, vaults, ground, reason, askedAt: at, answeredAt: null, state: 'asked', until: null }
    return new Map([...broken, [request, asked]])
  }
  const before = broken.get(event.payload.request)
  if (!before) return broken
  const state = glassState[event.kind]
  const until = event.kind === 'case-break-glass.approved.v1' ? event.payload.until : before.until
  const answeredAt = before.answeredAt ?? event.payload.at
  return new Map([...broken, [event.payload.request, { ...before, state, until, answeredAt }]])
}
const glassState = {
  'case-break-glass.approved.v1': 'approved',
  'case-break-glass.declined.v1': 'declined',
  'case-break-glass.ended.v1': 'ended',
} as const
