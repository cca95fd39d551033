/*
Routes of one's own key and of the keys of those to whom one seals. The sealed private half is a plain row that only its owner gets; the public half is a fact. Whoever may hold no key is told so
whatever they ask for.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, asId, listOf, maybe, mustParse, oneOf, parse, record, text } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, canOneOf, signedIn } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { AccountId, OrganisationId } from '../../../people/contract.ts'
import { KeyHolders, OwnKey, RegisterKey, ReplaceSealedKey, SealedPersonalKey } from '../../contract-keys.ts'
import { type PersonalKeyEvent, personalKeyKinds } from '../../domain/keys/key-words.ts'
import { type PersonalKeyCommand, type PersonalKeyContext, type PersonalKeys, personalKeyDecider } from '../../domain/keys/personal-keys.ts'
import { enterCases } from '../record/store-scope.ts'
import { type KeyAccount, type KeyParts, type TrainingParts, custodiansOf, fingerprintOf, holdersOf } from './holders.ts'
import { currentKeys, findBox, isPublicKeyKnown, keepBox } from './store-keys.ts'
import { recoveriesOf } from './store-recovery.ts'
import { dropWrapsOfOldKeys } from './store-vault-keys.ts'

export const personalKeyAggregate: Aggregate<PersonalKeys, PersonalKeyCommand, PersonalKeyEvent, PersonalKeyContext> = {
  ...{ name: 'personal-key', decider: personalKeyDecider, kinds: personalKeyKinds },
}
/** To whom of another body something may be sealed: those who get what is sent to it, and never the whole of its people. */
const OPEN_TO_OTHERS: readonly string[] = [
  'cases.supervise',
  'cases.receive',
  'cases.shelter',
  'cases.justice',
  'cases.determine',
  'conflict.named',
]
const Asked = record({
  organisation: maybe(OrganisationId),
  capability: maybe(
    oneOf(
      ...([
        'cases.work',
        'cases.supervise',
        'cases.receive',
        'cases.shelter',
        'cases.justice',
        'cases.determine',
        'cases.guard-shares',
        'conflict.named',
        'conflict.name-request',
      ] as const),
    ),
  ),
  /** Identifiers with commas between them. */
  accounts: maybe(text(8000)),
})

export const keyRoutes = (parts: KeyParts & TrainingParts & { readonly database: Database }): readonly Route[] => [
  readRoute({
    path: '/api/keys/mine',
    allow: canOneOf('cases.hold-key', 'conflict.named'),
    summary: 'One’s own key with its sealed private half, the custodians of one’s organisation, and the recoveries one asked for',
    answer: OwnKey,
    read: async ({ tx, tenant, who }) => accepted(await ownKey(tx, { ...parts, tenant }, who)),
  }),
  registerRoute(parts),
  rawRoute({
    method: 'POST',
    path: '/api/keys/mine/sealed',
    allow: canOneOf('cases.hold-key', 'conflict.named'),
    summary: 'Keeps the same key sealed anew, after the passphrase was changed or a passkey chosen',
    schemas: { body: ReplaceSealedKey },
    answer: async ({ body, who, tenant, now }) => {
      const given = parse(ReplaceSealedKey, body)
      if (!given.ok) return badInput(given.faults)
      const { key, sealed } = given.value
      return outcomeReply(
        await parts.database.transaction(async (tx) => {
          const [current] = await currentKeys(tx, tenant, [who.account])
          if (current?.key !== key || current.publicKey !== sealed.publicKey) return refused('no-personal-key')
          await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'record' })
          await keepBox(tx, tenant, { account: who.account, key, sealed, at: now })
          return accepted({})
        }),
      )
    },
  }),
  readRoute({
    path: '/api/keys/holders',
    allow: signedIn,
    summary: 'Public keys of those to whom something may be sealed: colleagues, and receivers of another body',
    query: Asked,
    answer: KeyHolders,
    read: async ({ tx, tenant, who, query }) => {
      // Whoever proposes to the conflict map may seal a name, and needs no other key for it.
      const sealsNames =
        (query.capability === 'conflict.named' && who.capabilities.has('conflict.propose')) ||
        // A reader seals anew to the liaison who asked.
        (query.capability === 'conflict.name-request' && who.capabilities.has('conflict.named'))
      const mayAsk = ['cases.hold-key', 'conflict.named', 'cases.signal', 'cases.protect-data'].some((one) => who.capabilities.has(one))
      if (!sealsNames && !mayAsk) return refused('not-allowed')
      const picked = listed(query.accounts)
      if (picked === null) return refused('not-understood', { faults: [{ path: 'accounts', problem: 'not-an-id:account' }] })
      const organisation = query.organisation ?? who.organisation
      const isOwn = organisation !== null && organisation === who.organisation
      // Readers of names sit in several bodies, and whoever seals need not know in which.
      const anywhere = sealsNames && query.organisation === undefined
      const fits = (account: KeyAccount): boolean =>
        (anywhere || account.organisation === organisation) &&
        (query.capability === undefined || account.capabilities.has(query.capability)) &&
        (picked.length === 0 || picked.includes(account.account)) &&
        (isOwn || OPEN_TO_OTHERS.some((one) => account.capabilities.has(one)))
      return accepted({ holders: [...(await holdersOf(tx, { ...parts, tenant }, fits))] })
    },
  }),
]

