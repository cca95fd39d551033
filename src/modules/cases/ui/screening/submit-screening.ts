/*
Sends a finished interview. A caseworker's becomes a case of their own; anybody else's goes to those who supervise the body that was chosen, sealed to
them alone, and the sender keeps a code and nothing that opens it. What seals is fetched when something is sent.
*/
import { ApiTrouble, ask, command, post } from '../../../../app/api.ts'
import type { OwnKey } from '../../contract-keys.ts'
import { askCustodians, askHolders, colleagues } from '../file/ask-keys.ts'
import { isAccount } from './draft-facts.ts'
import type { Receiving } from './seal-screening.ts'
import { type ScreeningResult, type Sender, type SubmitScreening, SubmitTrouble } from './screening-result.ts'

export const submitScreening: SubmitScreening = async (result, sender) => {
  const { sendAs, coded } = result
  if (coded === null) return countOnly(result)
  const to = sender.worksCases ? await toOneself(sender) : await toReceivers(sender)
  const { sealScreening } = await import('./seal-screening.ts')
  const body = await sealScreening({ ...result, coded }, to)
  if (!body.ok) throw new ApiTrouble({ kind: 'refused', refusal: body.refusal, faults: [], faultId: null })
  await command('/api/cases', body.value, { id: sendAs })
  const code = sendAs.replaceAll('-', '').slice(-8).toUpperCase()
  return sender.worksCases ? { code, open: `/cases/${sendAs}` } : { code }
}

async function countOnly({ tally }: ScreeningResult): Promise<{ readonly code: null }> {
  if (tally !== null) await post('/api/interview-tallies', tally)
  return { code: null }
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
  const holders = await askHolders({ organisation: receiver, capability: 'cases.supervise' })
  if (holders.length === 0) throw new SubmitTrouble('receiver-has-no-key')
  await trusted(account, holders)
  const readers = holders.map(({ account: of, key, publicKey }) => ({ holder: { account: of, key, publicKey }, as: 'supervisor' as const }))
  return { organisation: receiver, readers, owner: null, custodians: [] }
}

/** Nothing is sealed to a key that is another than before, until somebody compared it. */
async function trusted(account: string, holders: Parameters<ReturnType<typeof colleagues>['admit']>[0]): Promise<void> {
  const outcome = await colleagues(account).admit(holders)
  if (!outcome.ok) throw new ApiTrouble({ kind: 'refused', refusal: outcome.refusal, faults: [], faultId: null })
}
