/*
People's read tables follow the log. "By" and "when" come from the event, so that a rebuild gives the same rows.
*/
import type { StoredEvent } from '../../../platform/log/event.ts'
import { subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import { AccountClosed, AccountRegistered, RoleGranted, RoleWithdrawn, TerritorySet } from '../domain/account.ts'
import { AccountRested, AccountReviewed, AccountWoken, UndertakingSigned } from '../domain/account-care.ts'
import { TrainingNoted } from '../domain/training.ts'
import { DeviceEnrolled, DeviceRevoked } from '../domain/device.ts'
import { OrganisationAmended, OrganisationRegistered } from '../domain/organisation.ts'
import { OfficeDrilled, OfficeLiftAsked, OfficeLifted, OfficeLockAsked, OfficeLockedDown } from '../domain/office-lock.ts'
import { FactorDemanded, FactorReset, FactorResetAsked, FactorResetWithdrawn, FactorWaived } from '../domain/second-factor.ts'
import { saveTraining } from './store-training.ts'
import * as store from './store.ts'
import * as care from './store-care.ts'
import * as offices from './store-offices.ts'
import * as factors from './store-second-factor.ts'

const of = (event: StoredEvent): string => subjectId(event.subject)

export const peopleProjection: Projection = {
  name: 'people',
  tables: [
    'organisation',
    'account',
    'account_role',
    'device',
    'office_lock',
    'office_alarm',
    'account_undertaking',
    'account_training',
    'account_review',
    'account_rest',
    'second_factor_waiver',
    'second_factor_reset',
  ],
  apply: {
    'organisation.registered.v1': on(OrganisationRegistered, (tx, event) =>
      store.insertOrganisation(tx, event.tenant, {
        ...event.payload,
        identifiers: present(event.payload.identifiers),
        id: of(event),
        registeredAt: event.happenedAt,
      }),
    ),
    'organisation.amended.v1': on(OrganisationAmended, (tx, event) =>
      store.amendOrganisation(tx, event.tenant, { ...event.payload, id: of(event) }),
    ),
    'account.registered.v1': on(AccountRegistered, async (tx, event) => {
      const { roles, ...payload } = event.payload
      await store.insertAccount(tx, event.tenant, { ...payload, id: of(event), registeredAt: event.happenedAt })
      for (const role of roles) await store.insertRole(tx, event.tenant, grantRow(event, role))
    }),
    'account.role-granted.v1': on(RoleGranted, (tx, event) => store.insertRole(tx, event.tenant, grantRow(event, event.payload.role))),
    'account.role-withdrawn.v1': on(RoleWithdrawn, (tx, event) =>
      store.deleteRole(tx, event.tenant, { account: of(event), role: event.payload.role }),
    ),
    'account.territory-set.v1': on(TerritorySet, (tx, event) =>
      store.setAccountTerritory(tx, event.tenant, { account: of(event), territory: event.payload.territory }),
    ),
    'account.closed.v1': on(AccountClosed, (tx, event) =>
      store.closeAccount(tx, event.tenant, { account: of(event), at: event.happenedAt }),
    ),
    'device.enrolled.v1': on(DeviceEnrolled, (tx, event) =>
      store.insertDevice(tx, event.tenant, {
        ...event.payload,
        id: of(event),
        enrolledBy: event.payload.offeredBy,
        enrolledAt: event.happenedAt,
      }),
    ),
    'account-care.undertaking-signed.v1': on(UndertakingSigned, (tx, event) =>
      care.saveUndertaking(tx, event.tenant, { ...cared(event), version: event.payload.version }),
    ),
    'account-care.reviewed.v1': on(AccountReviewed, (tx, event) =>
      care.saveReview(tx, event.tenant, { ...cared(event), by: event.payload.by }),
    ),
    'account-training.noted.v1': on(TrainingNoted, (tx, event) => saveTraining(tx, event.tenant, { ...cared(event), ...event.payload })),
    'account-care.rested.v1': on(AccountRested, (tx, event) => care.saveRest(tx, event.tenant, { ...cared(event), ...event.payload })),
    'account-care.woken.v1': on(AccountWoken, (tx, event) => care.endRest(tx, event.tenant, { ...cared(event), by: event.payload.by })),
    'office.locked-down.v1': on(OfficeLockedDown, (tx, event) =>
      offices.lockOffice(tx, event.tenant, { ...said(event), reason: event.payload.reason }),
    ),
    'office.lock-asked.v1': on(OfficeLockAsked, (tx, event) =>
      offices.askToLock(tx, event.tenant, { ...said(event), reason: event.payload.reason }),
    ),
    'office.drilled.v1': on(OfficeDrilled, (tx, event) => offices.noteDrill(tx, event.tenant, said(event))),
    'office.lift-asked.v1': on(OfficeLiftAsked, (tx, event) => offices.askToLift(tx, event.tenant, said(event))),
    'office.lifted.v1': on(OfficeLifted, (tx, event) => offices.liftOffice(tx, event.tenant, said(event))),
    'second-factor.waived.v1': on(FactorWaived, (tx, event) => factors.saveWaiver(tx, event.tenant, said(event))),
    'second-factor.demanded.v1': on(FactorDemanded, (tx, event) => factors.deleteWaiver(tx, event.tenant, of(event))),
    'factor-reset.asked.v1': on(FactorResetAsked, (tx, event) =>
      factors.saveAsked(tx, event.tenant, { account: of(event), ...event.payload }),
    ),
    'factor-reset.withdrawn.v1': on(FactorResetWithdrawn, (tx, event) => factors.clearAsked(tx, event.tenant, of(event))),
    'factor-reset.done.v1': on(FactorReset, (tx, event) => factors.saveReset(tx, event.tenant, cared(event))),
    'device.revoked.v1': on(DeviceRevoked, (tx, event) => store.revokeDevice(tx, event.tenant, { id: of(event), ...event.payload })),
  },
}

const cared = (event: StoredEvent) => ({ account: of(event), at: event.happenedAt })
const said = (event: StoredEvent<{ readonly by: string }>) => ({ organisation: of(event), at: event.happenedAt, by: event.payload.by })
const grantRow = (event: StoredEvent, role: string) => ({ account: of(event), role, at: event.happenedAt, by: event.actor.account })
const present = (numbers: { readonly [name: string]: string | undefined }): { [name: string]: string } =>
  Object.fromEntries(Object.entries(numbers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
