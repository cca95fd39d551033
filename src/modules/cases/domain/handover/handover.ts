/*
A whole case for another body: offered under the person's yes to exactly that body, taken by one of the few there to whom the keys were wrapped, ended at once when the yes
ends. Whoever offers hands over only vaults that they read and that the person agreed to; a witness's vault is in no offer. With the acceptance the body of the case changes, the
team that was leaves, and every key that they know is one under which nothing more is written.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import type { VaultName } from '../../contract-vault.ts'
import { type Access, memberOf, readsVault } from '../access/access.ts'
import { caseMachine } from '../case/case-machine.ts'
import type { AgeBand } from '../consent/age-bands.ts'
import { addHours } from '../clocks/instants.ts'
import { givingOf } from '../consent/giving-of.ts'
import { releaseFor } from '../consent/release.ts'
import type { CaseWhole } from '../file/file-state.ts'
import { stepsFrom } from '../machine.ts'
import { isHeld } from '../retention/shredding.ts'
import { PackageField } from '../referral/referral-words.ts'
import type { Handover, HandoverCommand, HandoverEnd, HandoverEvent, HandoverReason, OfferedPayload } from './handover-words.ts'

/** How long an answer may be waited for, at most (D). */
export const firstHandoverRule: { readonly mostDays: number; readonly evidence: Evidence } = { mostDays: 14, evidence: 'D' }
/** The coded part goes as a whole: without a yes to all of it there is nothing that could be handed over (D). */
export const CODED_FIELDS: readonly PackageField[] = [
  ...(['subject-code', 'age-band', 'gender', 'languages', 'disability', 'nationality', 'urgency', 'needs', 'case-history'] as const),
]
/** A vault goes whole or not at all, so each field that may lie in it must have been agreed to (D). */
const vaultFields: { readonly [V in VaultName]: readonly PackageField[] | null } = {
  identity: ['name', 'photo', 'birth-date', 'safe-contact', 'contact-times', 'documents-held'],
  narrative: ['statement', 'health-summary', 'safety-summary', 'family', 'last-location', 'accompanied-by'],
  perpetrator: PackageField.options,
  evidence: PackageField.options,
  // By its readers alone, one by one: domain/witness.
  witness: null,
}

/** The hour, and the ages of consent that the body of the case goes by; without them, ours. */
export interface ConsentMoment {
  readonly at: string
  readonly bands?: readonly AgeBand[] | undefined
}
export interface Agreed {
  readonly basis: string
  readonly vaults: readonly VaultName[]
}
/** What may go to that body by the person's word of this moment; an override carries no case away. Refuses as the consent gate does. */
export function agreedFor(
  { file, profile }: Pick<CaseWhole, 'file' | 'profile'>,
  recipient: OrganisationId,
  { at, bands }: ConsentMoment,
): Outcome<Agreed> {
  const consents = { ...file.consents, overrides: new Map() }
  const releasing = { consents, giving: givingOf(profile, bands), at, spent: [] }
  const asked = (fields: readonly PackageField[]) =>
    releaseFor(releasing, { purpose: 'case-transfer', recipient, service: null, fields: [...fields] })
  const coded = asked(CODED_FIELDS)
  if (!coded.ok) return coded
  const names = Object.entries(vaultFields).flatMap(([name, fields]) => (fields !== null && asked(fields).ok ? [name] : []))
  return accepted({ basis: coded.value.id, vaults: VAULTS.filter((one) => names.includes(one)) })
}
const VAULTS: readonly VaultName[] = ['identity', 'narrative', 'perpetrator', 'evidence']

export interface HandoverContext {
  readonly by: OfferedPayload['by']
  readonly organisation: OrganisationId | null
  readonly at: string
  readonly today: string
  readonly bands?: readonly AgeBand[] | undefined
  readonly keyHolders: ReadonlyMap<string, OrganisationId | null>
  readonly custodians: ReadonlySet<string>
  /** Keys that lie wrapped to the key which each taker has now. */
  readonly handed: readonly HandedKey[]
}
export interface HandedKey {
  readonly reader: string
  readonly vault: VaultName
  readonly generation: number
}
type Result = Outcome<readonly HandoverEvent[]>
type OfferCommand = Extract<HandoverCommand, { step: 'offer' }>
type Offer = Omit<OfferCommand, 'step'>

export function decideHandover(whole: CaseWhole, command: HandoverCommand, context: HandoverContext): Result {
  const { by, at } = context
  if (command.step === 'offer') return decideOffer(whole, command, context)
  const open = whole.handover
  if (open === null || open.handover !== command.handover) return refused('unknown-handover')
  const ended = (as: HandoverEnd, reason: HandoverReason): Result =>
    accepted([{ kind: 'case-handover.ended.v1', payload: { handover: open.handover, as, reason, by, at } }])
  switch (command.step) {
    case 'take-back':
      return ended('taken-back', command.reason)
    case 'decline':
      return isTaker(open, { account: by, organisation: context.organisation })
        ? ended('declined', command.reason)
        : refused('unknown-handover')
    case 'expire': {
      // A yes that was given for a time ends by itself, and no step of the case says so.
      const over = endOf(whole, context)
      if (over !== null) return ended(over, 'none')
      return at > open.respondBy ? ended('expired', 'none') : refused('handover-still-in-time', { until: open.respondBy })
    }
    case 'accept':
      return decideAccept(whole, open, context)
  }
}

