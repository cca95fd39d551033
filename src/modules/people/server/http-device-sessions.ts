/*
How a telephone comes in: it asks for a nonce, signs it with the key it was enrolled with, and gets a token that lives half a day and
is kept here only as a hash. Before that, a phone that has just read an enrolment may ask what it would become, so that its holder
sees the role and the organisation and can turn back. Nobody's name is told to a stranger who holds a code.
*/
import { createHash, randomBytes } from 'node:crypto'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, instant, mustParse, oneOf, orNull, parse, record, text } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Reply, type Route, anyone } from '../../../platform/http/route.ts'
import { verifySignature } from '../../../platform/keys/signer.ts'
import { AskDeviceSession, Challenge, DeviceSession } from '../../field/contract.ts'
import { DeviceId } from '../contract.ts'
import { TerritorySchema } from '../domain/account.ts'
import { ENROLMENT_MINUTES } from '../domain/device.ts'
import { devicePolicyOf } from '../domain/device-policy.ts'
import { tokenHash } from './token-hash.ts'
import { type Challenges, sessionMessage } from './device-challenge.ts'
import { createDevicesDoor } from './devices-door.ts'
import { findOffer } from './facts.ts'
import type { RouteParts } from './route-parts.ts'
import type { AttemptRule, SignInParts } from './sign-in.ts'
import { findAccount, listOrganisationRows } from './store.ts'
import { insertDeviceSession } from './store-device-sessions.ts'
import { findUser } from './store-sign-in.ts'

export const SESSION_HOURS = 12

export interface SessionParts extends RouteParts {
  readonly tenant: string
  readonly challenges: Challenges
  readonly attempt: SignInParts['attempt']
  /** What a telephone seals its keys to, so that its work can be rescued. */
  readonly rescueKey: { readonly id: string; readonly publicKey: Uint8Array }
}

/** Wrong signatures of one device, and from one address; guesses at enrolment codes. Right ones are not counted: two hundred phones behind one mast are nobody's attack. */
const WRONG: AttemptRule = { window: 15 * 60, max: 20 }
const WRONG_FROM: AttemptRule = { window: 15 * 60, max: 200 }
const PREVIEWS: AttemptRule = { window: 60, max: 60 }

const PreviewAsked = record({ secret: text(80) })
const Preview = record({
  role: text(40),
  organisation: orNull(text(400)),
  territory: TerritorySchema,
  language: oneOf('fr', 'en'),
  expiresAt: instant(),
})

export const deviceSessionRoutes = (parts: SessionParts): readonly Route[] => [
  rawRoute({
    method: 'POST',
    path: '/api/devices/:device/challenges',
    summary: 'a nonce for a telephone to sign, good for two minutes',
    allow: anyone,
    schemas: { params: record({ device: DeviceId }), answer: Challenge },
    answer: async ({ params, now }) => {
      const asked = parse(record({ device: DeviceId }), params)
      if (!asked.ok) return badInput(asked.faults)
      return { status: 200, body: { nonce: parts.challenges.make(asked.value.device, now), serverTime: now } }
    },
  }),
  rawRoute({
    method: 'POST',
    path: '/api/device-sessions',
    summary: `a telephone signs the nonce and gets a token for ${SESSION_HOURS} hours, with the rules it keeps and the key it seals to`,
    allow: anyone,
    schemas: { body: AskDeviceSession, answer: DeviceSession },
    answer: async ({ body, now, address }) => {
      const asked = parse(AskDeviceSession, body)
      if (!asked.ok) return badInput(asked.faults)
      return openSession(parts, asked.value, { now, address: address ?? '' })
    },
  }),
  rawRoute({
    method: 'POST',
    path: '/api/enrolments/preview',
    summary: 'what a phone would become by this one-time secret: role, organisation, territory, language; never whose',
    allow: anyone,
    schemas: { body: PreviewAsked, answer: Preview },
    answer: async ({ body, now, address }) => {
      const asked = parse(PreviewAsked, body)
      if (!asked.ok) return badInput(asked.faults)
      return counted(parts, { key: `enrolment-at|${hashed(address ?? '')}`, rule: PREVIEWS }, async () =>
        outcomeReply(await preview(parts, asked.value.secret, now)),
      )
    },
  }),
]

const hashed = (value: string): string => createHash('sha256').update(value).digest('hex').slice(0, 32)

async function counted(
  parts: Pick<SessionParts, 'attempt'>,
  { key, rule }: { readonly key: string; readonly rule: AttemptRule },
  work: () => Promise<Reply>,
): Promise<Reply> {
  const { allowed, retryAfter } = await parts.attempt(key, rule)
  return allowed ? work() : outcomeReply(tooMany(retryAfter))
}
const tooMany = (seconds: number | null): ReturnType<typeof refused> =>
  refused('too-many-tries', { minutes: Math.max(1, Math.ceil((seconds ?? 60) / 60)) })

async function openSession(
  parts: SessionParts,
  asked: Infer<typeof AskDeviceSession>,
  { now, address }: { readonly now: string; readonly address: string },
): Promise<Reply> {
  const { database, tenant } = parts
  const [device] = await database.single((tx) => createDevicesDoor(parts.places).byId(tx, tenant, [asked.device]))
  const isSigned =
    device !== undefined &&
    parts.challenges.isGood(asked.device, asked.nonce, now) &&
    verifySignature(
      Buffer.from(device.publicKey, 'base64'),
      sessionMessage(asked.device, asked.nonce),
      Buffer.from(asked.signature, 'base64'),
    )
  if (!device || !isSigned) {
    // The right key gets in however often somebody else tried under its name.
    return counted(parts, { key: `device-at|${hashed(address)}`, rule: WRONG_FROM }, () =>
      counted(parts, { key: `device|${hashed(asked.device)}`, rule: WRONG }, async () =>
        outcomeReply(refused(device ? 'device-signature-not-valid' : 'device-not-enrolled')),
      ),
    )
  }
  if (device.shut) return outcomeReply(refused(device.shut))
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.parse(now) + SESSION_HOURS * 3_600_000).toISOString()
  await database.single((tx) => insertDeviceSession(tx, tenant, { sha256: tokenHash(token), device: device.id, at: now, expiresAt }))
  const rescueKey = { id: parts.rescueKey.id, publicKey: Buffer.from(parts.rescueKey.publicKey).toString('base64') }
  return { status: 200, body: { token, expiresAt, serverTime: now, policy: devicePolicyOf(device.capabilities), rescueKey } }
}

function preview({ database, tenant }: SessionParts, secret: string, now: string): Promise<Outcome<Infer<typeof Preview>>> {
  return database.read(async (tx): Promise<Outcome<Infer<typeof Preview>>> => {
    const offer = await findOffer(tx, tenant, secret)
    if (!offer) return refused('enrolment-not-found')
    if (offer.used) return refused('enrolment-used')
    if (offer.expiresAt <= now) return refused('enrolment-expired', { minutes: ENROLMENT_MINUTES })
    if (!offer.accountOpen) return refused('account-closed')
    if (!offer.roleHeld) return refused('role-not-held', { role: offer.role })
    const owner = await findAccount(tx, tenant, offer.account)
    const [organisation] = owner?.organisation ? await listOrganisationRows(tx, tenant, { ids: [owner.organisation] }) : []
    const user = await findUser(tx, offer.account)
    const { role, territory, expiresAt } = offer
    return accepted(
      mustParse(Preview, { role, organisation: organisation?.name ?? null, territory, language: user?.language ?? 'fr', expiresAt }),
    )
  })
}
