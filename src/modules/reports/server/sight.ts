/*
Who sees a report: its author's organisation; who may read reports and whose territory covers the author's; everybody, once it was released as public.
Who may write or release is asked of the capability, and always of the own organisation.
*/
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import { asId } from '../../../kernel/schema.ts'
import { type OrganisationBrief, covers } from '../../people/contract.ts'
import type { ReportHouse } from './house.ts'

const own = (who: Who, organisation: string): boolean => who.organisation !== null && who.organisation === organisation
export const mayWrite = (who: Who, organisation: string): boolean => own(who, organisation) && who.capabilities.has('reports.write')
export const mayRelease = (who: Who, organisation: string): boolean => own(who, organisation) && who.capabilities.has('reports.release')

/** Provinces cover their territoires in the codes of a territory; a national body lies outside every limited one. */
export function maySee(who: Who, body: Pick<OrganisationBrief, 'id' | 'area'>): boolean {
  if (own(who, body.id))
    return who.capabilities.has('reports.write') || who.capabilities.has('reports.release') || who.capabilities.has('reports.read')
  return who.capabilities.has('reports.read') && covers(who.territory, { province: body.area, territoire: body.area })
}
export async function bodyOf(
  house: ReportHouse,
  tx: Tx,
  { tenant, organisation }: { readonly tenant: string; readonly organisation: string },
): Promise<OrganisationBrief> {
  const [body] = await house.people.organisations(tx, [asId('organisation', organisation)], tenant)
  if (body === undefined) throw new Error('a report of an organisation that is not known')
  return body
}
