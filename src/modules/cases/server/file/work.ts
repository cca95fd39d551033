/*
One step of work on a case, with what must stand or fall with it: keys of vaults that come, wraps that go with who leaves, boxes for a receiving
body, the tally of a case that is forgotten. Nothing is taken while the office is locked down.
*/
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { asId } from '../../../../kernel/schema.ts'
import { type Outcome, refused } from '../../../../kernel/outcome.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Door } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { CommandEnvelope, Receipt } from '../../../../platform/log/receipt.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import type { PackageBox } from '../../contract.ts'
import type { VaultKeys, VaultName, VaultWrap } from '../../contract-vault.ts'
import { bodiesNamed, mayHoldChildFile } from '../../domain/children/caafag.ts'
import { dueDaysOf } from '../../domain/file/file-context.ts'
import type { FileContext } from '../../domain/file/file-context.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { type Standing, standingOf } from '../../domain/access/standing.ts'
import { dropLooseParts } from '../attachments/store-files.ts'
import type { RetentionRules } from '../../domain/retention/schedule.ts'
import { currentKeys } from '../keys/store-keys.ts'
import { besideHandover, handedFault, handedIn, takersIn } from '../handover/handing.ts'
import { destroyVaultKeys, dropWraps, keepVaultKeys } from '../keys/store-vault-keys.ts'
import { type Told, asProgram } from '../record/records.ts'
import { contextFor, organisationOf } from './context.ts'
import type { CaseDoors } from './doors.ts'
import { recipientReads } from '../../domain/referral/referral-machine.ts'
import { dropAllPackages, dropPackages, insertTally, isInShelter, keepPackages, keepUntil } from './store-beside.ts'
import { keepReleased } from './store-released.ts'

export interface Work {
  readonly door: Pick<Door, 'execute' | 'read'>
  readonly who: Who
  readonly envelope: CommandEnvelope
  readonly case: string
  readonly all: readonly OneCommand[]
  readonly keys?: VaultKeys | undefined
  readonly packages?: readonly PackageBox[] | undefined
  /** Keys of vaults for who may take the case over. */
  readonly handed?: readonly VaultWrap[] | undefined
  /** The body of justice to which a complaint goes. */
  readonly towards?: OrganisationId | undefined
  readonly mayMake?: boolean
  readonly standing?: Standing
}

export async function workOn(doors: CaseDoors, work: Work): Promise<Outcome<Receipt>> {
  const { door, who, envelope, all, keys, packages } = work
  const organisation = organisationOf(who)
  const locked = organisation !== null && (await door.read((tx) => doors.isLockedDown(tx, who.tenant, organisation)))
  if (locked) return refused('office-locked-down')
  const fault = keysFault(all, keys) ?? packagesFault(all, packages) ?? handedFault(all, work.handed)
  if (fault !== null) return refused(fault)
  return doors.records.command(
    {
      ...{ door, who, envelope, id: work.case, mayMake: work.mayMake ?? false },
      mayTouch: (whole) => (work.standing ?? standingFor(whole, who)) !== 'none',
      context: async (tx, whole, moment) => {
        const sheltered = await isInShelter(tx, who.tenant, work.case)
        const asked = {
          doors,
          who,
          towards: work.towards ?? null,
          isInShelter: sheltered,
          ...(await holdersIn(tx, doors, work)),
          ...(work.standing ? { standing: work.standing } : {}),
        }
        return {
          ...(await contextFor(tx, whole, { asked, moment })),
          armed: await armedAmong(tx, doors, { who, all }),
          bound: await boundAmong(tx, doors, { who, all, today: moment.today }),
          ...(await handing(tx, work)),
        }
      },
      beside: async (tx, told) => {
        await asProgram(tx)
        if (keys) await keepVaultKeys(tx, who.tenant, { case: work.case, keys, by: who.account, at: told.moment.now })
        if (packages && packages.length > 0) await keepPackages(tx, who.tenant, { case: work.case, packages })
        await besideHandover(tx, who.tenant, { case: work.case, told, handed: work.handed })
        await keepReleased(tx, who.tenant, { case: work.case, told })
        const { rules } = await doors.rules.at(tx, who.tenant, told.moment.now)(told.before.file.organisation)
        await endWhatEnds(tx, { tenant: who.tenant, case: work.case, told, retention: rules.retention })
      },
    },
    { all },
  )
}

