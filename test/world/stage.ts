/*
The stage on which the world is played: a program, its clock, and the people of the province, signed in. Each scene says on which
day it happens; entries of the log follow each other in time, so scenes are played in order.
*/
import type { FastifyInstance } from 'fastify'
import type { Program } from '../../src/bin/program.ts'
import { addDays, todayAt } from '../../src/kernel/calendar.ts'
import { publishOwnForms } from '../../src/modules/forms/module.ts'
import { addAccount, addOrganisation } from '../../src/modules/people/module.ts'
import { importBoundaries } from '../../src/modules/places/module.ts'
import { DEMO_PASSWORD, type DemoOrganisation, demoAccounts } from './accounts.ts'
import { type Client, signIn, signedInWhenNeeded } from './client.ts'
import { PROVINCE_CODE, bodies, provinceOutline, territoireOutlines } from './lukanda.ts'
import { signUndertaking, waiveSecondFactor } from './undertakings.ts'

export interface Setting {
  readonly program: Program
  readonly setClock: (instant: string) => void
}

export interface Stage extends Setting {
  readonly app: FastifyInstance
  readonly today: string
  /** Somebody of the province by the key of `accounts.ts`; signs in with the first thing that they do. */
  readonly as: (key: string) => Client
  readonly account: (key: string) => string
  readonly organisation: (key: DemoOrganisation) => string
  /** A day counted from today, negative for the past; sets the clock to its morning. */
  readonly onDay: (fromToday: number) => string
}

/** When the play of a day is over, as time in UTC: what happens on a day happens at 08:00. */
export const PLAYED_UNTIL = 'T08:30:00.000Z'
/** The newest day whose play lies behind the clock. A world that ended ahead of it could not be written to until the clock had caught up. */
export function lastMorningOver(now: string): string {
  const today = todayAt(now)
  return `${today}${PLAYED_UNTIL}` <= now ? today : addDays(today, -1)
}

/** Puts bodies, accounts and outlines in place on a day long past; who acts signs in, once, when they first do. */
export async function openStage({ program, setClock }: Setting, foundedDaysAgo: number): Promise<Stage> {
  const today = lastMorningOver(program.clock())
  setClock(`${addDays(today, -foundedDaysAgo)}T06:00:00.000Z`)
  const parts = {
    database: program.database,
    log: program.log,
    tenant: program.tenant,
    places: program.modules.places.door,
    clock: program.clock,
  }
  const actor = { account: 'operator', organisation: null, role: null }
  await mustBeTaken(importBoundaries({ ...parts, actor }, { file: provinceOutline, level: 'province' }))
  await mustBeTaken(importBoundaries({ ...parts, actor }, { file: territoireOutlines, level: 'territoire' }))
  await publishOwnForms(program)
  const organisations = new Map<string, string>()
  for (const body of bodies) {
    const { organisation } = await mustBeTaken(addOrganisation(parts, { name: body.name, kind: body.kind, area: body.area }))
    organisations.set(body.key, organisation)
    // Their passwords are public: a second factor of theirs would protect nobody.
    await waiveSecondFactor(program, organisation)
  }
  const accounts = new Map<string, string>()
  for (const { key, email, name, role, organisation, provincial } of demoAccounts) {
    const added = await mustBeTaken(
      addAccount(parts, {
        email,
        name,
        password: DEMO_PASSWORD,
        roles: [role],
        organisation: organisations.get(organisation) ?? null,
        territory: provincial ? [PROVINCE_CODE] : 'everywhere',
      }),
    )
    accounts.set(key, added.account)
    await signUndertaking(program, { account: added.account, roles: [role] })
  }
  const app = await program.createHttp(({ error }) => {
    throw error
  })
  const clients = new Map<string, Client>()
  for (const { key, email } of demoAccounts)
    clients.set(
      key,
      signedInWhenNeeded(() => signIn(app, email, DEMO_PASSWORD)),
    )
  return {
    program,
    setClock,
    app,
    today,
    as: (key) => found(clients, key),
    account: (key) => found(accounts, key),
    organisation: (key) => found(organisations, key),
    onDay: (fromToday) => {
      const day = addDays(today, fromToday)
      setClock(`${day}T08:00:00.000Z`)
      return day
    },
  }
}

function found<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the world knows no ${key}`)
  return value
}

async function mustBeTaken<Value>(
  pending: Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: { readonly code: string } }>,
): Promise<Value> {
  const outcome = await pending
  if (outcome.ok) return outcome.value
  throw new Error(`the world could not be made: ${outcome.refusal.code}`)
}
