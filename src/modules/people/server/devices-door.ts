/*
What is true of a telephone now: whose it is, what its owner may with it, and why it is shut if it is. Sessions, parcels and lists all
ask here, so that a device that was removed is removed everywhere at once.
*/
import { asId } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { DeviceAsker, DeviceBrief, DevicesDoor, Territory } from '../contract.ts'
import { opensFiles } from '../domain/account-care.ts'
import { capabilitiesInField } from '../domain/field-capabilities.ts'
import { capabilitiesOf } from '../domain/roles.ts'
import { isWithin, sharedGround } from '../domain/territory.ts'
import { type Areas, areaParents } from './facts.ts'
import { type DeviceOfOwner, listDevicesOfOwners } from './store-device-sessions.ts'

export const createDevicesDoor = (places: Areas): DevicesDoor<Tx> => ({
  byId: async (tx, tenant, ids) => {
    const known = ids.length === 0 ? [] : await listDevicesOfOwners(tx, tenant, ids)
    const parentOf = await parentsFor(tx, { places, tenant, devices: known })
    return known.map((device) => briefOf(device, parentOf))
  },
  seenBy: async (tx, who) => {
    const all = await listDevicesOfOwners(tx, who.tenant, null)
    const parents = await areaParents(tx, places, who.tenant)
    const parentOf = (code: string): string | null => parents[code] ?? null
    return all.map((device) => briefOf(device, parentOf)).filter((device) => sees(who, device, parentOf))
  },
})

type ParentOf = (code: string) => string | null

/** Areas are read only where two lists of them have to be compared. */
export async function parentsFor(
  tx: Tx,
  { places, tenant, devices }: { readonly places: Areas; readonly tenant: string; readonly devices: readonly DeviceOfOwner[] },
): Promise<ParentOf> {
  const needed = devices.some(({ territory, ownersTerritory }) => territory !== 'everywhere' && ownersTerritory !== 'everywhere')
  const parents = needed ? await areaParents(tx, places, tenant) : {}
  return (code) => parents[code] ?? null
}

export const briefOf = (device: DeviceOfOwner, parentOf: ParentOf): DeviceBrief => ({
  id: asId('device', device.id),
  account: asId('account', device.account),
  organisation: device.organisation === null ? null : asId('organisation', device.organisation),
  role: device.role,
  capabilities: capabilitiesInField(device.role),
  territory: sharedGround(device.territory, device.ownersTerritory, parentOf),
  language: device.language,
  publicKey: device.publicKey,
  enrolledBy: device.enrolledBy,
  enrolledAt: device.enrolledAt,
  revokedAt: device.revokedAt,
  revokedReason: device.revokedReason,
  shut: shutBecause(device),
})

function shutBecause({ revokedAt, closedAt, roleHeld, officeLocked, atRest, role }: DeviceOfOwner): DeviceBrief['shut'] {
  if (revokedAt !== null) return 'device-removed'
  if (closedAt !== null) return 'account-closed'
  if (officeLocked) return 'office-locked-down'
  if (atRest && opensFiles(capabilitiesOf([role]))) return 'account-at-rest'
  return roleHeld ? null : 'device-role-withdrawn'
}

/** The owner with the one role of the telephone; nobody, with the reason, when it is shut. */
export function whoOfDevice(tenant: string, device: DeviceBrief): Who {
  const { id, account, organisation, role, capabilities, territory, language, shut } = device
  return shut === null
    ? { tenant, account, organisation, roles: [role], capabilities, territory, language, device: id }
    : { tenant, account: '', organisation: null, roles: [], capabilities: new Set(), territory: [], language, shut }
}

function sees(who: DeviceAsker, device: DeviceBrief, parentOf: ParentOf): boolean {
  if (who.capabilities.has('people.manage') || device.account === who.account) return true
  if (device.enrolledBy === who.account && who.capabilities.has('people.enrol-device')) return true
  if (!who.capabilities.has('field.oversee') || who.organisation === null || device.organisation !== who.organisation) return false
  return isWithin(device.territory, groundOf(who), parentOf)
}
const groundOf = (who: DeviceAsker): Territory => who.territory