const handing = async (tx: Tx, { who, all, handed }: Work): Promise<Pick<FileContext, 'handed'>> => ({
  handed: await handedIn(tx, who.tenant, { all, handed, account: who.account }),
})
/** Whether there is anything between them at all; whose hour is over knows that there is, so no hour is asked here. */
const standingFor = (whole: CaseWhole, who: Who): Standing =>
  standingOf(whole, {
    account: who.account,
    organisation: who.organisation,
    may: (capability) => who.capabilities.has(capability),
    now: '',
  })

/** New generations and the keys that come with them must be the same; a reader who joins brings wraps, nobody else does; shares come with a new key. */
function keysFault(all: readonly OneCommand[], keys: VaultKeys | undefined): string | null {
  const renewed = all.flatMap((one) => (one.about === 'access' && one.ask.step === 'renew-keys' ? one.ask.generations : []))
  const brought = keys?.keys ?? []
  const isBrought = (one: { readonly vault: string; readonly generation: number }): boolean =>
    brought.some((key) => key.vault === one.vault && key.generation === one.generation)
  if (renewed.length !== brought.length || !renewed.every(isBrought)) return 'vault-keys-and-generations-differ'
  const joining = all.flatMap((one) => (one.about === 'access' && one.ask.step === 'join' ? [one.ask] : []))
  const extra = (keys?.wraps ?? []).some(
    (wrap) => !isBrought(wrap) && !joining.some((one) => one.account === wrap.reader && one.vaults.includes(wrap.vault)),
  )
  if (extra) return 'wrap-for-nobody-who-joins'
  const shares = keys?.shares ?? []
  if (shares.some((one) => !isBrought(one))) return 'shares-come-with-a-new-key'
  const isSplit = brought.every((key) => {
    const of = shares.filter((one) => one.vault === key.vault && one.generation === key.generation).map((one) => one.custodian)
    return of.length === 0 || (of.length === 3 && new Set(of).size === 3)
  })
  return isSplit ? null : 'custodians-must-be-three'
}

/** Who of those who join, or for whom something was wrapped, has a key now, and of which body they are. */
async function holdersIn(
  tx: Tx,
  doors: CaseDoors,
  { who, all, keys }: Work,
): Promise<Pick<FileContext, 'keyHolders' | 'custodians' | 'wraps'>> {
  const joining = all.flatMap((one) => (one.about === 'access' && one.ask.step === 'join' ? [one.ask.account.toString()] : []))
  const wrapped = (keys?.wraps ?? []).map((one) => one.reader.toString())
  const named = [...new Set([...joining, ...wrapped, ...takersIn(all)])]
  if (named.length === 0) return { keyHolders: new Map(), custodians: new Set(), wraps: [] }
  const accounts = (await doors.accounts(tx, who.tenant)).filter(
    (one) => named.includes(one.account) && one.capabilities.has('cases.hold-key'),
  )
  const current = await currentKeys(tx, who.tenant, named)
  const has = accounts.filter((one) => current.some((key) => key.account === one.account))
  const keyHolders = new Map(
    has.map((one) => [one.account, one.organisation === null ? null : asId('organisation', one.organisation)] as const),
  )
  const wraps = (keys?.keys ?? []).map(({ vault, generation }) => ({
    vault,
    readers: (keys?.wraps ?? [])
      .filter((one) => one.vault === vault && one.generation === generation)
      .filter((one) => current.some((key) => key.account === one.reader && key.key === one.key))
      .map((one) => one.reader.toString()),
  }))
  const custodians = new Set(accounts.filter((one) => one.capabilities.has('cases.guard-shares')).map((one) => one.account))
  return { keyHolders, custodians, wraps }
}

