/* Routes of custodians: who they are, naming three of them, and the confirmation by one of the three. For one's own organisation only. */
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can, signedIn } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import { ConfirmCustodians, CustodiansShown, NameCustodians } from '../../contract-keys.ts'
import { type CustodianCommand, type CustodianContext, type CustodiansState, custodianDecider } from '../../domain/keys/custodians.ts'
import { type CustodianEvent, custodianKinds } from '../../domain/keys/key-words.ts'
import { type KeyParts, custodiansOf, holdersOf, mayGuard } from './holders.ts'
import { namingsOf } from './store-keys.ts'

export const custodianAggregate: Aggregate<CustodiansState, CustodianCommand, CustodianEvent, CustodianContext> = {
  ...{ name: 'key-custodians', decider: custodianDecider, kinds: custodianKinds },
}
const own = (who: Who): Outcome<string> => (who.organisation === null ? refused('not-your-organisation') : accepted(who.organisation))

export const custodianRoutes = (parts: KeyParts): readonly Route[] => [
  readRoute({
    path: '/api/keys/custodians',
    allow: signedIn,
    summary: 'The three custodians of one’s own organisation, those who wait to be confirmed, and who may be named',
    answer: CustodiansShown,
    read: async ({ tx, tenant, who }) => {
      if (!who.capabilities.has('cases.hold-key') && !who.capabilities.has('cases.protect-data')) return refused('not-allowed')
      const organisation = own(who)
      if (!organisation.ok) return organisation
      const { waiting } = await namingsOf(tx, tenant, organisation.value)
      const mayName = who.capabilities.has('cases.protect-data')
      return accepted({
        custodians: [...(await custodiansOf(tx, { ...parts, tenant }, organisation.value))],
        waiting:
          waiting === null
            ? null
            : {
                ...{ naming: waiting.naming, namedAt: waiting.namedAt, custodians: waiting.custodians.map((one) => asId('account', one)) },
                mayConfirm: waiting.custodians.includes(who.account),
              },
        fit: mayName ? [...(await holdersOf(tx, { ...parts, tenant }, mayGuard(organisation.value)))] : [],
      })
    },
  }),
  writeRoute({
    path: '/api/keys/custodians',
    allow: can('cases.protect-data'),
    summary: 'Names three custodians of one’s own organisation; they take over once one of them has confirmed',
    body: NameCustodians,
    write: async ({ door, who, tenant, envelope, data: { custodians } }): Promise<Outcome<Receipt>> => {
      const organisation = own(who)
      if (!organisation.ok) return organisation
      const naming = asId('custodians-naming', envelope.id)
      return door.execute({
        ...{ aggregate: custodianAggregate, subject: organisation.value, envelope, who },
        command: { step: 'name', naming, organisation: asId('organisation', organisation.value), custodians },
        context: (tx) => contextOf(tx, { ...parts, tenant }, { who, organisation: organisation.value }),
      })
    },
  }),
  writeRoute({
    path: '/api/keys/custodians/confirmations',
    allow: can('cases.guard-shares'),
    summary: 'One of those who were named confirms the three',
    body: ConfirmCustodians,
    write: async ({ door, who, tenant, envelope, data: { naming } }): Promise<Outcome<Receipt>> => {
      const organisation = own(who)
      if (!organisation.ok) return organisation
      const waiting = await door.read(async (tx) => (await namingsOf(tx, tenant, organisation.value)).waiting)
      if (waiting !== null && waiting.naming !== naming) return refused('no-custodians-to-confirm')
      return door.execute({
        ...{ aggregate: custodianAggregate, subject: organisation.value, envelope, who, command: { step: 'confirm' } },
        context: (tx) => contextOf(tx, { ...parts, tenant }, { who, organisation: organisation.value }),
      })
    },
  }),
]

const contextOf = async (
  tx: Tx,
  parts: KeyParts & { readonly tenant: string },
  { who, organisation }: { readonly who: Who; readonly organisation: string },
): Promise<CustodianContext> => ({
  account: who.account,
  fit: (await holdersOf(tx, parts, mayGuard(organisation))).map(({ account }) => account),
})
