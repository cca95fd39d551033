/* Logins of telephones with ODK Collect: made by whoever enrols phones, shown once with the code of the settings, listed, withdrawn. */
import { accepted, refused } from '../../../kernel/outcome.ts'
import { asId, mustParse, parse, record } from '../../../kernel/schema.ts'
import { id } from '../../../kernel/schema.ts'
import type { PeopleDoor } from '../../../modules/people/contract.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Route, can } from '../../../platform/http/route.ts'
import type { Outcome } from '../../../kernel/outcome.ts'
import type { Who } from '../../../platform/http/who.ts'
import { CollectLogins, MadeCollectLogin, MakeCollectLogin } from '../desk-words.ts'
import { settingsCode } from './settings-code.ts'

interface LoginRow {
  readonly id: string
  readonly user: string
  readonly account: string
  readonly role: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
  readonly withdrawnAt: string | null
}
/** What people do of it: passwords are theirs. */
export interface LoginHouse {
  readonly make: (
    officer: Who,
    asked: { readonly account: string; readonly role: string },
  ) => Promise<Outcome<{ readonly id: string; readonly user: string; readonly password: string }>>
  readonly list: (officer: Who) => Promise<{
    readonly logins: readonly LoginRow[]
    readonly accounts: readonly { readonly account: string; readonly organisation: string | null; readonly roles: readonly string[] }[]
  }>
  readonly withdraw: (officer: Who, id: string) => Promise<Outcome<unknown>>
}
export interface LoginParts {
  readonly logins: LoginHouse
  readonly people: PeopleDoor<Tx>
  readonly baseUrl: string
}

const allow = can('people.enrol-device')
const params = record({ login: id('collect-login') })

export const loginRoutes = (parts: LoginParts): readonly Route[] => [
  rawRoute({
    ...{ method: 'GET', path: '/api/collect-logins', allow },
    summary: 'Logins of telephones with ODK Collect, and the accounts for which one may be made; no names, no passwords',
    schemas: { answer: CollectLogins },
    answer: async (incoming) => outcomeReply(accepted(await listed(parts, incoming))),
  }),
  rawRoute({
    ...{ method: 'POST', path: '/api/collect-logins', allow },
    summary: 'A login for one account in one role: the password and the code of the settings, shown this once',
    schemas: { body: MakeCollectLogin, answer: MadeCollectLogin },
    answer: async ({ body, who }) => {
      const asked = parse(MakeCollectLogin, body)
      if (!asked.ok) return badInput(asked.faults)
      // A password outlives the removal of the telephone that made it.
      if (who.device !== undefined) return outcomeReply(refused('only-with-password'))
      const made = await parts.logins.make(who, asked.value)
      if (!made.ok) return outcomeReply(made)
      const serverUrl = new URL('/openrosa', parts.baseUrl).toString()
      const settings = { ...made.value, serverUrl, language: asked.value.language, project: `Chanzo ${asked.value.role}` }
      return outcomeReply(accepted({ ...made.value, serverUrl, qr: settingsCode(settings) }))
    },
  }),
  rawRoute({
    ...{ method: 'POST', path: '/api/collect-logins/:login/withdrawal', allow },
    summary: 'The login opens nothing any more, from now on; what was sent with it stays',
    schemas: { params },
    answer: async (incoming) => {
      const asked = parse(params, incoming.params)
      return asked.ok ? outcomeReply(await parts.logins.withdraw(incoming.who, asked.value.login)) : badInput(asked.faults)
    },
  }),
]

async function listed({ logins, people }: LoginParts, { who, door }: Incoming): Promise<CollectLogins> {
  const found = await logins.list(who)
  const ids = [...new Set(found.accounts.flatMap((one) => (one.organisation === null ? [] : [asId('organisation', one.organisation)])))]
  const names = new Map((await door.read((tx) => people.organisations(tx, ids))).map((one): [string, string] => [one.id, one.name]))
  return mustParse(CollectLogins, {
    logins: found.logins.map(({ id: login, user, account, role, createdAt, lastUsedAt, withdrawnAt }) => ({
      ...{ id: login, user, account, role, createdAt, lastUsedAt, withdrawnAt },
    })),
    accounts: found.accounts.map((one) => ({ ...one, roles: [...one.roles], organisationName: names.get(one.organisation ?? '') ?? null })),
  })
}