function decideOffer(whole: CaseWhole, { step: _step, ...offer }: OfferCommand, context: HandoverContext): Result {
  const { file, access, handover, retention } = whole
  const { by, at, today } = context
  if (isHeld(retention, today)) return refused('legal-hold')
  if (!stepsFrom(caseMachine, file.standing.at).includes('accept-transfer'))
    return refused('case-not-so-far', { state: file.standing.at, step: 'accept-transfer' })
  if (handover !== null) return refused('handover-already-offered')
  if (offer.recipient === file.organisation) return refused('handover-to-own-body')
  if (offer.respondBy <= at || offer.respondBy > addHours(at, firstHandoverRule.mostDays * 24))
    return refused('handover-answer-time', { most: firstHandoverRule.mostDays })
  const agreed = agreedFor(whole, offer.recipient, context)
  if (!agreed.ok) return agreed
  const fault = takersFault(access, offer, context) ?? keysFault(access, offer, { by, agreed: agreed.value })
  if (fault !== null) return fault
  if (!offer.takers.every((taker) => isHanded(offer, taker, context))) return refused('handover-keys-missing')
  return accepted([{ kind: 'case-handover.offered.v1', payload: { ...offer, basis: agreed.value.basis, by, at } }])
}

/** Few, each of that body, with a key, and none who reads already or keeps shares for others. */
function takersFault(access: Access, { takers, recipient }: Offer, { keyHolders, custodians }: HandoverContext) {
  if (takers.some((one) => custodians.has(one))) return refused('custodian-reads-no-case')
  if (takers.some((one) => memberOf(access, one) !== null)) return refused('already-in-the-team')
  if (takers.some((one) => !keyHolders.has(one))) return refused('reader-without-key')
  return takers.some((one) => keyHolders.get(one) !== recipient) ? refused('handover-taker-of-another-body') : null
}
function keysFault(access: Access, { keys }: Offer, { by, agreed }: { readonly by: string; readonly agreed: Agreed }) {
  const vaults = keys.map((one) => one.vault)
  if (vaults.includes('witness')) return refused('witness-vault-apart')
  const alien = vaults.filter((vault) => !readsVault(access, by, vault))
  if (alien.length > 0) return refused('vault-not-yours-to-hand-out', { vaults: alien })
  if (vaults.some((vault) => access.mustRenew.has(vault))) return refused('vault-key-must-be-renewed')
  if (keys.some(({ vault, generation }) => access.generations.get(vault) !== generation)) return refused('handover-keys-missing')
  const beyond = vaults.filter((vault) => !agreed.vaults.includes(vault))
  if (beyond.length > 0) return refused('handover-vault-not-agreed', { vaults: beyond })
  // How to reach the person safely lies there, and with the acceptance nobody else reads it any more.
  return vaults.includes('identity') ? null : refused('handover-without-identity')
}
const isHanded = ({ keys }: Pick<OfferedPayload, 'keys'>, reader: string, { handed }: HandoverContext): boolean =>
  keys.every((key) => handed.some((one) => one.reader === reader && one.vault === key.vault && one.generation === key.generation))

function decideAccept(whole: CaseWhole, open: OfferedPayload, context: HandoverContext): Result {
  const { by, at, today } = context
  if (at > open.respondBy) return refused('handover-answer-late', { until: open.respondBy })
  if (endOf(whole, context) !== null) return refused('unknown-handover')
  if (context.custodians.has(by)) return refused('custodian-reads-no-case')
  if (!isTaker(open, { account: by, organisation: context.organisation })) return refused('unknown-handover')
  // Who was named a reader of the witness meanwhile: one account never opens both.
  if (memberOf(whole.access, by) !== null) return refused('handover-taker-reads-apart')
  // Team and keys stay as they are until it is lifted: what is not agreed to would be shut for the court too.
  if (isHeld(whole.retention, today)) return refused('legal-hold')
  // Their key is another one than when it was offered: what was wrapped opens nothing.
  if (!isHanded(open, by, context)) return refused('handover-keys-missing')
  return accepted([{ kind: 'case-handover.accepted.v1', payload: { handover: open.handover, recipient: open.recipient, by, at } }])
}

/** Why an offer stands no longer, by what the case says now; `null`: it stands. */
export function endOf(whole: CaseWhole, moment: ConsentMoment): HandoverEnd | null {
  const { handover, file, access } = whole
  if (handover === null) return null
  const agreed = agreedFor(whole, handover.recipient, moment)
  if (!agreed.ok || !handover.keys.every(({ vault }) => agreed.value.vaults.includes(vault))) return 'consent-ended'
  if (!stepsFrom(caseMachine, file.standing.at).includes('accept-transfer')) return 'case-not-worked'
  const isRenewed = handover.keys.some(
    ({ vault, generation }) => access.generations.get(vault) !== generation || access.mustRenew.has(vault),
  )
  return isRenewed ? 'keys-renewed' : null
}
/** Said with the step that ended it, whatever step that was. */
export function alsoEnded(whole: CaseWhole, { by, at, bands }: Pick<HandoverContext, 'by' | 'at' | 'bands'>): readonly HandoverEvent[] {
  const as = endOf(whole, { at, bands })
  return whole.handover === null || as === null
    ? []
    : [{ kind: 'case-handover.ended.v1', payload: { handover: whole.handover.handover, as, reason: 'none', by, at } }]
}

export const evolveHandover = (_before: Handover, event: HandoverEvent): Handover =>
  event.kind === 'case-handover.offered.v1' ? event.payload : null
/** Somebody of the body that it was offered to, to whom the keys were wrapped. */
export const isTaker = (
  handover: Handover | undefined,
  { account, organisation }: { account: string; organisation: string | null },
): boolean =>
  handover !== null && handover !== undefined && organisation === handover.recipient && handover.takers.some((one) => one === account)