const registerRoute = (parts: TrainingParts): Route =>
  writeRoute({
    path: '/api/keys/mine',
    allow: canOneOf('cases.hold-key', 'conflict.named'),
    summary:
      'Registers the public half of a key made on a device and keeps its sealed private half; a former key is retired with the reason',
    body: RegisterKey,
    write: async ({ door, who, tenant, envelope, data: { key, sealed, because }, now }) => {
      // One that ran out for good refuses; that nobody noted any yet is warned of where trainings are noted (D). A key in wrong hands is put out of use whatever else is owed.
      const owed = await door.read(async (tx) => {
        const trained = await parts.training.statesOf(tx, tenant, { account: who.account, today: todayAt(now) })
        const isRetiring = because !== 'replaced' && (await currentKeys(tx, tenant, [who.account])).length > 0
        return trained.get('DATA_PROTECTION') === 'over' && !isRetiring
      })
      if (owed) return refused('training-ran-out')
      return door.execute({
        ...{ aggregate: personalKeyAggregate, subject: who.account, envelope, who },
        command: { step: 'register', key, publicKey: sealed.publicKey, because },
        context: async (tx) => ({ isTaken: await isPublicKeyKnown(tx, tenant, sealed.publicKey) }),
        beside: async (tx) => {
          await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'record' })
          await keepBox(tx, tenant, { account: who.account, key, sealed, at: now })
          // Whoever holds the old key must find nothing more that it opens.
          if (because === 'stolen') await dropWrapsOfOldKeys(tx, tenant, { reader: who.account, key })
        },
      })
    },
  })

function listed(accounts: string | undefined): readonly string[] | null {
  if (accounts === undefined) return []
  const found = parse(listOf(AccountId, 200), accounts.split(','))
  return found.ok ? found.value : null
}

async function ownKey(tx: Tx, parts: KeyParts & { readonly tenant: string }, who: Who): Promise<Infer<typeof OwnKey>> {
  const { tenant } = parts
  await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'reader' })
  const [current] = await currentKeys(tx, tenant, [who.account])
  const box = current === undefined ? null : await findBox(tx, tenant, { account: who.account, key: current.key })
  const recoveries = await recoveriesOf(tx, tenant, who.account)
  return {
    key:
      current === undefined || box === null
        ? null
        : {
            account: asId('account', who.account),
            ...{ key: asId('personal-key', current.key), publicKey: current.publicKey, fingerprint: fingerprintOf(current.publicKey) },
            ...{ registeredAt: current.registeredAt, sealed: mustParse(SealedPersonalKey, box) },
          },
    custodians: who.organisation === null ? [] : [...(await custodiansOf(tx, parts, who.organisation))],
    recoveries: recoveries.map(({ id, askedAt, finishedAt, reopened, givenBy, isOpen }) => ({
      ...{ id, askedAt, finishedAt, isOpen, cases: reopened, givenBy: givenBy.map((one) => asId('account', one)) },
    })),
  }
}
