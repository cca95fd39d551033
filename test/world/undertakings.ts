/*
What who opens files owes beforehand, said here for the people of the world, who have no hand for it when they are made: the undertaking is signed, somebody else
noted a training, the second factor is done without.
*/
import type { Program } from '../../src/bin/program.ts'
import { addMonths, todayAt } from '../../src/kernel/calendar.ts'
import { asId } from '../../src/kernel/schema.ts'
import { UNDERTAKING_VERSION, opensFiles } from '../../src/modules/people/domain/account-care.ts'
import { capabilitiesOf } from '../../src/modules/people/domain/roles.ts'
import { careAggregate, factorPolicyAggregate } from '../../src/modules/people/server/aggregates.ts'
import { TRAINING_RULES } from '../../src/modules/people/domain/training.ts'
import { trainingAggregate } from '../../src/modules/people/server/http-training.ts'
import { newId } from './client.ts'

export async function signUndertaking(
  program: Pick<Program, 'log' | 'tenant' | 'clock'>,
  { account, roles }: { readonly account: string; readonly roles: readonly string[] },
): Promise<void> {
  if (!opensFiles(capabilitiesOf(roles))) return
  const { log, tenant } = program
  const signed = await log.execute({
    ...{ tenant, aggregate: careAggregate, subject: account, actor: { account, organisation: null, role: null } },
    command: { type: 'sign', version: UNDERTAKING_VERSION },
    envelope: { id: asId('command', newId()) },
    context: () => Promise.resolve({ by: account, isSelf: true, concerned: true }),
  })
  if (!signed.ok) throw new Error(signed.refusal.code)
  await noteTrainings(program, account)
}

export async function noteTrainings({ log, tenant, clock }: Pick<Program, 'log' | 'tenant' | 'clock'>, account: string): Promise<void> {
  const today = todayAt(clock())
  for (const curriculum of ['IDENTIFICATION', 'CHILD_PROTECTION', 'DATA_PROTECTION'] as const) {
    const noted = await log.execute({
      ...{ tenant, aggregate: trainingAggregate, subject: account, actor: { account: 'operator', organisation: null, role: null } },
      command: { curriculum, trainedOn: today, validUntil: addMonths(today, TRAINING_RULES.mostMonths) },
      envelope: { id: asId('command', newId()) },
      context: () => Promise.resolve({ by: 'operator', today, isSelf: false, concerned: true }),
    })
    if (!noted.ok) throw new Error(noted.refusal.code)
  }
}

/** Only a demonstration takes it. */
export async function waiveSecondFactor({ log, tenant }: Pick<Program, 'log' | 'tenant'>, organisation: string): Promise<void> {
  const waived = await log.execute({
    ...{ tenant, aggregate: factorPolicyAggregate, subject: organisation, actor: { account: 'operator', organisation: null, role: null } },
    command: { type: 'waive' },
    envelope: { id: asId('command', newId()) },
    context: () => Promise.resolve({ by: 'operator', known: true, isDemonstration: true }),
  })
  if (!waived.ok) throw new Error(waived.refusal.code)
}
