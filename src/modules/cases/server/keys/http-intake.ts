/*
To whom what a person told is sealed by those who read nothing back: the public keys of a few in each body that takes cases in. The same list for every
sender, and small, so that a telephone carries it and seals at once where there is no network. Neither names nor how many supervise a body.
*/
import { accepted } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import { readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { IntakeKeys, MOST_INTAKE_READERS } from '../../contract-keys.ts'
import { type KeyParts, holdersOf } from './holders.ts'

export const intakeRoutes = (parts: KeyParts): readonly Route[] => [
  readRoute({
    path: '/api/keys/intake',
    allow: can('cases.signal'),
    summary: 'Public keys to which a new case of another body is sealed: at most three who supervise, for each body',
    answer: IntakeKeys,
    read: async ({ tx, tenant }) => {
      const takesIn = (await parts.accounts(tx, tenant)).filter((one) => one.capabilities.has('cases.supervise'))
      const bodyOf = new Map(takesIn.map(({ account, organisation }) => [account, organisation]))
      const holders = await holdersOf(tx, { ...parts, tenant }, ({ account }) => bodyOf.has(account))
      const bodies = [...new Set(holders.flatMap(({ account }) => bodyOf.get(account) ?? []))].toSorted()
      return accepted({
        bodies: bodies.map((organisation) => ({
          organisation: asId('organisation', organisation),
          holders: holders
            .filter(({ account }) => bodyOf.get(account) === organisation)
            .toSorted((a, b) => (a.account < b.account ? -1 : 1))
            .slice(0, MOST_INTAKE_READERS),
        })),
      })
    },
  }),
]
