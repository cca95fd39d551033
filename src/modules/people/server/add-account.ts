/*
A new person or machine: the fact goes to the log, the way to sign in is a plain row. The row comes first, under the id that the
account will have: a crash between the two leaves a row that opens nothing, and the next try with the same address takes its place.
The sender chooses that id, so a row is only ever added here: nothing that an account has already can be changed by adding one.
*/
import { randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { uuidV7 } from '../../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { asId, email as emailSchema, parse } from '../../../kernel/schema.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Log } from '../../../platform/log/log.ts'
import type { Receipt } from '../../../platform/log/receipt.ts'
import type { OrganisationKind, Territory } from '../contract.ts'
import type { AccountCommand } from '../domain/account.ts'
import type { OrganisationRegistered } from '../domain/organisation.ts'
import { accountAggregate, organisationAggregate } from './aggregates.ts'
import { tokenHash } from './token-hash.ts'
import { type Areas, accountContext, isAreaKnown } from './facts.ts'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './sign-in.ts'
import { findAccount, listOrganisationRows } from './store.ts'
import { deleteUser, findUser, findUserByEmail, insertUser, saveToken } from './store-sign-in.ts'

/** What the command line and the demonstration need to add somebody; `clock` gives the present instant. */
export interface AddParts {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly log: Pick<Log, 'execute'>
  readonly tenant: string
  readonly places: Areas
  readonly clock: () => string
}
/** Whoever stands at the server's own terminal: no account, every area. */
const OPERATOR = { account: 'operator', organisation: null, role: null }
export const newId = (now: string): string => uuidV7(Date.parse(now), randomBytes(10))

export interface SignInRow {
  readonly account: string
  readonly tenant: string
  readonly name: string
  readonly email: string
  readonly language: 'fr' | 'en'
  readonly password: string
}

/**
 * Refusals: `password-too-short`, `password-too-long`, `account-exists`, `email-taken`, and those of `register`, which runs between
 * the two halves. The same id with the same address writes nothing and leaves the answer to `register`, which knows a repeat.
 */
export async function withSignIn(
  database: AddParts['database'],
  row: SignInRow,
  register: () => Promise<Outcome<Receipt>>,
): Promise<Outcome<Receipt>> {
  const fault = faultOfPassword(row.password)
  if (fault) return fault
  const passwordHash = await hashPassword(row.password)
  const added = await database.transaction((tx) => addSignIn(tx, { ...row, passwordHash }))
  if (added !== 'added' && added !== 'repeated') return refused(added)
  const outcome = await register()
  if (!outcome.ok && added === 'added') await database.transaction((tx) => dropUnlessRegistered(tx, row))
  return outcome
}

/** `null` for a password of a length that is taken. */
export function faultOfPassword(password: string): ReturnType<typeof refused> | null {
  if (password.length < MIN_PASSWORD_LENGTH) return refused('password-too-short', { least: MIN_PASSWORD_LENGTH })
  return password.length > MAX_PASSWORD_LENGTH ? refused('password-too-long', { most: MAX_PASSWORD_LENGTH }) : null
}

type Added = 'added' | 'repeated' | 'account-exists' | 'email-taken'
async function addSignIn(tx: Tx, { password: _password, ...row }: SignInRow & { readonly passwordHash: string }): Promise<Added> {
  const present = await findUser(tx, row.account)
  if (present) return present.tenant === row.tenant && present.email === row.email.toLowerCase() ? 'repeated' : 'account-exists'
  if (await findAccount(tx, row.tenant, row.account)) return 'account-exists'
  const holder = await findUserByEmail(tx, row.email)
  if (holder && (await findAccount(tx, holder.tenant, holder.account))) return 'email-taken'
  if (holder) await deleteUser(tx, holder.account)
  await insertUser(tx, row)
  return 'added'
}

async function dropUnlessRegistered(tx: Tx, { tenant, account }: SignInRow): Promise<void> {
  if (!(await findAccount(tx, tenant, account))) await deleteUser(tx, account)
}

export interface NewPerson {
  readonly email: string
  /** Shown to administrators only; the address when nothing better is known. */
  readonly name?: string
  readonly password: string
  readonly roles: readonly string[]
  /** Identifier or exact name. */
  readonly organisation?: string | null
  readonly territory?: Territory
  readonly language?: 'fr' | 'en'
}

