/*
Devices over HTTP: an officer offers an enrolment, a phone takes it with its public key, either is seen and revoked. The secret
is answered once and never again; the log learns the key, the account, the role and who offered it.
*/
import { randomBytes } from 'node:crypto'
import { refused } from '../../../kernel/outcome.ts'
import { base64, instant, listOf, oneOf, orNull, parse, record, text } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, anyone, signedIn } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import { AccountId, DeviceId, OrganisationId } from '../contract.ts'
import { TerritorySchema } from '../domain/account.ts'
import { DeviceRevoked, ENROLMENT_MINUTES, EnrolmentId, REVOCATION_REASONS, enrolmentLink, enrolmentText } from '../domain/device.ts'
import { opensFiles } from '../domain/account-care.ts'
import { isForField } from '../domain/field-capabilities.ts'
import { capabilitiesOf } from '../domain/roles.ts'
import { isWithin } from '../domain/territory.ts'
import { newId } from './add-account.ts'
import { deviceAggregate } from './aggregates.ts'
import { answerAs } from './answer-as.ts'
import { tokenHash } from './token-hash.ts'
import { areaParents, findOffer } from './facts.ts'
import type { RouteParts } from './route-parts.ts'
import { type DeviceRow, findAccount, findDevice, isKeyKnown, listAccounts, listDevices } from './store.ts'
import { insertEnrolment } from './store-enrolment.ts'

const DeviceShown = record({
  id: DeviceId,
  account: AccountId,
  role: text(40),
  territory: TerritorySchema,
  enrolledBy: text(60),
  enrolledAt: instant(),
  revokedAt: orNull(instant()),
  revokedReason: orNull(oneOf(...REVOCATION_REASONS)),
})
const Devices = record({ devices: listOf(DeviceShown) })
const NewEnrolment = record({ account: AccountId, role: text(40), territory: TerritorySchema })
const Enrolment = record({ enrolment: EnrolmentId, secret: text(80), qr: text(400), link: text(400), expiresAt: instant() })

export const deviceRoutes = (parts: RouteParts): readonly Route[] => [listRoute, accountsRoute, offerRoute(parts), takeRoute, revokeRoute]

const seesAll = (who: Who): boolean => who.capabilities.has('people.manage')
/** Officers, for others; who accompanies persons, for herself alone. */
const mayOffer = ({ capabilities }: Who): boolean => capabilities.has('people.enrol-device') || capabilities.has('cases.work')
const seesDevice = (who: Who, device: DeviceRow): boolean =>
  seesAll(who) || device.account === who.account || (device.enrolledBy === who.account && who.capabilities.has('people.enrol-device'))

const listRoute = readRoute({
  path: '/api/devices',
  summary: 'devices: one’s own, those one enrolled, or all for whoever manages people',
  allow: signedIn,
  answer: Devices,
  read: async ({ tx, who }) => {
    const seen = (await listDevices(tx, who.tenant)).filter((device) => seesDevice(who, device))
    return answerAs(Devices, { devices: seen.map(({ publicKey: _key, enrolment: _offer, ...shown }) => shown) })
  },
})

const Enrollable = record({
  accounts: listOf(record({ id: AccountId, organisation: orNull(OrganisationId), roles: listOf(text(40)), territory: TerritorySchema })),
})
const accountsRoute = readRoute({
  path: '/api/enrolments/accounts',
  summary: 'whose phone one may enrol: persons of the own organisation, or all for whoever manages people; no names',
  allow: signedIn,
  answer: Enrollable,
  read: async ({ tx, who }) => {
    if (!mayOffer(who)) return refused('not-allowed')
    const open = (await listAccounts(tx, who.tenant)).filter(({ kind, closedAt }) => kind === 'person' && closedAt === null)
    const mine = open.filter((one) =>
      who.capabilities.has('people.enrol-device')
        ? seesAll(who) || (who.organisation !== null && one.organisation === who.organisation)
        : one.id === who.account,
    )
    return answerAs(Enrollable, {
      accounts: mine.map(({ id, organisation, roles, territory }) => ({ id, organisation, roles: [...roles], territory })),
    })
  },
})