/** Of the bodies that the steps name, those with arms: the file of a child who was with a group goes to none of them. */
async function armedAmong(tx: Tx, doors: CaseDoors, { who, all }: Pick<Work, 'who' | 'all'>): Promise<readonly string[]> {
  const named = bodiesNamed(all).map((one) => asId('organisation', one))
  if (named.length === 0) return []
  const bodies = await doors.people.organisations(tx, named, who.tenant)
  return bodies.filter(({ kind }) => !mayHoldChildFile(kind)).map((one) => one.id)
}

/** Of the accounts that the steps call onto a panel, those that are open and bound by the undertaking: asked of the house, not of who calls them. */
async function boundAmong(
  tx: Tx,
  doors: CaseDoors,
  { who, all, today }: Pick<Work, 'who' | 'all'> & { readonly today: string },
): Promise<readonly string[]> {
  const called = all.flatMap((one) => (one.about === 'best-interests' && one.ask.step === 'schedule-panel' ? one.ask.members : []))
  if (called.length === 0) return []
  const open = new Set((await doors.accounts(tx, who.tenant)).map(({ account }) => account))
  const bound: string[] = []
  for (const account of new Set(called.map((one) => one.account.toString())))
    if (open.has(account) && (await doors.care.isUndertakingSigned(tx, who.tenant, { account, today }))) bound.push(account)
  return bound
}

/** A package goes with the sending of its own referral, once: nothing is laid down for one that was taken back, or for another case's. */
function packagesFault(all: readonly OneCommand[], packages: readonly PackageBox[] = []): string | null {
  const sent = new Set(all.flatMap((one) => (one.about === 'referral' && one.ask.step === 'send' ? [one.ask.referral.toString()] : [])))
  return packages.some((one) => !sent.has(one.referral)) ? 'package-without-sending' : null
}

const ENDS_FILES: readonly string[] = ['case-attachment.withdrawn.v1', 'case.shredded.v1', 'witness-key.destroyed.v1']
interface Ending {
  readonly tenant: string
  readonly case: string
  readonly told: Told
  readonly retention: RetentionRules
}
async function endWhatEnds(tx: Tx, { tenant, case: of, told, retention }: Ending): Promise<void> {
  // What is no longer a file of the case leaves no piece behind, whole or half sent.
  if (told.isForgotten || told.events.some(({ event }) => ENDS_FILES.includes(event.kind))) await dropLooseParts(tx, tenant, of)
  for (const { event } of told.events) {
    if (event.kind === 'case-team.left.v1') await dropWraps(tx, tenant, { case: of, reader: event.payload.account })
    if (event.kind === 'witness-key.destroyed.v1') await destroyVaultKeys(tx, tenant, { case: of, vaults: ['witness'] })
    if (event.kind === 'case-consent-evidence.destroyed.v1') await destroyVaultKeys(tx, tenant, { case: of, vaults: ['evidence'] })
    if (event.kind === 'referral.moved.v1' && !recipientReads(event.payload.to) && event.payload.to !== 'draft')
      await dropPackages(tx, tenant, event.payload.referral)
    if (event.kind !== 'case.shredded.v1') continue
    await dropAllPackages(tx, tenant, of)
    const due = event.payload.because === 'own-wish' ? null : evidenceDay(told.before, retention)
    const ended: readonly VaultName[] = ['identity', 'narrative', 'perpetrator', ...(due === null ? (['evidence'] as const) : [])]
    // A vault that was made for a witness and never opened ends with the rest.
    await destroyVaultKeys(tx, tenant, { case: of, vaults: told.isForgotten ? [...ended, 'witness'] : ended })
    // The number of the tally follows from nothing that anybody keeps, not even from the hour.
    await insertTally(tx, tenant, { id: uuidV7(0, randomBytes(10)), facts: event.payload.facts })
    if (due !== null) await keepUntil(tx, tenant, { case: of, vault: 'evidence', due })
  }
}
/** A person who wished everything gone has the proof of consent gone too; by the schedule it stays its year. */
const evidenceDay = (before: CaseWhole, retention: RetentionRules): string | null =>
  before.access.generations.has('evidence') ? dueDaysOf(before, retention).evidenceDueOn : null
