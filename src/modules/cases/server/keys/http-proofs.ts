/*
Proofs of consent of forgotten files, for the custodians of the body: a list of months, one's own share, lending it to another with a ground, and opening what
another lent. Each opening is a line of the log before the answer leaves. What is not of one's body, or not for one, answers as what does not exist.
*/
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, listOf, looseRecord, mustParse, parse, record, text, whole } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import { LendShares, ProofGround, ProofId, ProofList, ProofShare, ProofShares, ProofToOpen, SealedProof } from '../../contract-proofs.ts'
import { type ProofCommand, type ProofContext, type ProofEvent, proofDecider, proofKinds } from '../../domain/keys/proofs.ts'
import type { RulesDoor } from '../rules/rules-door.ts'
import { asProgram } from '../record/records.ts'
import { giftsOf, keepGift, proofsOf } from './store-proofs.ts'

export const proofAggregate: Aggregate<null, ProofCommand, ProofEvent, ProofContext> = {
  ...{ name: 'consent-proof', decider: proofDecider, kinds: proofKinds },
}
const params = record({ proof: ProofId })
const Kept = looseRecord({ shares: listOf(record({ generation: whole(), custodian: text(60), share: text(4_000) }), 200) })
const Gift = record({ ground: ProofGround, shares: listOf(ProofShare, 40) })

/** Of one's own body, with who holds shares of it; `null`: none that concerns who asks. */
async function findOwn(tx: Tx, { tenant, who, proof }: { readonly tenant: string; readonly who: Who; readonly proof: string }) {
  await asProgram(tx)
  const found = (await proofsOf(tx, tenant, who.organisation ?? '')).find((one) => one.proof === proof)
  if (found === undefined) return null
  const { shares } = mustParse(Kept, found.sealed)
  const of = (account: string) => shares.filter((one) => one.custodian === account).map(({ generation, share }) => ({ generation, share }))
  return of(who.account).length === 0 ? null : { ...mustParse(looseRecord(SealedProof.shape), found.sealed), own: of(who.account), of }
}

export const proofRoutes = ({ rules }: { readonly rules: RulesDoor }): readonly Route[] => [
  readRoute({
    path: '/api/consent-proofs',
    allow: can('cases.guard-shares'),
    summary: 'Proofs of consent of forgotten files of one’s body: until which month, and who was lent a share; not whose they are',
    answer: ProofList,
    read: async ({ tx, tenant, who, now }) => {
      const { retention } = (await rules.at(tx, tenant, now)(who.organisation)).rules
      await asProgram(tx)
      const rows = await proofsOf(tx, tenant, who.organisation ?? '')
      const mine = rows.filter((row) => mustParse(Kept, row.sealed).shares.some((one) => one.custodian === who.account))
      const gifts = await giftsOf(
        tx,
        tenant,
        mine.map((one) => one.proof),
      )
      const proofs = mine.map(({ proof, until }) => ({
        ...{ proof: asId('consent-proof', proof), until },
        isLentToMe: gifts.some((one) => one.proof === proof && one.taker === who.account),
        lentTo: gifts.filter((one) => one.proof === proof && one.giver === who.account).map((one) => asId('account', one.taker)),
      }))
      return accepted({ proofs, months: retention.kinds['consent-evidence'].keep.value })
    },
  }),
  readRoute({
    path: '/api/consent-proofs/:proof/shares',
    allow: can('cases.guard-shares'),
    summary: 'One’s own shares of a proof, to be resealed on one’s device for another custodian',
    params,
    answer: ProofShares,
    read: async ({ tx, tenant, who, params: { proof } }) => {
      const found = await findOwn(tx, { tenant, who, proof })
      return found === null ? refused('unknown-consent-proof') : accepted({ shares: found.own })
    },
  }),
  writeRoute({
    path: '/api/consent-proofs/:proof/shares',
    allow: can('cases.guard-shares'),
    summary: 'Lends one’s shares of a proof to another custodian of it, with a ground',
    params,
    body: LendShares,
    write: ({ door, who, tenant, envelope, params: { proof }, data: { to, ground, shares } }): Promise<Outcome<Receipt>> =>
      door.execute({
        ...{ aggregate: proofAggregate, subject: proof, envelope, who },
        command: { step: 'lend', to, ground },
        context: async (tx) => {
          const found = await findOwn(tx, { tenant, who, proof })
          const isWhole = found?.own.every((one) => shares.some((given) => given.generation === one.generation)) ?? false
          return { by: who.account, holdsShares: isWhole, otherHolds: (found?.of(to).length ?? 0) > 0 }
        },
        beside: async (tx) => {
          await asProgram(tx)
          await keepGift(tx, tenant, { proof, giver: who.account, taker: to, shares: { ground, shares } })
        },
      }),
  }),
  openRoute(),
]

/** A GET that is a line of the log first: without the line nothing is answered. */
function openRoute(): Route {
  return {
    ...{ method: 'GET', kind: 'read', path: '/api/consent-proofs/:proof', allow: can('cases.guard-shares') },
    summary: 'A proof that another custodian lent a share of, with both shares; each answer is a look that is kept',
    schemas: { params, answer: ProofToOpen },
    answerTo: async ({ door, who, tenant, now, params: asked }) => {
      const read = parse(params, asked)
      if (!read.ok) return badInput(read.faults)
      const { proof } = read.value
      const { found, gifts } = await door.read(async (tx) => ({
        found: await findOwn(tx, { tenant, who, proof }),
        gifts: (await giftsOf(tx, tenant, [proof])).filter((one) => one.taker === who.account),
      }))
      const given = gifts.map(({ giver, shares }) => ({ giver, ...mustParse(Gift, shares) }))
      const opened = await door.execute({
        ...{ aggregate: proofAggregate, subject: proof, who, envelope: { id: asId('command', uuidV7(Date.parse(now), randomBytes(10))) } },
        command: { step: 'open', ground: given[0]?.ground ?? 'audit', lenders: given.map((one) => asId('account', one.giver)) },
        context: () => Promise.resolve({ by: who.account, holdsShares: found !== null, otherHolds: given.length > 0 }),
      })
      if (!opened.ok || found === null) return outcomeReply(opened.ok ? refused('unknown-consent-proof') : opened)
      const { keys, texts, own } = found
      return { status: 200, body: { keys, texts, own, lent: given.flatMap((one) => one.shares) } }
    },
  }
}
