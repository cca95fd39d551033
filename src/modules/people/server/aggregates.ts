/* How the log meets the subjects of this module. */
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import {
  type AccountCommand,
  type AccountContext,
  type AccountEvent,
  type AccountState,
  accountDecider,
  accountKinds,
} from '../domain/account.ts'
import { type CareCommand, type CareContext, type CareEvent, type CareState, careDecider, careKinds } from '../domain/account-care.ts'
import { type DeviceCommand, type DeviceContext, type DeviceEvent, type DeviceState, deviceDecider, deviceKinds } from '../domain/device.ts'
import {
  type OfficeCommand,
  type OfficeContext,
  type OfficeEvent,
  type OfficeState,
  officeDecider,
  officeKinds,
} from '../domain/office-lock.ts'
import {
  type FactorPolicyCommand,
  type FactorPolicyContext,
  type FactorPolicyEvent,
  type FactorResetCommand,
  type FactorResetContext,
  type FactorResetEvent,
  type FactorResetState,
  factorPolicyDecider,
  factorPolicyKinds,
  factorResetDecider,
  factorResetKinds,
} from '../domain/second-factor.ts'
import {
  type OrganisationCommand,
  type OrganisationContext,
  type OrganisationEvent,
  type OrganisationRegistered,
  organisationDecider,
  organisationKinds,
} from '../domain/organisation.ts'

export const organisationAggregate: Aggregate<OrganisationRegistered | null, OrganisationCommand, OrganisationEvent, OrganisationContext> =
  {
    name: 'organisation',
    decider: organisationDecider,
    kinds: organisationKinds,
  }
export const accountAggregate: Aggregate<AccountState | null, AccountCommand, AccountEvent, AccountContext> = {
  name: 'account',
  decider: accountDecider,
  kinds: accountKinds,
}
export const deviceAggregate: Aggregate<DeviceState, DeviceCommand, DeviceEvent, DeviceContext> = {
  name: 'device',
  decider: deviceDecider,
  kinds: deviceKinds,
}
export const officeAggregate: Aggregate<OfficeState, OfficeCommand, OfficeEvent, OfficeContext> = {
  name: 'office',
  decider: officeDecider,
  kinds: officeKinds,
}
export const careAggregate: Aggregate<CareState, CareCommand, CareEvent, CareContext> = {
  name: 'account-care',
  decider: careDecider,
  kinds: careKinds,
}
export const factorPolicyAggregate: Aggregate<{ readonly waived: boolean }, FactorPolicyCommand, FactorPolicyEvent, FactorPolicyContext> = {
  name: 'second-factor',
  decider: factorPolicyDecider,
  kinds: factorPolicyKinds,
}
export const factorResetAggregate: Aggregate<FactorResetState, FactorResetCommand, FactorResetEvent, FactorResetContext> = {
  name: 'factor-reset',
  decider: factorResetDecider,
  kinds: factorResetKinds,
}
