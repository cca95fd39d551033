/*
Sends a finished interview. A caseworker's becomes a case of their own; anybody else's goes to those who supervise the body that was chosen, sealed to
them alone, and the sender keeps the code of the case and nothing that opens it. What seals is fetched when something is sent.
*/
import { ask, command, post } from '../../../../app/api.ts'
import type { OwnKey } from '../../contract-keys.ts'
import { type CaseWork, troubleFrom } from '../file/use-case.ts'
import { askCustodians, askIntakeTeam, colleagues } from '../file/ask-keys.ts'
import { isAccount } from './draft-facts.ts'
import type { Receiving } from './seal-screening.ts'
import { type ScreeningReceipt, type ScreeningResult, type Sender, type SubmitScreening, SubmitTrouble } from './screening-result.ts'

export const submitScreening: SubmitScreening = async (result, sender) => {
  const { sendAs, subject, coded } = result
  if (coded === null) return countOnly(result)
  const to = sender.worksCases ? await toOneself(sender) : await toReceivers(sender)
  const { sealScreening } = await import('./seal-screening.ts')
  const body = await sealScreening({ ...result, coded }, to)
  if (!body.ok) throw await troubleFrom(body.refusal)
  const { provisional: waits = false } = await command('/api/cases', body.value, { id: sendAs })
  return { code: subject, waits, ...(sender.worksCases && !waits ? { open: `/cases/${sendAs}` } : {}) }
}

/** The same interview, added to a case that was opened before it. */
export const attachScreening =
  (work: Pick<CaseWork, 'case' | 'seal' | 'send' | 'whole' | 'rules'>): SubmitScreening =>
  async (result) => {
    const { coded } = result
    if (coded === null) return countOnly(result)
    const { attachedSteps } = await import('./attach-screening.ts')
    const steps = await attachedSteps(work, { ...result, coded })
    if (!steps.ok) throw await troubleFrom(steps.refusal)
    const { provisional: waits = false } = await work.send(steps.value)
    return { code: work.whole.file.subject, waits, open: `/cases/${work.case}` }
  }

async function countOnly({ tally }: ScreeningResult): Promise<ScreeningReceipt> {
  if (tally !== null) await post('/api/interview-tallies', tally)
  return { code: null, waits: false }
}

async function toOneself({ account, organisation }: Sender): Promise<Receiving> {
  const { key } = (await ask<OwnKey>('/api/keys/mine')).data
  if (key === null || organisation === null || !isAccount(account)) throw new SubmitTrouble('needs-own-key')
  const holder = { account, key: key.key, publicKey: key.publicKey }
  await trusted(account, [holder])
  return { organisation, readers: [{ holder, as: 'owner' }], owner: account, custodians: await askCustodians() }
}
async function toReceivers({ account, receiver }: Sender): Promise<Receiving> {
  if (receiver === '') throw new SubmitTrouble('needs-receiver')
  const holders = await askIntakeTeam(receiver)
  if (holders.length === 0) throw new SubmitTrouble('receiver-has-no-key')
  await trusted(account, holders)
  const readers = holders.map(({ account: of, key, publicKey }) => ({ holder: { account: of, key, publicKey }, as: 'supervisor' as const }))
  return { organisation: receiver, readers, owner: null, custodians: [] }
}

/** Nothing is sealed to a key that is another than before, until somebody compared it. */
async function trusted(account: string, holders: Parameters<ReturnType<typeof colleagues>['admit']>[0]): Promise<void> {
  const outcome = await colleagues(account).admit(holders)
  if (!outcome.ok) throw await troubleFrom(outcome.refusal)
}
