/*
Who reads, and what of a mission and an inspection is for them. The security note of a mission and the whole answers of a form tell where
the team sleeps and where the pit lies: they are for the team, for those who plan and review, and, the answers, for who is cleared for
exact positions. Everybody else is told that there is something, not what.
*/
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Member } from '../../domain/missions/mission.ts'
import { type Speaker, speaksFor } from '../../domain/missions/team.ts'
import type { SitesDoors } from '../register/place-of-site.ts'

export interface Reader {
  readonly doors: SitesDoors
  readonly who: Who
  readonly now: string
}

const speakerFor = async (tx: Tx, { doors, who }: Reader): Promise<Speaker> => {
  const [found] = who.organisation === null ? [] : await doors.people.organisations(tx, [asId('organisation', who.organisation)])
  return { account: who.account, organisation: found ? { id: found.id, kind: found.kind } : null }
}

const mayPlan = ({ who }: Reader): boolean => who.capabilities.has('sites.plan-mission') || who.capabilities.has('sites.review')
/** In the team by its organisation or account, and somebody who goes to the field at all. */
async function isOfTeam(tx: Tx, reader: Reader, members: readonly Member[]): Promise<boolean> {
  if (!reader.who.capabilities.has('sites.inspect')) return false
  const speaker = await speakerFor(tx, reader)
  return members.some((member) => speaksFor(member, speaker))
}

/** Of missions that have not left: sites, days and members are for those who plan, who review and who go, so that nobody waits for them. */
export async function whoMaySeePlans(tx: Tx, reader: Reader): Promise<(members: readonly Member[]) => boolean> {
  if (mayPlan(reader)) return () => true
  if (!reader.who.capabilities.has('sites.inspect')) return () => false
  const speaker = await speakerFor(tx, reader)
  return (members) => members.some((member) => speaksFor(member, speaker))
}

export const maySeeSecurity = async (tx: Tx, reader: Reader, members: readonly Member[]): Promise<boolean> =>
  mayPlan(reader) || (await isOfTeam(tx, reader, members))

export const maySeeAnswers = async (tx: Tx, reader: Reader, members: readonly Member[]): Promise<boolean> =>
  reader.who.capabilities.has('sites.exact-position') || (await isOfTeam(tx, reader, members))
