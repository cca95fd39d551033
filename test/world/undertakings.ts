/* Who opens files has signed the undertaking of confidentiality: said here for the people of the world, who have no hand to sign with when they are made. */
import type { Program } from '../../src/bin/program.ts'
import { asId } from '../../src/kernel/schema.ts'
import { UNDERTAKING_VERSION, opensFiles } from '../../src/modules/people/domain/account-care.ts'
import { capabilitiesOf } from '../../src/modules/people/domain/roles.ts'
import { careAggregate } from '../../src/modules/people/server/aggregates.ts'
import { newId } from './client.ts'

export async function signUndertaking(
  { log, tenant }: Pick<Program, 'log' | 'tenant'>,
  { account, roles }: { readonly account: string; readonly roles: readonly string[] },
): Promise<void> {
  if (!opensFiles(capabilitiesOf(roles))) return
  const signed = await log.execute({
    ...{ tenant, aggregate: careAggregate, subject: account, actor: { account, organisation: null, role: null } },
    command: { type: 'sign', version: UNDERTAKING_VERSION },
    envelope: { id: asId('command', newId()) },
    context: () => Promise.resolve({ by: account, isSelf: true, concerned: true }),
  })
  if (!signed.ok) throw new Error(signed.refusal.code)
}