const offerRoute = (parts: RouteParts): Route =>
  rawRoute({
    method: 'POST',
    path: '/api/enrolments',
    summary: `offers an account's role to one phone for ${ENROLMENT_MINUTES} minutes; answers the text of the QR code, once`,
    allow: signedIn,
    schemas: { body: NewEnrolment, answer: Enrolment },
    answer: async ({ body, who, now }) => {
      if (!mayOffer(who)) return outcomeReply(refused('not-allowed'))
      const asked = parse(NewEnrolment, body)
      if (!asked.ok) return badInput(asked.faults)
      // Whoever took a telephone that was open would else make another with it, which stays when the first is removed.
      if (who.device !== undefined) return outcomeReply(refused('only-with-password'))
      const { account, role } = asked.value
      const territory = asked.value.territory === 'everywhere' ? asked.value.territory : [...asked.value.territory]
      const fault = await parts.database.read((tx) => faultOfOffer(tx, { parts, who, ...asked.value }))
      if (fault) return outcomeReply(fault)
      const secret = randomBytes(24).toString('base64url')
      const enrolment = newId(now)
      const expiresAt = new Date(Date.parse(now) + ENROLMENT_MINUTES * 60_000).toISOString()
      const row = {
        id: enrolment,
        account,
        role,
        territory,
        createdBy: who.account,
        createdAt: now,
        expiresAt,
        secretSha256: tokenHash(secret),
      }
      await parts.database.transaction((tx) => insertEnrolment(tx, who.tenant, row))
      const { baseUrl } = parts
      return {
        status: 200,
        body: { enrolment, secret, qr: enrolmentText(baseUrl, secret), link: enrolmentLink(baseUrl, secret), expiresAt },
      }
    },
  })

interface Offering {
  readonly parts: RouteParts
  readonly who: Who
  readonly account: string
  readonly role: string
  readonly territory: 'everywhere' | readonly string[]
}
/** An officer enrols for the own organisation; whoever manages people, for all. Nobody offers more ground than officer and owner both hold. */
async function faultOfOffer(tx: Tx, { parts, who, account, role, territory }: Offering): Promise<ReturnType<typeof refused> | null> {
  const isSelf = account === who.account
  // A telephone is a way in without a password: whoever runs the accounts would else open files under another's name.
  if (!isSelf && opensFiles(capabilitiesOf([role]))) return refused('enrol-own-telephone', { role })
  const isOwnKey = isSelf && opensFiles(capabilitiesOf([role]))
  // The telephone will stand for the second factor, so it comes from somebody who has one.
  if (isOwnKey && !(await parts.factors.isFactorMet(tx, who.tenant, who))) return refused('second-factor-needed')
  if (!who.capabilities.has('people.enrol-device') && !isOwnKey) return refused('not-allowed')
  const owner = await findAccount(tx, who.tenant, account)
  if (!owner) return refused('unknown-account')
  if (owner.closedAt !== null) return refused('account-closed')
  if (owner.kind !== 'person') return refused('role-for-other-kind', { role })
  if (!owner.roles.includes(role)) return refused('role-not-held', { role })
  if (!isSelf && !seesAll(who) && (who.organisation === null || owner.organisation !== who.organisation))
    return refused('not-your-organisation')
  if (!seesAll(who) && !isForField(role) && !opensFiles(capabilitiesOf([role]))) return refused('role-not-for-field', { role })
  const parents = await areaParents(tx, parts.places, who.tenant)
  const unknown = territory === 'everywhere' ? undefined : territory.find((code) => !Object.hasOwn(parents, code))
  if (unknown !== undefined) return refused('area-unknown', { area: unknown })
  const provinceOf = (code: string): string | null => parents[code] ?? null
  if (!isWithin(territory, who.territory, provinceOf)) return refused('beyond-your-territory')
  return isWithin(territory, owner.territory, provinceOf) ? null : refused('beyond-their-territory')
}

const takeRoute = writeRoute({
  path: '/api/devices',
  summary: 'a phone takes an enrolment: its public key for the one-time secret; the device is named by the command’s id',
  allow: anyone,
  body: record({ secret: text(80), publicKey: base64() }),
  write: async ({ door, who: stranger, tenant, data, envelope }) => {
    const seen = await door.read((tx) => findOffer(tx, tenant, data.secret))
    // A guess is answered before the log is asked: it would otherwise be remembered there for ever.
    if (!seen) return refused('enrolment-not-found')
    const who: Who = { ...stranger, tenant, account: seen.account, roles: [seen.role], territory: seen.territory }
    return door.execute({
      aggregate: deviceAggregate,
      subject: envelope.id,
      command: { type: 'enrol', publicKey: data.publicKey },
      context: async (tx, _state, { now }) => ({
        now,
        offer: await findOffer(tx, tenant, data.secret),
        keyKnown: await isKeyKnown(tx, tenant, data.publicKey),
        mayRevoke: false,
      }),
      envelope,
      who,
    })
  },
})

const revokeRoute = writeRoute({
  path: '/api/devices/:device/revocations',
  summary: 'from which instant a device signs nothing any more, and why',
  allow: signedIn,
  params: record({ device: DeviceId }),
  body: DeviceRevoked,
  write: ({ door, who, params, data, envelope }) =>
    door.execute({
      aggregate: deviceAggregate,
      subject: params.device,
      command: { type: 'revoke', ...data },
      context: async (tx, _state, { now }) => {
        const device = await findDevice(tx, who.tenant, params.device)
        return { now, offer: null, keyKnown: true, mayRevoke: device !== null && seesDevice(who, device) }
      },
      envelope,
      who,
    }),
})