/** For `chanzo user add` and the demonstration. Refusals: `email-not-valid`, those of `withSignIn`, `organisation-unknown`, `role-unknown`, `area-unknown`, `two-persons-needed`. */
export async function addAccount(parts: AddParts, person: NewPerson): Promise<Outcome<{ readonly account: string }>> {
  const { database, tenant } = parts
  if (!parse(emailSchema(), person.email).ok) return refused('email-not-valid')
  const organisation = person.organisation ? await database.read((tx) => findOrganisation(tx, tenant, person.organisation ?? '')) : null
  if (person.organisation && !organisation) return refused('organisation-unknown')
  const account = newId(parts.clock())
  const { email, password, name = email, language = 'fr', territory = 'everywhere', roles } = person
  const outcome = await withSignIn(database, { account, tenant, name, email, language, password }, () =>
    registerAccount(parts, account, { kind: 'person', organisation, roles, territory }),
  )
  return outcome.ok ? accepted({ account }) : outcome
}

/** For `chanzo token add`: the token is shown once and kept only as a hash. Refusals: `role-unknown`, `role-for-other-kind`. */
export async function addToken(
  parts: AddParts,
  machine: { readonly name: string; readonly role: string },
): Promise<Outcome<{ readonly account: string; readonly token: string }>> {
  const { tenant, database, clock } = parts
  const account = newId(clock())
  const token = `chanzo_${randomBytes(32).toString('base64url')}`
  const outcome = await registerAccount(parts, account, {
    kind: 'machine',
    organisation: null,
    roles: [machine.role],
    territory: 'everywhere',
  })
  if (!outcome.ok) return outcome
  // A crash before this line leaves an account that no token opens.
  await database.transaction((tx) => saveToken(tx, { tenant, account, name: machine.name, sha256: tokenHash(token), createdAt: clock() }))
  return accepted({ account, token })
}

export interface NewOrganisation {
  readonly name: string
  readonly kind: OrganisationKind
  readonly area?: string | null
  readonly country?: string
  readonly identifiers?: OrganisationRegistered['identifiers']
}
/** For the demonstration and tests. Refusals: `area-unknown`. */
export async function addOrganisation(parts: AddParts, organisation: NewOrganisation): Promise<Outcome<{ readonly organisation: string }>> {
  const { log, tenant, places, clock } = parts
  const subject = newId(clock())
  const { name, kind, area = null, country = 'CD', identifiers = {} } = organisation
  const outcome = await log.execute({
    tenant,
    aggregate: organisationAggregate,
    subject,
    command: { type: 'register', name, kind, area, country, identifiers },
    context: async (tx) => ({ areaKnown: await isAreaKnown(tx, places, { tenant, area }) }),
    envelope: { id: asId('command', subject) },
    actor: OPERATOR,
  })
  return outcome.ok ? accepted({ organisation: subject }) : outcome
}

export interface Registration {
  readonly kind: 'person' | 'machine'
  readonly organisation: string | null
  readonly roles: readonly string[]
  readonly territory: Territory
}
export function registerAccount(parts: AddParts, account: string, given: Registration): Promise<Outcome<Receipt>> {
  const command: AccountCommand = {
    type: 'register',
    kind: given.kind,
    organisation: given.organisation === null ? null : asId('organisation', given.organisation),
    roles: [...given.roles],
    territory: given.territory === 'everywhere' ? given.territory : [...given.territory],
  }
  return byOperator(parts, account, { command, id: account })
}

export function grantRole(parts: AddParts, account: string, role: string): Promise<Outcome<Receipt>> {
  return byOperator(parts, account, { command: { type: 'grant-role', role }, id: newId(parts.clock()) })
}

function byOperator(
  { log, tenant, places }: AddParts,
  account: string,
  { command, id }: { readonly command: AccountCommand; readonly id: string },
): Promise<Outcome<Receipt>> {
  return log.execute({
    tenant,
    aggregate: accountAggregate,
    subject: account,
    command,
    context: (tx) =>
      accountContext(tx, { tenant, account, command, asker: { account: OPERATOR.account, territory: 'everywhere' }, places }),
    envelope: { id: asId('command', id) },
    actor: OPERATOR,
  })
}

async function findOrganisation(tx: Tx, tenant: string, named: string): Promise<string | null> {
  const wanted = named.trim().toLowerCase()
  const fitting = (await listOrganisationRows(tx, tenant, {})).filter((one) => one.id === wanted || one.name.toLowerCase() === wanted)
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null
}
