/*
Who is to be warned of a breach: the owner of a file whose code stands in one of a body that could know it, because only they know a safe way to the person. Told
as a wait in their list and by the one neutral notice, until the person was warned or it was written why not. Who watches over the data learns of no file by it.
*/
import { addHours } from '../../domain/clocks/instants.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { warnWithin } from '../../domain/retention/breach.ts'
import { casesInHandsOf } from '../justice/store-hearings.ts'
import { type Records, asProgram } from '../record/records.ts'
import { casesOf } from '../statistics/store-tallies.ts'
import { type BreachPersonRow, type BreachRow, listRealBreaches } from './store-breach.ts'

export interface ToWarn {
  readonly breach: string
  readonly detectedAt: string
  readonly dueAt: string
}
interface NamedIn extends Pick<BreachRow, 'id' | 'organisation' | 'detectedAt'> {
  readonly person: BreachPersonRow
}
/** By code, oldest breach first. */
export type NamedInBreaches = ReadonlyMap<string, readonly NamedIn[]>
export async function namedInBreaches(tx: Tx, tenant: string): Promise<NamedInBreaches> {
  const found = new Map<string, readonly NamedIn[]>()
  for (const { id, organisation, detectedAt, persons } of await listRealBreaches(tx, tenant))
    for (const person of persons) found.set(person.code, [...(found.get(person.code) ?? []), { id, organisation, detectedAt, person }])
  return found
}

type Asked = Pick<CaseWhole, 'file' | 'access'>
/**
 * The oldest breach of which the person still waits to be warned. What an officer said ends it in their own body alone, where no owner was; a body that never
 * had the file nor a part of it names a code for nothing, so that nobody tries codes.
 */
export function warningOf(named: NamedInBreaches, { file, access }: Asked): (ToWarn & { readonly isOfOwnBody: boolean }) | null {
  if (file.subject === null) return null
  const knowing = new Set<string | null>([
    ...[file.organisation, ...file.heldBefore, ...access.members.map((one) => one.organisation)],
    ...[...file.referrals.values()].flatMap((one) => (one.sentAt === null ? [] : [one.recipient])),
  ])
  const isOpen = ({ organisation, person: { warning, owner = null } }: NamedIn): boolean =>
    organisation !== null && knowing.has(organisation) && isToTry(owner) && (organisation !== file.organisation || isToTry(warning))
  const found = named.get(file.subject)?.find(isOpen)
  if (found === undefined) return null
  const { id, organisation, detectedAt, person } = found
  const dueAt = addHours(detectedAt, warnWithin(person.risk))
  return { breach: id, detectedAt, dueAt, isOfOwnBody: organisation === file.organisation }
}
const isToTry = (said: BreachPersonRow['warning']): boolean => said === null || said === 'not-reached'

/** For the bell of who owns the files. Leaves the transaction in the scope of the program. */
export async function warningsFor(
  { records }: { readonly records: Records },
  tx: Tx,
  { tenant, account, now }: { readonly tenant: string; readonly account: string; readonly now: string },
): Promise<readonly string[]> {
  await asProgram(tx)
  const named = await namedInBreaches(tx, tenant)
  if (named.size === 0) return []
  const found: string[] = []
  for (const id of await casesInHandsOf(tx, tenant, account)) {
    const whole = (await records.load(tx, tenant, id))?.whole
    const wait = whole?.file.owner === account ? warningOf(named, whole) : null
    if (wait) found.push(`${id}/warn/${wait.breach}${wait.dueAt < now ? '/late' : ''}`)
  }
  return found
}

/** Whether somebody of the body answers for the file of this code: then they warn, and nobody says it for them. */
export async function hasOwner(
  { records }: { readonly records: Records },
  tx: Tx,
  { tenant, organisation, code }: { readonly tenant: string; readonly organisation: string; readonly code: string },
): Promise<boolean> {
  await asProgram(tx)
  for await (const { whole } of records.each(tx, tenant, await casesOf(tx, tenant, organisation)))
    if (whole.file.subject === code && whole.file.owner !== null) return true
  return false
}
